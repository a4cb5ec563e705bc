"""The nights of a period, counted. A night not logged is no night of any count."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from diary.analysis.trends import LEAST_LOGGED
from diary.model.mornings import DAY
from diary.model.night import Cramp, Night

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Told = TypeVar("Told")


@dataclass(frozen=True, slots=True)
class Counted:
    """The nights between two mornings, both included."""

    first: dt.date
    last: dt.date
    nights: tuple[Night, ...]
    """Those that anything is known of, oldest first."""
    damaged: frozenset[dt.date] = frozenset()
    """The mornings of those that cannot be read: they are neither logged nor missed."""

    @property
    def days(self) -> int:
        """How many nights the period has, logged or not."""
        return (self.last - self.first).days + 1

    @property
    def logged(self) -> tuple[Night, ...]:
        """Of which it was told whether they had cramps."""
        return tuple(night for night in self.nights if night.logged)

    @property
    def cramp_nights(self) -> tuple[Night, ...]:
        """With at least one cramp."""
        return tuple(night for night in self.nights if night.cramps)

    @property
    def cramps(self) -> tuple[Cramp, ...]:
        """All their cramps."""
        return tuple(cramp for night in self.nights for cramp in night.cramps or ())

    @property
    def not_logged(self) -> int:
        """How many nights of the period were not logged."""
        return self.days - len(self.logged) - len(self.damaged)

    def told(self, of: Callable[[Cramp], Told | None]) -> list[Told]:
        """What was told of the cramps; those of which it was not told are left out."""
        return [value for cramp in self.cramps if (value := of(cramp)) is not None]


def counted(nights: Iterable[Night], first: dt.date, last: dt.date, damaged: Iterable[dt.date] = ()) -> Counted:
    """The nights of a period among all nights."""
    unreadable = frozenset(morning for morning in damaged if first <= morning <= last)
    within = (night for night in nights if first <= night.morning <= last)
    return Counted(first, last, tuple(sorted(within, key=lambda night: night.morning)), unreadable)


def counted_before(nights: Iterable[Night], period: Counted) -> Counted | None:
    """The equally long period before; None where too few of its nights were logged to compare with."""
    if period.days > (period.first - dt.date.min).days:
        return None  # the calendar does not reach so far back
    before = counted(nights, period.first - period.days * DAY, period.first - DAY)
    return before if len(before.logged) >= LEAST_LOGGED else None
