"""Reads a stored value exactly as the diary writes it, or not at all.

SQLite gives back whatever stands in the file, and a flipped bit makes a 2 of a yes or a letter of a digit: what the
diary could not have written is damage, and is never taken for the nearest thing that it could be.
"""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar, cast

from diary.language import tr
from diary.model.clean_text import legible_text
from diary.model.errors import DiaryError
from diary.model.stored_forms import any_moment_from_text
from diary.store.engine import driver, driver_connection

if TYPE_CHECKING:
    from collections.abc import Iterable
    from enum import StrEnum

    from sqlalchemy import Connection

UNREADABLE = (DiaryError, ValueError, LookupError, TypeError, ArithmeticError, AttributeError, RecursionError)
"""What is raised where no value of the diary can be made of what stands in a row."""
LONGEST_SHOWN = 60
"""Characters of a damaged value that a sentence holds."""

Word = TypeVar("Word", bound="StrEnum")


class UnreadableValueError(DiaryError):
    """A value that the diary does not write."""

    def __init__(self, value: object, expected: str) -> None:
        super().__init__(tr("“{value}” is not {expected}").format(value=printable(value), expected=expected))


def day(value: object) -> dt.date:
    """A day from YYYY-MM-DD."""
    if not isinstance(value, str):
        raise UnreadableValueError(value, tr("a date"))
    return _day(value)


def moment(value: object) -> dt.datetime:
    """A moment with its offset, to the microsecond."""
    read = _moment(value) if isinstance(value, str) else None
    if read is None or read.tzinfo is None:
        raise UnreadableValueError(value, tr("a moment with its time zone"))
    return read


def any_moment(value: object) -> dt.datetime:
    """A moment with its offset, or one of local wall time."""
    read = _moment(value) if isinstance(value, str) else None
    if read is None:
        raise UnreadableValueError(value, tr("a moment"))
    return read


def wall_time(value: object) -> dt.datetime:
    """A moment of local wall time, to the minute."""
    read = _moment(value) if isinstance(value, str) else None
    if read is None or read.tzinfo is not None or read.second or read.microsecond:
        raise UnreadableValueError(value, tr("a time to the minute"))
    return read


def flag(value: object) -> bool:
    """A yes or no from 1 or 0."""
    if value not in (0, 1):
        raise UnreadableValueError(value, tr("yes or no"))
    return bool(value)


def whole_number(value: object) -> int:
    """A whole number."""
    if type(value) is not int:
        raise UnreadableValueError(value, tr("a whole number"))
    return value


def number(value: object) -> float:
    """A number."""
    if type(value) not in (int, float):
        raise UnreadableValueError(value, tr("a number"))
    return value  # type: ignore[return-value]  # its type was just looked at


def text(value: object) -> str:
    """A text whose every character is one, without what cannot be seen."""
    if not isinstance(value, str) or not _is_valid(value):
        raise UnreadableValueError(value, tr("a text"))
    return legible_text(value)


def word(value: object, words: type[Word]) -> Word:
    """One of a few words."""
    try:
        return words(text(value))
    except ValueError:
        known = ", ".join(words)
        raise UnreadableValueError(value, tr("one of {words}").format(words=known)) from None


def reason(error: BaseException) -> str:
    """Why something could not be read, in words."""
    if isinstance(error, DiaryError):
        return str(error)
    return tr("what stands there is not what the diary writes")


def printable(value: object) -> str:
    """A damaged value as a sentence can hold it."""
    text = value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
    clean = "".join(character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in text)
    return clean if len(clean) <= LONGEST_SHOWN else f"{clean[:LONGEST_SHOWN]}…"


def fetch_rows(connection: Connection, statement: str, parameters: Iterable[Any] = ()) -> list[tuple[Any, ...]]:
    """The rows of a query as they stand; a text that is no UTF-8 comes with half characters in it.

    They come from the driver itself: a diary of ten years is read twice as quickly as through SQLAlchemy's rows.
    """
    raw = driver_connection(connection)
    values = tuple(parameters)
    try:
        return cast("list[tuple[Any, ...]]", raw.execute(statement, values).fetchall())
    except driver.OperationalError as error:
        # The driver refuses the whole query for one byte of one row.
        if "decode" not in str(error):
            raise
    raw.text_factory = _half_characters
    try:
        return cast("list[tuple[Any, ...]]", raw.execute(statement, values).fetchall())
    finally:
        raw.text_factory = str


def _half_characters(value: bytes) -> str:
    return value.decode("utf-8", "surrogateescape")


def _is_valid(value: str) -> bool:
    return value.isascii() or not any("\ud800" <= character <= "\udfff" for character in value)


@lru_cache(maxsize=10_000)
def _day(value: str) -> dt.date:
    try:
        read = dt.date.fromisoformat(value)
    except ValueError:
        read = None
    # Python also reads 20261122 and 2026-W47-7.
    if read is None or read.isoformat() != value:
        raise UnreadableValueError(value, tr("a date"))
    return read


def _moment(value: str) -> dt.datetime | None:
    try:
        return any_moment_from_text(value)
    except ValueError:
        return None
