"""At which hour of the night the cramps came, and when the person was in bed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from diary.model.night import Night
    from diary.model.period import Period

FIRST_HOUR, HOURS = 20, 16
"""The hours that are counted one by one: from 20:00 to 12:00."""
MINUTES_A_DAY, NOON = 1440, 720
LEAST_BED_TIMES = 3
"""Nights with a bed time and a wake time from which their middle is told."""


@dataclass(frozen=True, slots=True)
class HourCount:
    """The cramps of one hour."""

    hour: int
    """On the clock: 23, 0, 1."""
    exact: int
    about: int
    """Cramps whose time is remembered as “about 3”."""

    @property
    def cramps(self) -> int:
        """All cramps of the hour."""
        return self.exact + self.about


@dataclass(frozen=True, slots=True)
class TimeInBed:
    """The middle of the bed times and of the wake times, in minutes from the noon before."""

    bed: float
    wake: float
    nights: int


@dataclass(frozen=True, slots=True)
class HoursOfNight:
    """The cramps by hour from 20:00 to 12:00, and those that have no place there."""

    hours: tuple[HourCount, ...]
    earlier: int
    """Cramps between noon and 20:00, which have no bar."""
    untimed: int
    """Cramps without a time."""
    in_bed: TimeInBed | None

    @property
    def cramps_in_hours(self) -> int:
        """Cramps that stand in an hour."""
        return sum(hour.cramps for hour in self.hours)


def hours_of_night(nights: Iterable[Night], period: Period) -> HoursOfNight:
    """The cramps of a period by hour; those at 02:00 to 02:59 count at 2."""
    logged_nights = [night for night in period.nights_in(nights) if night.logged]
    cramps = [cramp for night in logged_nights for cramp in night.cramps or ()]
    times = [(cramp.at.hour, cramp.about) for cramp in cramps if cramp.at]
    clock = [(FIRST_HOUR + place) % 24 for place in range(HOURS)]
    hours = tuple(HourCount(hour, times.count((hour, False)), times.count((hour, True))) for hour in clock)
    outside = len(times) - sum(hour.cramps for hour in hours)
    return HoursOfNight(hours, outside, len(cramps) - len(times), _in_bed(logged_nights))


def _in_bed(nights: Sequence[Night]) -> TimeInBed | None:
    times = [
        (_from_noon(bed), _from_noon(wake))
        for night in nights
        if isinstance(bed := night.value("bed_time"), dt.time) and isinstance(wake := night.value("wake_time"), dt.time)
    ]
    if len(times) < LEAST_BED_TIMES:
        return None
    return TimeInBed(median(bed for bed, _ in times), median(wake for _, wake in times), len(times))


def _from_noon(time: dt.time) -> int:
    return (time.hour * 60 + time.minute - NOON) % MINUTES_A_DAY
