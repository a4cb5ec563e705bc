"""Which days an axis of time names, so that their names never run into one another."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from diary.language import tr
from diary.model.mornings import DAY, MONTHS, day_name
from diary.model.period import Period

CHARACTER = 0.62
"""The width of a character, in sizes of the text: wider than most, for room."""
BETWEEN = 0.9
"""The least room between two names, in sizes of the text."""

Days = Callable[[Period], Iterator[dt.date]]


@dataclass(frozen=True, slots=True)
class Tick:
    """A day that the axis names."""

    day: dt.date
    name: str
    """A second line tells the year, where it is new."""


def day_ticks(period: Period, *, width: float, font_size: float) -> tuple[Tick, ...]:
    """As many named days, weeks, months or years as have room on an axis of this width in logical pixels."""
    days_on_axis = max((period.last - period.first).days, 1)
    for days, name in _steps():
        ticks = list(days(period))
        if not ticks:
            continue
        closest = min(((later - day).days for day, later in pairwise(ticks)), default=days_on_axis)
        longest = max(len(name(day)) for day in ticks)
        if closest * width / days_on_axis >= (longest * CHARACTER + BETWEEN) * font_size:
            return _with_years(ticks, name)
    return _with_years([period.first], day_name)


def _steps() -> Iterator[tuple[Days, Callable[[dt.date], str]]]:
    for step in (1, 2):
        yield _every_days(step), day_name
    for step in (1, 2):
        yield _every_weeks(step), day_name
    for step in (1, 2, 3, 6):
        yield _every_months(step), _month_name
    for step in (1, 2, 5, 10):
        yield _every_years(step), _year_name


def _every_days(step: int) -> Days:
    def days(period: Period) -> Iterator[dt.date]:
        return (period.first + place * DAY for place in range(0, period.days, step))

    return days


def _every_weeks(step: int) -> Days:
    def mondays(period: Period) -> Iterator[dt.date]:
        monday = period.first + (-period.first.weekday() % 7) * DAY
        return (monday + place * DAY for place in range(0, (period.last - monday).days + 1, 7 * step))

    return mondays


def _every_months(step: int) -> Days:
    def firsts(period: Period) -> Iterator[dt.date]:
        months = range(period.first.year * 12, period.last.year * 12 + 12, step)
        days = (dt.date(month // 12, month % 12 + 1, 1) for month in months)
        return (day for day in days if day in period)

    return firsts


def _every_years(step: int) -> Days:
    def januaries(period: Period) -> Iterator[dt.date]:
        days = (dt.date(year, 1, 1) for year in range(period.first.year, period.last.year + 1) if year % step == 0)
        return (day for day in days if day in period)

    return januaries


def _month_name(day: dt.date) -> str:
    return tr(MONTHS[day.month - 1])


def _year_name(day: dt.date) -> str:
    return str(day.year)


def _with_years(ticks: list[dt.date], name: Callable[[dt.date], str]) -> tuple[Tick, ...]:
    """The names, with the year under the first of each year where the name does not tell it."""
    if name is _year_name:
        return tuple(Tick(day, name(day)) for day in ticks)
    firsts = {day.year: day for day in reversed(ticks)}
    return tuple(Tick(day, f"{name(day)}\n{day.year}" if firsts[day.year] == day else name(day)) for day in ticks)
