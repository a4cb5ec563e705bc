"""The diary's tables. *Not answered* is a row that is absent, or NULL; never zero, never "no".

A night's answers stand one a row, so that each knows when it was given, and so that own factors are kept like ours:
each row names its factor and the factor's kind, and the two must agree.
"""

from __future__ import annotations

import datetime as dt

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, MetaData, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

NAMING = {
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
}


class Table(DeclarativeBase):
    """What every table shares: names for its constraints, so that a migration can speak of them."""

    metadata = MetaData(naming_convention=NAMING)


class NightRow(Table):
    """A night, by the morning on which it ends."""

    __tablename__ = "night"
    __table_args__ = (
        CheckConstraint("cramps_told IN (0, 1)", name="cramps_told"),
        CheckConstraint("cramps_told OR cramps_told_at IS NULL", name="told_at_only_when_told"),
        CheckConstraint("length(note) <= 10000", name="note_length"),
    )

    morning: Mapped[dt.date] = mapped_column(primary_key=True)
    cramps_told: Mapped[bool]
    """Whether it was told if there were cramps; without cramp rows, a quiet night."""
    cramps_told_at: Mapped[str | None]
    """ISO 8601 with offset."""
    note: Mapped[str] = mapped_column(default="")


class CrampRow(Table):
    """One cramp of a cramp night."""

    __tablename__ = "cramp"
    __table_args__ = (
        CheckConstraint("place BETWEEN 0 AND 19", name="place"),
        CheckConstraint(
            "at IS NULL OR (at >= date(morning, '-1 day') || ' 12:00' AND at < morning || ' 12:00')",
            name="within_its_night",
        ),
        CheckConstraint("minutes BETWEEN 0 AND 720 AND minutes * 2 = CAST(minutes * 2 AS INTEGER)", name="minutes"),
        CheckConstraint("intensity BETWEEN 0 AND 10", name="intensity"),
        CheckConstraint("side IN ('left', 'right', 'both')", name="side"),
        CheckConstraint(
            "muscle IN ('calf', 'foot', 'front_thigh', 'back_thigh', 'hand_arm', 'trunk', 'face')", name="muscle"
        ),
        CheckConstraint("minutes_awake BETWEEN 0 AND 720", name="minutes_awake"),
        CheckConstraint("distress BETWEEN 0 AND 10", name="distress"),
    )

    morning: Mapped[dt.date] = mapped_column(ForeignKey("night.morning", ondelete="CASCADE"), primary_key=True)
    place: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[str | None]
    """Local wall time, YYYY-MM-DD HH:MM."""
    about: Mapped[bool] = mapped_column(default=False)
    minutes: Mapped[float | None]
    intensity: Mapped[int | None]
    side: Mapped[str | None]
    muscle: Mapped[str | None]
    woke_me: Mapped[bool | None]
    minutes_awake: Mapped[int | None]
    sore_next_day: Mapped[bool | None]
    relief: Mapped[str | None]
    """Keys in order, joined by commas."""
    distress: Mapped[int | None]


class FactorRow(Table):
    """What can be asked: the built-in factors, and the person's own with their words."""

    __tablename__ = "factor"
    __table_args__ = (
        UniqueConstraint("key", "kind"),
        CheckConstraint("kind IN ('yes_no', 'number', 'choice', 'clock')", name="kind"),
        CheckConstraint("own = (key LIKE 'own!_%' ESCAPE '!')", name="own_by_its_key"),
    )

    key: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str]
    own: Mapped[bool] = mapped_column(default=False)
    question: Mapped[str] = mapped_column(default="")
    """Of an own factor; the words of a built-in one stand in the catalogue."""
    name: Mapped[str] = mapped_column(default="")
    options: Mapped[str] = mapped_column(default="")
    """Of an own choice: JSON list of [key, name]."""
    low: Mapped[float | None]
    high: Mapped[float | None]
    unit: Mapped[str] = mapped_column(default="")
    place: Mapped[int] = mapped_column(default=0)
    archived: Mapped[bool] = mapped_column(default=False)


class AnswerRow(Table):
    """The answer to one factor for one night."""

    __tablename__ = "answer"
    __table_args__ = (
        ForeignKeyConstraint(["factor", "kind"], ["factor.key", "factor.kind"]),
        CheckConstraint(
            "CASE kind WHEN 'yes_no' THEN number IN (0, 1) AND text IS NULL "
            "WHEN 'number' THEN number IS NOT NULL AND text IS NULL "
            "ELSE number IS NULL AND length(text) > 0 END",
            name="by_its_kind",
        ),
        CheckConstraint("factor <> 'room_temperature' OR number BETWEEN -20 AND 50", name="room_temperature"),
        CheckConstraint("factor <> 'exercise_minutes' OR number BETWEEN 0 AND 1440", name="exercise_minutes"),
        CheckConstraint("factor NOT IN ('fluids', 'alcohol') OR number BETWEEN 0 AND 30", name="drinks"),
        CheckConstraint("factor <> 'sleep_disturbance' OR number BETWEEN 0 AND 10", name="sleep_disturbance"),
        CheckConstraint("factor <> 'sleep_quality' OR number BETWEEN 1 AND 5", name="sleep_quality"),
        CheckConstraint("factor <> 'calcium_portions' OR number BETWEEN 0 AND 3", name="calcium_portions"),
    )

    morning: Mapped[dt.date] = mapped_column(ForeignKey("night.morning", ondelete="CASCADE"), primary_key=True)
    factor: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str]
    number: Mapped[float | None]
    text: Mapped[str | None]
    given_at: Mapped[str]
    """ISO 8601 with offset: when the answer was first given or last changed."""


class ProfileRow(Table):
    """What the person told of themselves, dated; the newest of a key is what stands, the older are its history."""

    __tablename__ = "profile_answer"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str]
    value: Mapped[str | None]
    """JSON; NULL where it was taken back."""
    noted_on: Mapped[dt.date]


class ConditionRow(Table):
    """A condition that the person has."""

    __tablename__ = "condition"

    key: Mapped[str] = mapped_column(primary_key=True)
    since: Mapped[int | None]
    noted_on: Mapped[dt.date]


class MedicineRow(Table):
    """A medicine or supplement, with when it was started and stopped."""

    __tablename__ = "medicine"
    __table_args__ = (
        CheckConstraint("length(trim(name)) > 0", name="named"),
        CheckConstraint("stopped >= started", name="stopped_after_it_started"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    dose: Mapped[str] = mapped_column(default="")
    started: Mapped[dt.date | None]
    stopped: Mapped[dt.date | None]
    noted_on: Mapped[dt.date]


class MarkerRow(Table):
    """Something that changed on a day."""

    __tablename__ = "marker"
    __table_args__ = (CheckConstraint("length(trim(text)) > 0", name="told"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    day: Mapped[dt.date]
    text: Mapped[str]


class PreferenceRow(Table):
    """One of the person's choices in Settings."""

    __tablename__ = "preference"

    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]
    """JSON."""


class ActRow(Table):
    """One step of undo, with the records before and after as JSON."""

    __tablename__ = "act"

    id: Mapped[int] = mapped_column(primary_key=True)
    words: Mapped[str]
    before: Mapped[str]
    after: Mapped[str]
    undone: Mapped[bool] = mapped_column(default=False)
    at: Mapped[str]
