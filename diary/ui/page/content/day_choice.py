"""Which day is chosen in a calendar, and what the calendar shows meanwhile. A day is a date and never a moment."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from enum import Enum, auto

from diary.language import tr
from diary.model.mornings import DAY_NAMES, MONTH_NAMES
from diary.ui.page.content.month import month_after, month_before, month_of

YEARS_AT_ONCE = 20


class Grid(Enum):
    """What the calendar offers."""

    DAYS = auto()
    MONTHS = auto()
    YEARS = auto()


@dataclass(frozen=True, slots=True)
class DayChoice:
    """A calendar between two days: the chosen day, the month in sight, and what is offered."""

    chosen: dt.date
    month: dt.date
    """By its first day."""
    earliest: dt.date
    latest: dt.date
    grid: Grid = Grid.DAYS
    last_year: int = 0
    """The last of the years in sight, where years are offered."""

    @classmethod
    def of(cls, day: dt.date | None, *, earliest: dt.date, latest: dt.date) -> DayChoice:
        """A calendar opened at a day; at the latest where there is none, and at the nearest that can be chosen."""
        chosen = max(earliest, min(day or latest, latest))
        return cls(chosen, month_of(chosen), earliest, latest)

    def can_choose(self, day: dt.date) -> bool:
        """Whether a day lies within the limits."""
        return self.earliest <= day <= self.latest

    def can_show(self, month: dt.date) -> bool:
        """Whether any day of a month lies within the limits."""
        return month_of(self.earliest) <= month <= self.latest

    def choosing(self, day: dt.date) -> DayChoice:
        """With another day chosen."""
        return replace(self, chosen=day)

    def offering(self, grid: Grid) -> DayChoice:
        """With days, months or years to choose from; asked for what is there already, with days."""
        return replace(
            self, grid=Grid.DAYS if self.grid is grid else grid, last_year=self._last_year_with(self.month.year)
        )

    def in_month(self, month: int) -> DayChoice:
        """With the days of another month of the year in sight."""
        return self._showing(self.month.replace(month=month))

    def in_year(self, year: int) -> DayChoice:
        """With the days of the same month of another year, or of the nearest month that can be chosen."""
        return self._showing(self.month.replace(year=year))

    def earlier(self) -> DayChoice | None:
        """With the month, the year or the years before in sight; None where there are none."""
        if self.grid is Grid.YEARS:
            last = self.last_year - YEARS_AT_ONCE
            return replace(self, last_year=last) if last >= self.earliest.year else None
        before = (
            month_before(self.month)
            if self.grid is Grid.DAYS
            else self.month.replace(year=self.month.year - 1, month=12)
        )
        return replace(self, month=before) if self.can_show(before) else None

    def later(self) -> DayChoice | None:
        """With the month, the year or the years after in sight; None where there are none."""
        if self.grid is Grid.YEARS:
            last = self.last_year + YEARS_AT_ONCE
            return replace(self, last_year=last) if self.last_year < self.latest.year else None
        after = (
            month_after(self.month) if self.grid is Grid.DAYS else self.month.replace(year=self.month.year + 1, month=1)
        )
        return replace(self, month=after) if self.can_show(after) else None

    @property
    def years(self) -> tuple[int, ...]:
        """The years in sight, as far as they lie within the limits."""
        first = max(self.earliest.year, self.last_year - YEARS_AT_ONCE + 1)
        return tuple(range(first, min(self.latest.year, self.last_year) + 1))

    def _last_year_with(self, year: int) -> int:
        """The last year of those that are offered together with this one, counted back from the latest."""
        return self.latest.year - (self.latest.year - year) // YEARS_AT_ONCE * YEARS_AT_ONCE

    def _showing(self, month: dt.date) -> DayChoice:
        within = max(month_of(self.earliest), min(month, month_of(self.latest)))
        return replace(self, month=within, grid=Grid.DAYS)


def full_day_name(day: dt.date) -> str:
    """A day as a screen reader is to say it, its number first: “14, Saturday, 14 November 2026”."""
    return f"{day.day}, {tr(DAY_NAMES[day.weekday()])}, {day.day} {tr(MONTH_NAMES[day.month - 1])} {day.year}"
