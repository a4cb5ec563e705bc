"""The nights of a year one by one, as a calendar shows them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.model.mornings import DAY
from diary.model.night import NightState

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diary.model.night import Night

MONTHS_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class CalendarNight:
    """What the calendar knows of one night."""

    morning: dt.date
    state: NightState
    worst: int | None = None
    """The worst intensity of its cramps; None where none was told."""


@dataclass(frozen=True, slots=True)
class YearOfNights:
    """Every night from first to last, logged or not; at most the last twelve calendar months of what was asked."""

    first: dt.date
    last: dt.date
    nights: tuple[CalendarNight, ...]

    def count(self, state: NightState) -> int:
        """How many nights are in this state."""
        return sum(night.state is state for night in self.nights)


def year_of_nights(nights: Iterable[Night], first: dt.date, last: dt.date) -> YearOfNights:
    """The nights from first to last; where that is longer than a year, its last twelve calendar months."""
    begin = max(first, _months_before(last, MONTHS_A_YEAR - 1))
    by_morning = {night.morning: night for night in nights if begin <= night.morning <= last}
    days = [begin + place * DAY for place in range((last - begin).days + 1)]
    return YearOfNights(begin, last, tuple(_calendar_night(day, by_morning.get(day)) for day in days))


def _months_before(day: dt.date, months: int) -> dt.date:
    """The first day of the month so many months before a day's; the first month there is, where there is none."""
    month = max(day.year * 12 + day.month - 1 - months, dt.MINYEAR * 12)
    return dt.date(month // 12, month % 12 + 1, 1)


def _calendar_night(morning: dt.date, night: Night | None) -> CalendarNight:
    if night is None:
        return CalendarNight(morning, NightState.NOT_LOGGED)
    intensities = [cramp.intensity for cramp in night.cramps or () if cramp.intensity is not None]
    return CalendarNight(morning, night.state, max(intensities, default=None))
