"""A period of nights: the mornings from one to another, and the refusal of one that runs backwards."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from diary.language import tr
from diary.model.errors import BackwardsError
from diary.model.mornings import DAY, day_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from diary.model.night import Night


@dataclass(frozen=True, slots=True)
class Period:
    """The nights from one morning to another, both included.

    An end that is open stands at the calendar's own first or last day, so `Period()` holds every night that there can
    be, `Period(first=day)` all from a day on, and no reader has to ask whether there is an end.
    """

    first: dt.date = dt.date.min
    last: dt.date = dt.date.max

    def __post_init__(self) -> None:
        """Refuse an end before the start."""
        if self.last < self.first:
            raise BackwardsError(self.first, self.last)

    @classmethod
    def between(cls, first: dt.date | None, last: dt.date | None) -> Self:
        """The period between two days of which either may be left open."""
        return cls(first or dt.date.min, last or dt.date.max)

    def __contains__(self, morning: dt.date) -> bool:
        """Whether the night to this morning is one of its own."""
        return self.first <= morning <= self.last

    @property
    def days(self) -> int:
        """How many nights it holds, logged or not."""
        return (self.last - self.first).days + 1

    def mornings(self) -> Iterator[dt.date]:
        """The morning of every night that it holds, the earliest first."""
        return (self.first + place * DAY for place in range(self.days))

    def nights_in(self, nights: Iterable[Night]) -> list[Night]:
        """Those of the nights whose mornings lie in it, in the order in which they come."""
        first, last = self.first, self.last  # charts ask this of every night of ten years, and a call for each is felt
        return [night for night in nights if first <= night.morning <= last]

    @property
    def name(self) -> str:
        """Both its days, as “26 Aug to 23 Nov 2026”; with the years of both where they differ; one day alone."""
        if self.first == self.last:
            return day_name(self.last, year=True)
        start = day_name(self.first, year=self.first.year != self.last.year)
        return tr("{first} to {last}").format(first=start, last=day_name(self.last, year=True))


ALL_TIME = Period()
"""Open at both ends."""
