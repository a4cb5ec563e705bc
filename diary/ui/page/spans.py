"""Which nights a screen looks at: so many back from today, all, or between the person's own dates."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from diary.language import mark
from diary.model.mornings import DAY
from diary.model.period import Period

if TYPE_CHECKING:
    import datetime as dt


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
