"""How the diary's values lie in SQLite: dates and moments as ISO text, yes and no as 1 and 0, and the rules for both.

The tables are STRICT, so that a column holds its own kind of value whoever writes it; the rules here are what SQLite
checks on top, behind every door.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, Integer, Text
from sqlalchemy.types import TypeDecorator

from diary.model.clean_text import legible_text
from diary.store import strict

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Dialect


class Day(TypeDecorator[dt.date]):
    """A date as YYYY-MM-DD."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: dt.date | None, dialect: Dialect) -> str | None:
        """The date as text."""
        del dialect
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> dt.date | None:
        """The date from text."""
        del dialect
        return None if value is None else strict.day(value)


class Moment(TypeDecorator[dt.datetime]):
    """A moment in ISO 8601, with its offset where it has one: SQLAlchemy's own type would drop it."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> str | None:
        """The moment as text."""
        del dialect
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> dt.datetime | None:
        """The moment from text."""
        del dialect
        return None if value is None else strict.any_moment(value)


class Words(TypeDecorator[str]):
    """A text, read without what cannot be seen: earlier versions kept whatever was pasted."""

    impl = Text
    cache_ok = True

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        """The clean text; where nothing of it can be seen, a sign in its place, so that its row stays one."""
        del dialect
        return None if value is None else legible_text(value)


class Flag(TypeDecorator[bool]):
    """Yes as 1, no as 0: SQLAlchemy's own type is not one that a STRICT table takes."""

    impl = Integer
    cache_ok = True

    def process_result_value(self, value: int | None, dialect: Dialect) -> bool | None:
        """The yes or no from 1 or 0."""
        del dialect
        return None if value is None else strict.flag(value)


def a_day(column: str) -> CheckConstraint:
    """The rule that a column holds a day of the calendar, or nothing."""
    # Older SQLite takes 30 February as it stands, unless it has to count from it.
    return CheckConstraint(f"{column} IS NULL OR {column} IS date({column}, '+0 days')", name=f"{column}_is_a_day")


def a_moment(column: str) -> CheckConstraint:
    """The rule that a column holds a moment, or nothing."""
    # datetime() alone also takes bare numbers and times, hence the form.
    rule = f"{column} GLOB '????-??-??T??:??*' AND datetime({column}) IS NOT NULL"
    return CheckConstraint(f"{column} IS NULL OR ({rule})", name=f"{column}_is_a_moment")


def a_flag(column: str) -> CheckConstraint:
    """The rule that a column holds yes or no, or nothing."""
    return CheckConstraint(f"{column} IN (0, 1)", name=f"{column}_is_yes_or_no")


def within(column: str, low: float, high: float) -> CheckConstraint:
    """The rule that a column holds a number of this range, or nothing."""
    return CheckConstraint(f"{column} BETWEEN {low} AND {high}", name=f"{column}_in_range")


def any_of(column: str, words: Iterable[str]) -> CheckConstraint:
    """The rule that a column holds one of these words, or nothing."""
    options = ", ".join(f"'{word}'" for word in words)
    return CheckConstraint(f"{column} IN ({options})", name=f"{column}_is_known")


def some_of(column: str, words: Iterable[str]) -> CheckConstraint:
    """The rule that a column holds a JSON array of these words and nothing else, or nothing."""
    rest = column
    for word in words:
        rest = f"replace({rest}, '\"{word}\"', '')"
    return CheckConstraint(f"{column} GLOB '[[]*]' AND trim({rest}, '[, ]') = ''", name=f"{column}_are_known")


def at_most(column: str, characters: int) -> CheckConstraint:
    """The rule that a text is no longer than this, or nothing."""
    return CheckConstraint(f"length({column}) <= {characters}", name=f"{column}_not_too_long")


def not_empty(column: str) -> CheckConstraint:
    """The rule that a text is not left out."""
    return CheckConstraint(f"{column} <> ''", name=f"{column}_not_empty")


def an_object(column: str) -> CheckConstraint:
    """The rule that a column holds a JSON object, or nothing, as far as its form tells.

    json_valid() would tell it better, but SQLite before 3.41 refuses it in a schema that is not trusted.
    """
    return CheckConstraint(f"{column} GLOB '{{*}}'", name=f"{column}_is_an_object")
