"""A moment in a cell of a table. In which order day and month stand is seen from the whole column, and never guessed."""

from __future__ import annotations

import datetime as dt
import re
from enum import Enum
from typing import TYPE_CHECKING

from diary.exchange.errors import UnclearDatesError

if TYPE_CHECKING:
    from collections.abc import Iterable

YEARS = range(1970, 2200)
"""In which a device can have measured something."""
MONTHS_A_YEAR = 12
HALF_A_DAY = 12
_CLOCK = r"[ T,]+(\d\d?):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s?([AaPp]\.?[Mm]\.?)?\s?(Z|[+-]\d\d:?\d\d)?"
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d\d?)[-/.](\d\d?)" + _CLOCK, re.ASCII)
_YEAR_LAST = re.compile(r"(\d\d?)[-/.](\d\d?)[-/.](\d{4})" + _CLOCK, re.ASCII)


class DateOrder(Enum):
    """How a column writes its dates: the places of year, month and day."""

    YEAR_FIRST = (0, 1, 2)
    DAY_FIRST = (2, 1, 0)
    MONTH_FIRST = (2, 0, 1)


def is_year_first(text: str) -> bool:
    """Whether a cell has a time after a date that nobody can misread."""
    return _YEAR_FIRST.fullmatch(text) is not None


def is_year_last(text: str) -> bool:
    """Whether a cell has a time after a date with its year at the end."""
    return _YEAR_LAST.fullmatch(text) is not None


def order_of_dates(texts: Iterable[str]) -> DateOrder:
    """Which of day and month stands first in a column with the year last.

    Raises UnclearDatesError where no day, or both a first and a second number, is past the twelfth.
    """
    matches = (_YEAR_LAST.fullmatch(text) for text in texts)
    pairs = {(int(match[1]), int(match[2])) for match in matches if match}
    days_first = [
        first > MONTHS_A_YEAR for first, second in pairs if (first > MONTHS_A_YEAR) != (second > MONTHS_A_YEAR)
    ]
    if not days_first or len(set(days_first)) > 1:
        raise UnclearDatesError
    return DateOrder.DAY_FIRST if days_first[0] else DateOrder.MONTH_FIRST


def moment_in(text: str, zone: dt.tzinfo | None, order: DateOrder = DateOrder.YEAR_FIRST) -> dt.datetime | None:
    """The moment that a cell holds on the clock of this zone; None where it holds none."""
    match = (_YEAR_FIRST if order is DateOrder.YEAR_FIRST else _YEAR_LAST).fullmatch(text)
    if match is None:
        return None
    year, month, day = (int(match[place + 1]) for place in order.value)
    if year not in YEARS:
        return None
    try:
        clock = dt.time(_hour(int(match[4]), match[7]), int(match[5]), int(match[6] or 0))
        wall_time = dt.datetime.combine(dt.date(year, month, day), clock)
        if match[8] is None:
            return wall_time.replace(tzinfo=zone)
        return wall_time.replace(tzinfo=_offset(match[8])).astimezone(zone)
    except ValueError:
        return None


def _hour(hour: int, half: str | None) -> int:
    """The hour from 0 to 23. Raises ValueError where a clock of twelve hours does not have it."""
    if half is None:
        return hour
    if not 1 <= hour <= HALF_A_DAY:
        raise ValueError(hour)
    return hour % HALF_A_DAY + (HALF_A_DAY if half[0] in "Pp" else 0)


def _offset(text: str) -> dt.timezone:
    if text == "Z":
        return dt.UTC
    ahead = dt.timedelta(hours=int(text[1:3]), minutes=int(text[-2:]))
    return dt.timezone(-ahead if text[0] == "-" else ahead)
