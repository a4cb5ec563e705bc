"""Which nights a screen looks at: so many back from today, all, or between the person's own dates."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from diary.language import mark, tr
from diary.model.errors import BackwardsError
from diary.model.mornings import DAY, day_name


class Span(StrEnum):
    """How far back to look."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    ALL = "all"
    OWN = "own"
    """Between two dates that the person chooses."""


TRENDS_SPANS = (Span.MONTH, Span.QUARTER, Span.YEAR, Span.ALL, Span.OWN)
"""Those that Trends offers: one line of a phone."""
SPAN_NAMES = {
    Span.MONTH: mark("30 days"),
    Span.QUARTER: mark("90 days"),
    Span.HALF: mark("180 days"),
    Span.YEAR: mark("1 year"),
    Span.ALL: mark("All"),
    Span.OWN: mark("Own dates"),
}
_NIGHTS = {Span.MONTH: 30, Span.QUARTER: 90, Span.HALF: 180, Span.YEAR: 365}


@dataclass(frozen=True, slots=True)
class Period:
    """The nights from one morning to another, both included."""

    first: dt.date
    last: dt.date

    def __post_init__(self) -> None:
        """Refuse an end before the start."""
        if self.last < self.first:
            raise BackwardsError(self.first, self.last)

    @property
    def nights(self) -> int:
        """How many nights it holds, logged or not."""
        return (self.last - self.first).days + 1

    @property
    def name(self) -> str:
        """Both its days, as “26 Aug to 23 Nov 2026”; with the years of both where they differ; one day alone."""
        if self.first == self.last:
            return day_name(self.last, year=True)
        start = day_name(self.first, year=self.first.year != self.last.year)
        return tr("{first} to {last}").format(first=start, last=day_name(self.last, year=True))


def period_back(span: Span, *, today: dt.date, begun: dt.date | None) -> Period:
    """The nights of a span that ends with the night to today's morning.

    All is everything since the diary's first morning, and only today's where there is none. A span of so many nights
    begins no earlier, for a night before the diary was begun is no gap in it.
    """
    if span not in _NIGHTS:
        return Period(min(begun or today, today), today)
    first = today - (_NIGHTS[span] - 1) * DAY
    return Period(max(first, min(begun or first, today)), today)


@dataclass(frozen=True, slots=True)
class TrendsView:
    """What Trends looks at."""

    span: Span = Span.QUARTER
    own: Period | None = None
    """The person's own dates, once they chose some."""
    factor: str = ""
    """The key of the factor beside which the cramps are seen; empty: none was chosen."""
