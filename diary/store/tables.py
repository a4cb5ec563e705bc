"""The tables of the diary. Not answered is an absent row or NULL; never "no", never zero.

A change here goes with a migration: the tests compare a new diary with a migrated one.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, ClassVar

from sqlalchemy import (
    REAL,
    CheckConstraint,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    MetaData,
    UniqueConstraint,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from diary.model.factors import OWN_PREFIX
from diary.model.night import MOST_CRAMPS, MOST_NOTE, Muscle, Relief, Side
from diary.model.own_factors import MOST_OWN_NAME, MOST_QUESTION, MOST_UNIT
from diary.model.profile import LONGEST_PREGNANCY, MOST_NAME, MOST_STORY, Helpfulness
from diary.store.columns import (
    Day,
    Flag,
    Moment,
    Words,
    a_day,
    a_flag,
    a_moment,
    an_object,
    any_of,
    at_most,
    not_empty,
    some_of,
    within,
)

STRICT = {"sqlite_strict": True}
NUMBERED = {"sqlite_strict": True, "sqlite_autoincrement": True}
"""Numbers of deleted rows are never given again, so that undoing a deletion brings back the same row."""

KINDS = ("yes_no", "number", "choice", "clock")


class Table(DeclarativeBase):
    """What all tables share: how Python's kinds of value lie in SQLite, and how rules are named."""

    metadata = MetaData(naming_convention={"ck": "%(table_name)s_%(constraint_name)s"})
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        dt.date: Day(),
        dt.datetime: Moment(),
        bool: Flag(),
        int: Integer(),
        float: REAL(),
        str: Words(),
    }


class NightRow(Table):
    """A night of which anything is known."""

    __tablename__ = "night"
    __table_args__ = (
        a_day("morning"),
        a_flag("cramps_told"),
        a_moment("cramps_told_at"),
        at_most("note", MOST_NOTE),
        STRICT,
    )
    morning: Mapped[dt.date] = mapped_column(primary_key=True)
    logged: Mapped[bool] = mapped_column("cramps_told")
    """Whether it was told if there were cramps; told and without cramp rows, the night was quiet."""
    logged_at: Mapped[dt.datetime | None] = mapped_column("cramps_told_at")
    note: Mapped[str]


class CrampRow(Table):
    """One cramp of a night, in the order told."""

    __tablename__ = "cramp"
    __table_args__ = (
        within("position", 0, MOST_CRAMPS - 1),
        a_moment("at"),
        CheckConstraint("at >= date(morning, '-1 day') || 'T12:00' AND at < morning || 'T12:00'", name="at_in_night"),
        a_flag("about"),
        within("minutes", 0, 720),
        CheckConstraint("minutes * 2 = round(minutes * 2)", name="minutes_in_halves"),
        within("intensity", 0, 10),
        any_of("side", Side),
        any_of("muscle", Muscle),
        a_flag("woke_me"),
        within("minutes_awake", 0, 720),
        a_flag("sore_next_day"),
        some_of("relief", Relief),
        within("distress", 0, 10),
        STRICT,
    )
    morning: Mapped[dt.date] = mapped_column(ForeignKey("night.morning", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[dt.datetime | None]
    about: Mapped[bool]
    minutes: Mapped[float | None]
    intensity: Mapped[int | None]
    side: Mapped[str | None]
    muscle: Mapped[str | None]
    woke_me: Mapped[bool | None]
    minutes_awake: Mapped[int | None]
    sore_next_day: Mapped[bool | None]
    relief: Mapped[str | None]
    """A JSON array, since an empty one is an answer too."""
    distress: Mapped[int | None]


class FactorRow(Table):
    """Something asked about a night. Of a built-in factor, only what SQLite checks; its words stand in the catalogue."""

    __tablename__ = "factor"
    __table_args__ = (
        UniqueConstraint("key", "kind"),
        any_of("kind", KINDS),
        a_flag("own"),
        CheckConstraint(f"own = (substr(key, 1, {len(OWN_PREFIX)}) = '{OWN_PREFIX}')", name="own_by_its_key"),
        CheckConstraint("own = 0 OR (coalesce(question, '') <> '' AND coalesce(name, '') <> '')", name="own_has_words"),
        CheckConstraint("own = 0 OR kind <> 'clock'", name="own_kind"),
        CheckConstraint(
            "own = 0 OR kind <> 'number' OR coalesce(low <= high AND step > 0, 0)",
            name="own_number_has_range",
        ),
        CheckConstraint("own = 0 OR kind <> 'choice' OR options IS NOT NULL", name="own_choice_has_options"),
        at_most("question", MOST_QUESTION),
        at_most("name", MOST_OWN_NAME),
        at_most("unit", MOST_UNIT),
        an_object("options"),
        a_flag("evening"),
        CheckConstraint("own = 0 OR evening IS NOT NULL", name="own_in_the_evening_or_not"),
        a_flag("hidden"),
        a_flag("archived"),
        CheckConstraint("own = 1 OR archived = 0", name="only_own_archived"),
        STRICT,
    )
    key: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str]
    own: Mapped[bool]
    question: Mapped[str | None]
    name: Mapped[str | None]
    low: Mapped[float | None]
    high: Mapped[float | None]
    step: Mapped[float | None]
    unit: Mapped[str | None]
    options: Mapped[str | None]
    """A JSON object of an own choice: option key to its words, in order."""
    evening: Mapped[bool | None]
    """Whether an own one can be told before the night."""
    hidden: Mapped[bool]
    """Not asked, as the person wants it; its answers stay."""
    archived: Mapped[bool]
    """An own one that is no longer asked; its answers stay."""
    position: Mapped[int]


class FormerWordsRow(Table):
    """The words that an own question had until a day."""

    __tablename__ = "former_words"
    __table_args__ = (
        a_day("until"),
        not_empty("question"),
        at_most("question", MOST_QUESTION),
        not_empty("name"),
        at_most("name", MOST_OWN_NAME),
        at_most("unit", MOST_UNIT),
        an_object("options"),
        STRICT,
    )
    factor: Mapped[str] = mapped_column(ForeignKey("factor.key", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    """Oldest first."""
    until: Mapped[dt.date]
    question: Mapped[str]
    name: Mapped[str]
    unit: Mapped[str | None]
    options: Mapped[str | None]
    """As in the table of factors."""


class AnswerRow(Table):
    """What was answered to a factor about a night."""

    __tablename__ = "answer"
    __table_args__ = (
        ForeignKeyConstraint(["factor", "kind"], ["factor.key", "factor.kind"]),
        CheckConstraint("(number IS NULL) <> (text IS NULL)", name="one_value"),
        CheckConstraint(
            "CASE kind WHEN 'yes_no' THEN number IS 0 OR number IS 1 WHEN 'number' THEN text IS NULL"
            " WHEN 'choice' THEN number IS NULL AND text <> ''"
            " ELSE number IS NULL AND text IS strftime('%H:%M', text) END",
            name="value_by_kind",
        ),
        a_moment("given_at"),
        {"sqlite_strict": True, "sqlite_with_rowid": False},
    )
    morning: Mapped[dt.date] = mapped_column(ForeignKey("night.morning", ondelete="CASCADE"), primary_key=True)
    factor: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str]
    number: Mapped[float | None]
    """A number, or 1 for yes and 0 for no."""
    text: Mapped[str | None]
    """The key of an option, or a time of day as HH:MM."""
    given_at: Mapped[dt.datetime]


class ProfileAnswerRow(Table):
    """One answer of the profile on its day. Rows are only ever added; the newest stands, the others are history.

    A question without a value was answered once and is not answered now.
    """

    __tablename__ = "profile_answer"
    __table_args__ = (
        not_empty("question"),
        CheckConstraint("number IS NULL OR text IS NULL", name="one_value"),
        CheckConstraint(
            f"question <> 'pregnancy' OR number IS NULL OR number BETWEEN 0 AND {LONGEST_PREGNANCY}",
            name="weeks_in_range",
        ),
        at_most("text", MOST_NAME),
        a_day("noted_on"),
        NUMBERED,
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    question: Mapped[str]
    number: Mapped[int | None]
    text: Mapped[str | None]
    noted_on: Mapped[dt.date]


class ConditionRow(Table):
    """A condition that the person has."""

    __tablename__ = "condition"
    __table_args__ = (not_empty("key"), a_day("noted_on"), at_most("own_name", MOST_NAME), STRICT)
    position: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str]
    noted_on: Mapped[dt.date]
    since: Mapped[int | None]
    own_name: Mapped[str]
    """Of the other condition; empty of those that are asked."""


class MedicineRow(Table):
    """A medicine or supplement that the person takes or took."""

    __tablename__ = "medicine"
    __table_args__ = (
        not_empty("name"),
        at_most("name", MOST_NAME),
        at_most("dose", MOST_NAME),
        a_day("noted_on"),
        a_day("started"),
        a_day("stopped"),
        CheckConstraint("stopped >= started", name="stopped_after_started"),
        a_flag("for_cramps"),
        a_flag("supplement"),
        NUMBERED,
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    dose: Mapped[str]
    noted_on: Mapped[dt.date]
    started: Mapped[dt.date | None]
    stopped: Mapped[dt.date | None]
    for_cramps: Mapped[bool]
    supplement: Mapped[bool]


class TreatmentRow(Table):
    """Something that the person tried against the cramps."""

    __tablename__ = "tried"
    __table_args__ = (
        not_empty("what"),
        at_most("what", MOST_NAME),
        any_of("verdict", Helpfulness),
        at_most("how", MOST_STORY),
        a_day("noted_on"),
        a_day("started"),
        a_day("stopped"),
        CheckConstraint("stopped >= started", name="stopped_after_started"),
        NUMBERED,
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    what: Mapped[str]
    verdict: Mapped[str | None]
    how: Mapped[str]
    noted_on: Mapped[dt.date]
    started: Mapped[dt.date | None]
    stopped: Mapped[dt.date | None]


class MarkerRow(Table):
    """Something that changed on a day."""

    __tablename__ = "marker"
    __table_args__ = (a_day("day"), not_empty("text"), at_most("text", MOST_NAME), NUMBERED)
    id: Mapped[int] = mapped_column(primary_key=True)
    day: Mapped[dt.date]
    text: Mapped[str]


class PreferenceRow(Table):
    """One choice in Settings, as JSON."""

    __tablename__ = "preference"
    __table_args__ = (not_empty("value"), STRICT)
    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class ActRow(Table):
    """One step of undo or redo: the records as they were and as they were made, as JSON."""

    __tablename__ = "act"
    __table_args__ = (a_moment("done_at"), an_object("before"), an_object("after"), a_flag("undone"), NUMBERED)
    id: Mapped[int] = mapped_column(primary_key=True)
    done_at: Mapped[dt.datetime]
    words: Mapped[str]
    before: Mapped[str]
    after: Mapped[str]
    undone: Mapped[bool]
    """Taken back, and waiting to be done again."""


RANGE_RULES = (
    """
    CREATE TRIGGER answer_in_range_at_insert BEFORE INSERT ON answer
    WHEN EXISTS (SELECT 1 FROM factor WHERE key = NEW.factor AND NEW.number NOT BETWEEN low AND high)
    BEGIN SELECT RAISE(ABORT, 'the number is out of its range'); END
    """,
    """
    CREATE TRIGGER answer_in_range_at_update BEFORE UPDATE ON answer
    WHEN EXISTS (SELECT 1 FROM factor WHERE key = NEW.factor AND NEW.number NOT BETWEEN low AND high)
    BEGIN SELECT RAISE(ABORT, 'the number is out of its range'); END
    """,
)
"""The range of an answer stands in its factor's row, where a CHECK cannot look; so a new factor needs no new rule."""
