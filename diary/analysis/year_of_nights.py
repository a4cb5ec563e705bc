"""The nights of a year one by one, as a calendar shows them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.model.night import NightState
from diary.model.period import Period

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
    """Every night of a period, logged or not; at most the last twelve calendar months of what was asked."""

    period: Period
    nights: tuple[CalendarNight, ...]

    def count(self, state: NightState) -> int:
        """How many nights are in this state."""
        return sum(night.state is state for night in self.nights)


def year_of_nights(nights: Iterable[Night], period: Period) -> YearOfNights:
    """The nights of a period; where it is longer than a year, of its last twelve calendar months."""
    year = Period(max(period.first, _months_before(period.last, MONTHS_A_YEAR - 1)), period.last)
    by_morning = {night.morning: night for night in year.nights_in(nights)}
    return YearOfNights(year, tuple(_calendar_night(day, by_morning.get(day)) for day in year.mornings()))


def _months_before(day: dt.date, months: int) -> dt.date:
    """The first day of the month so many months before a day's; the first month there is, where there is none."""
    month = max(day.year * 12 + day.month - 1 - months, dt.MINYEAR * 12)
    return dt.date(month // 12, month % 12 + 1, 1)


def _calendar_night(morning: dt.date, night: Night | None) -> CalendarNight:
    if night is None:
        return CalendarNight(morning, NightState.NOT_LOGGED)
    intensities = [cramp.intensity for cramp in night.cramps or () if cramp.intensity is not None]
    return CalendarNight(morning, night.state, max(intensities, default=None))
