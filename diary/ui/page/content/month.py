"""One month of nights as the calendar shows it: each day's sign and name, and how many of each kind there were."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from diary.language import tr
from diary.model.mornings import DAY, MONTH_NAMES, WEEKDAYS, day_name, latest_night
from diary.model.night import Night, NightState
from diary.ui.page.content.night_words import cramps_in_short

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping


@dataclass(frozen=True, slots=True)
class DayShown:
    """One day of the calendar: the morning on which its night ended."""

    day: dt.date
    state: NightState
    worst: int | None
    """The worst intensity of its cramps; None where none was told."""
    name: str
    """“Sun 22 Nov: 2 cramps, worst 7 of 10”."""
    today: bool
    to_come: bool
    """Its night cannot be logged yet."""
    is_damaged: bool = False
    """Its night cannot be read, so that it is in none of the states."""


@dataclass(frozen=True, slots=True)
class MonthShown:
    """The weeks of a month, Monday first; None stands where a week reaches into another month."""

    first: dt.date
    counted_until: dt.date
    weeks: tuple[tuple[DayShown | None, ...], ...]

    @property
    def name(self) -> str:
        """“November 2026”."""
        return month_name(self.first)

    def count(self, state: NightState) -> int:
        """How many of its nights that are over are in this state; the night under way is no gap yet."""
        days = (day for week in self.weeks for day in week if day and day.day <= self.counted_until)
        return sum(day.state is state and not day.is_damaged for day in days)

    @property
    def damaged(self) -> int:
        """How many of its nights cannot be read."""
        return sum(day.is_damaged for week in self.weeks for day in week if day)


def month_name(day: dt.date) -> str:
    """The month that a day lies in: “November 2026”."""
    return f"{tr(MONTH_NAMES[day.month - 1])} {day.year}"


def month_of(day: dt.date) -> dt.date:
    """The first day of the month that a day lies in."""
    return day.replace(day=1)


def month_before(month: dt.date) -> dt.date:
    """The first day of the month before."""
    return month_of(month_of(month) - DAY)


def month_after(month: dt.date) -> dt.date:
    """The first day of the month after."""
    return month_of(month_of(month) + 31 * DAY)


def month_weeks(month: dt.date) -> tuple[tuple[dt.date | None, ...], ...]:
    """The weeks of a month, Monday first; None stands where a week reaches into another month."""
    weeks = calendar.Calendar().monthdatescalendar(month.year, month.month)
    return tuple(tuple(day if day.month == month.month else None for day in week) for week in weeks)


def worst_intensity(night: Night) -> int | None:
    """The worst intensity among a night's cramps; None where none was told."""
    return max((cramp.intensity for cramp in night.cramps or () if cramp.intensity is not None), default=None)


def month_shown(
    month: dt.date,
    nights: Mapping[dt.date, Night],
    *,
    now: dt.datetime,
    latest: dt.date,
    damaged: Collection[dt.date] = (),
) -> MonthShown:
    """A month from its nights by morning, as seen now; mornings after the latest are still to come."""
    today, tonight = now.date(), nights.get(now.date())

    def shown(day: dt.date | None) -> DayShown | None:
        if day is None:
            return None
        known = _day(nights.get(day) or Night(day), today=today, latest=latest)
        return _damaged(known) if day in damaged else known

    until = latest_night(now, logged=tonight is not None and tonight.logged)
    return MonthShown(month_of(month), until, tuple(tuple(shown(day) for day in week) for week in month_weeks(month)))


def _damaged(day: DayShown) -> DayShown:
    name = tr("{weekday} {day}: {told}").format(
        weekday=tr(WEEKDAYS[day.day.weekday()]), day=day_name(day.day), told=tr("cannot be read")
    )
    return replace(day, name=name, to_come=False, is_damaged=True)


def _day(night: Night, *, today: dt.date, latest: dt.date) -> DayShown:
    day = night.morning
    to_come = day > latest
    return DayShown(
        day=day,
        state=night.state,
        worst=worst_intensity(night),
        name=tr("{weekday} {day}: {told}").format(
            weekday=tr(WEEKDAYS[day.weekday()]),
            day=day_name(day),
            told=tr("still to come") if to_come else cramps_in_short(night),
        ),
        today=day == today,
        to_come=to_come,
    )
