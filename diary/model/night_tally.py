"""How many nights of a time were logged and how many had cramps, and whether these give a rate.

Where hardly a quiet night was logged, and many nights were not logged at all, the share of cramp nights says how the diary was
kept and not how often it cramped. Such a diary counts its cramp nights, and no more.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from diary.language import mark, tr
from diary.model.report_choices import first_logged

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.model.night import Night
    from diary.model.period import Period

FEWEST_QUIET = 0.10
"""The share of quiet nights among the logged below which they may have been left out."""
LOG_QUIET_NIGHTS = mark("Quiet nights count as much: on Log, one tap on “No cramps” is enough.")
"""What is to be done about it."""
WELL_LOGGED = 0.70
"""The share of logged nights from which few quiet ones are believed."""


@dataclass(frozen=True, slots=True)
class NightTally:
    """The nights of a time, counted."""

    cramp_nights: int
    logged: int
    nights: int
    """Those that could have been logged."""

    @classmethod
    def of(cls, nights: Sequence[Night], period: Period) -> Self:
        """The tally of a period: nights before the diary was begun are no gap in it, nor are those still to come."""
        logged_nights = [night for night in period.nights_in(nights) if night.logged]
        if not logged_nights:
            return cls(0, 0, 0)
        begun = first_logged(nights, today=period.last) or period.first
        last = period.last if period.last != dt.date.max else max(night.morning for night in logged_nights)
        return cls(
            sum(bool(night.cramps) for night in logged_nights),
            len(logged_nights),
            (last - max(period.first, begun)).days + 1,
        )

    @property
    def has_rate(self) -> bool:
        """Whether these nights give a rate: some were logged, and not the bad ones alone."""
        if not self.logged:
            return False
        quiet = self.logged - self.cramp_nights
        return quiet >= FEWEST_QUIET * self.logged or self.logged >= WELL_LOGGED * self.nights

    @property
    def at_least_words(self) -> str:
        """What stands in place of a rate: “Cramps on at least 33 of 90 nights”."""
        return tr("Cramps on at least {cramp_nights} of {nights} nights").format(
            cramp_nights=f"{self.cramp_nights:,}", nights=f"{self.nights:,}"
        )

    @property
    def no_rate_words(self) -> str:
        """The same in a sentence, with why; empty where there is a rate, or nothing to count."""
        if self.has_rate or not self.logged:
            return ""
        words = tr("{least}; no quiet night was logged, so no rate can be told.")
        if self.cramp_nights < self.logged:
            words = tr("{least}; hardly any quiet night was logged, so no rate can be told.")
        return words.format(least=self.at_least_words)
