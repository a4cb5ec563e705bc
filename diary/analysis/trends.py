"""How the cramps go over time: by week, and as a share of the nights logged.

Only logged nights count; where none was logged there is no number, because 0 would be a claim. Plain Python over
nights, so that a screen may use it before pandas is loaded.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from diary.analysis.intervals import wilson
from diary.model.mornings import DAY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from diary.model.night import Night
    from diary.model.period import Period

NIGHTS_A_WEEK = 7
LEAST_LOGGED = 7
"""Fewer logged nights than these in a window are too few to state a share of them."""
WINDOWS = ((200, 28), (400, 56), (800, 91), (1900, 182))
"""Ranges up to so many days, each with the days of its rolling window."""
LONGEST_WINDOW = 364


@dataclass(frozen=True, slots=True)
class Week:
    """The mornings from a Monday to the Sunday after it, or several such weeks taken together."""

    monday: dt.date
    logged: int
    """Nights that were logged."""
    cramp_nights: int
    cramps: int
    weeks: int = 1
    """How many weeks are taken together."""

    @property
    def per_week(self) -> float | None:
        """Cramps a week: seven times cramps ÷ logged nights. None where no night was logged: a gap, not zero."""
        return NIGHTS_A_WEEK * self.cramps / self.logged if self.logged else None

    @property
    def end(self) -> dt.date:
        """The Monday after it."""
        return self.monday + self.weeks * NIGHTS_A_WEEK * DAY


@dataclass(frozen=True, slots=True)
class ShareInterval:
    """A share of nights, with its 95 % interval; each from 0 to 1."""

    middle: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class WindowShare:
    """The share of cramp nights among the nights logged in the window that ends with a morning."""

    morning: dt.date
    logged: int
    cramp_nights: int
    share: ShareInterval | None
    """None where too few nights of the window were logged."""


def calendar_weeks(nights: Iterable[Night], period: Period) -> tuple[Week, ...]:
    """Every calendar week that a period touches, in order, logged or not.

    Nights outside it are not counted, so the weeks at both ends may hold fewer than seven.
    """
    by_monday: dict[dt.date, list[Night]] = {monday: [] for monday in _mondays(period)}
    for night in period.nights_in(nights):
        if night.logged:
            by_monday[_monday_of(night.morning)].append(night)
    return tuple(_week(monday, logged) for monday, logged in by_monday.items())


def group_weeks(weeks: Sequence[Week], size: int) -> tuple[Week, ...]:
    """The weeks in groups of this size, the last one perhaps smaller; their counts added."""
    groups = (weeks[start : start + size] for start in range(0, len(weeks), size))
    return tuple(
        Week(
            group[0].monday,
            logged=sum(week.logged for week in group),
            cramp_nights=sum(week.cramp_nights for week in group),
            cramps=sum(week.cramps for week in group),
            weeks=sum(week.weeks for week in group),
        )
        for group in groups
    )


def rolling_share(
    nights: Iterable[Night], period: Period, *, window: int = 28, least: int = LEAST_LOGGED
) -> tuple[WindowShare, ...]:
    """For each morning of a period, the share of cramp nights in the window of days that ends with it.

    The share is cramp nights ÷ nights logged in the window, with Wilson's 95 % interval, which takes nights as
    independent; cramp nights come in spells, so the truth is somewhat wider. Nights before it fill the first
    windows. None where fewer than `least` nights of the window were logged.
    """
    days = [period.first - (window - 1 - place) * DAY for place in range(period.days + window - 1)]
    cramp_by_morning = {night.morning: bool(night.cramps) for night in nights if night.logged}
    logged = _sums(day in cramp_by_morning for day in days)
    cramps = _sums(cramp_by_morning.get(day, False) for day in days)
    return tuple(
        _window_share(days[end], logged[end + 1] - logged[start], cramps[end + 1] - cramps[start], least=least)
        for start, end in enumerate(range(window - 1, len(days)))
    )


def window_for(period: Period) -> int:
    """How many days a window of the rolling share has, so that the line over a long time is calm enough to read."""
    return next((window for longest, window in WINDOWS if period.days <= longest), LONGEST_WINDOW)


def least_for(window: int) -> int:
    """Fewer logged nights than these in a window are too few to state a share: a quarter of it."""
    return max(LEAST_LOGGED, window // 4)


def share_interval(cramp_nights: int, logged: int) -> ShareInterval:
    """The share of cramp nights among logged nights, of which there is at least one, with Wilson's interval."""
    low, high = wilson(cramp_nights, logged)
    return ShareInterval(cramp_nights / logged, low, high)


def _monday_of(day: dt.date) -> dt.date:
    return day - day.weekday() * DAY


def _mondays(period: Period) -> Iterator[dt.date]:
    monday = _monday_of(period.first)
    while monday <= period.last:
        yield monday
        monday += NIGHTS_A_WEEK * DAY


def _week(monday: dt.date, logged: Sequence[Night]) -> Week:
    return Week(
        monday,
        logged=len(logged),
        cramp_nights=sum(bool(night.cramps) for night in logged),
        cramps=sum(len(night.cramps or ()) for night in logged),
    )


def _sums(flags: Iterable[bool]) -> list[int]:
    """Running totals, from 0 before the first."""
    return list(accumulate((int(flag) for flag in flags), initial=0))


def _window_share(morning: dt.date, logged: int, cramp_nights: int, *, least: int) -> WindowShare:
    enough = logged >= max(least, 1)
    return WindowShare(morning, logged, cramp_nights, share_interval(cramp_nights, logged) if enough else None)
