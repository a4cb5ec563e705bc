"""How strong the cramps were and how long they lasted, over time."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from diary.model.mornings import DAY
from diary.model.period import Period

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from diary.model.night import Cramp, Night

MOST_STRETCHES = 26
"""The most stretches of time that a range is divided into."""
WEEKS = (1, 2, 4, 13, 26, 52)
"""How many weeks a stretch may hold."""


@dataclass(frozen=True, slots=True)
class Spread:
    """The middle of some values, and between which the middle half of them lies."""

    middle: float
    low: float
    high: float
    count: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """The cramps of some weeks. A value that was not told is left out; with none told there is no spread."""

    first: dt.date
    end: dt.date
    """The morning after its last."""
    logged: int
    intensity: Spread | None
    minutes: Spread | None


@dataclass(frozen=True, slots=True)
class CrampSeverity:
    """What was told of one cramp."""

    morning: dt.date
    intensity: int | None
    minutes: float | None


@dataclass(frozen=True, slots=True)
class Severity:
    """The cramps of a range: one by one, in stretches of time, and all together."""

    period: Period
    weeks: int
    """How many weeks a stretch holds."""
    cramps: tuple[CrampSeverity, ...]
    stretches: tuple[Stretch, ...]
    intensity: Spread | None
    minutes: Spread | None


def cramp_severity(nights: Iterable[Night], period: Period) -> Severity:
    """The cramps of a period."""
    logged_nights = [night for night in period.nights_in(nights) if night.logged]
    weeks = next((weeks for weeks in WEEKS if period.days <= weeks * 7 * MOST_STRETCHES), WEEKS[-1])
    cramps = [(night.morning, cramp) for night in logged_nights for cramp in night.cramps or ()]
    return Severity(
        period,
        weeks,
        tuple(CrampSeverity(morning, cramp.intensity, cramp.minutes) for morning, cramp in cramps),
        _stretches(logged_nights, period, weeks=weeks),
        _intensity([cramp for _, cramp in cramps]),
        _minutes([cramp for _, cramp in cramps]),
    )


def _stretches(nights: Sequence[Night], period: Period, *, weeks: int) -> tuple[Stretch, ...]:
    length = 7 * weeks
    count = (period.last - period.first).days // length + 1
    by_place: list[list[Night]] = [[] for _ in range(count)]
    for night in nights:
        by_place[(night.morning - period.first).days // length].append(night)
    return tuple(
        _stretch(
            period.first + place * length * DAY,
            min(period.first + (place + 1) * length * DAY, period.last + DAY),
            stretch_nights,
        )
        for place, stretch_nights in enumerate(by_place)
    )


def _stretch(first: dt.date, end: dt.date, nights: Sequence[Night]) -> Stretch:
    cramps = [cramp for night in nights for cramp in night.cramps or ()]
    return Stretch(first, end, len(nights), _intensity(cramps), _minutes(cramps))


def _intensity(cramps: Sequence[Cramp]) -> Spread | None:
    return spread([float(cramp.intensity) for cramp in cramps if cramp.intensity is not None])


def _minutes(cramps: Sequence[Cramp]) -> Spread | None:
    return spread([cramp.minutes for cramp in cramps if cramp.minutes is not None])


def spread(values: Sequence[float]) -> Spread | None:
    """Median and quartiles, between neighbours in proportion as numpy's and R's usual ones; None of no values."""
    if not values:
        return None
    ascending = sorted(values)
    return Spread(median(ascending), _quantile(ascending, 0.25), _quantile(ascending, 0.75), len(ascending))


def _quantile(ascending: Sequence[float], share: float) -> float:
    place = share * (len(ascending) - 1)
    below = int(place)
    above = min(below + 1, len(ascending) - 1)
    return ascending[below] + (place - below) * (ascending[above] - ascending[below])
