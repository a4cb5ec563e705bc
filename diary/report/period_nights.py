"""The nights of a period, to be counted. A night not logged is no night of any count."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from diary.analysis.trends import LEAST_LOGGED
from diary.model.mornings import DAY
from diary.model.night import Cramp, Night
from diary.model.night_tally import NightTally
from diary.model.period import Period

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

CrampValue = TypeVar("CrampValue")


@dataclass(frozen=True, slots=True)
class PeriodNights:
    """The nights of a period."""

    period: Period
    known_nights: tuple[Night, ...]
    """Those that anything is known of, oldest first."""
    damaged_mornings: frozenset[dt.date] = frozenset()
    """The mornings of nights that cannot be read: they are neither logged nor missed."""

    @property
    def logged_nights(self) -> tuple[Night, ...]:
        """The nights of which it is known whether they had cramps."""
        return tuple(night for night in self.known_nights if night.logged)

    @property
    def cramp_nights(self) -> tuple[Night, ...]:
        """The nights with at least one cramp."""
        return tuple(night for night in self.known_nights if night.cramps)

    @property
    def cramps(self) -> tuple[Cramp, ...]:
        """All cramps of these nights."""
        return tuple(cramp for night in self.known_nights for cramp in night.cramps or ())

    @property
    def missing_count(self) -> int:
        """How many nights of the period were not logged."""
        return self.tally.nights - len(self.logged_nights)

    @property
    def tally(self) -> NightTally:
        """The nights counted, and whether they give a rate."""
        return NightTally(
            len(self.cramp_nights), len(self.logged_nights), self.period.days - len(self.damaged_mornings)
        )

    def cramp_values(self, of: Callable[[Cramp], CrampValue | None]) -> list[CrampValue]:
        """One value of each cramp; cramps without an answer are left out."""
        return [value for cramp in self.cramps if (value := of(cramp)) is not None]


def nights_in_period(
    nights: Iterable[Night], period: Period, unreadable_mornings: Iterable[dt.date] = ()
) -> PeriodNights:
    """The nights of a period among all nights."""
    known_nights = sorted(period.nights_in(nights), key=lambda night: night.morning)
    damaged_mornings = frozenset(morning for morning in unreadable_mornings if morning in period)
    return PeriodNights(period, tuple(known_nights), damaged_mornings)


def nights_before(nights: Iterable[Night], period: Period) -> PeriodNights | None:
    """The equally long period before; None where too few of its nights were logged to compare with."""
    if period.days > (period.first - dt.date.min).days:
        return None  # the calendar does not reach so far back
    before = nights_in_period(nights, Period(period.first - period.days * DAY, period.first - DAY))
    return before if len(before.logged_nights) >= LEAST_LOGGED else None
