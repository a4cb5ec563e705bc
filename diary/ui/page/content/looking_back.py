"""What Trends and Report tell of a period before any chart: how much of it was logged."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.language import tr, trn
from diary.model.damage import DamagedNight, damaged_between
from diary.model.mornings import DAY, day_name
from diary.model.night import Night, NightState
from diary.model.night_tally import NightTally
from diary.model.period import Period
from diary.model.report_choices import first_logged
from diary.ui.page.spans import Span, period_back

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diary.book import Diary


@dataclass(frozen=True, slots=True)
class LookBack:
    """How much of a period was logged, and how much of it had cramps."""

    period: Period
    logged: int
    """Nights of the period that were logged."""
    cramp_nights: int
    """Nights of the period with at least one cramp."""
    ever_logged: int
    """Nights of the whole diary that were logged."""
    begun: dt.date | None = None
    """The first morning of the diary; None where no night was logged."""
    damaged: tuple[DamagedNight, ...] = ()
    """Nights of the period that cannot be read: neither logged nor missed."""
    also_missing: tuple[str, ...] = ()
    """What else of the diary cannot be read, a sentence each."""

    @property
    def nights(self) -> int:
        """The nights of the period that could have been logged: those before the diary was begun are no gap in it."""
        first = max(self.period.first, self.begun or self.period.first)
        unreadable = {night.morning for night in self.damaged if night.morning and night.morning >= first}
        return max(0, (self.period.last - first) // DAY + 1 - len(unreadable))

    @property
    def tally(self) -> NightTally:
        """The nights counted, and whether they give a rate."""
        return NightTally(self.cramp_nights, self.logged, self.nights)

    @property
    def logged_share(self) -> float:
        """Of the nights that could have been, from 0 to 1."""
        return self.logged / self.nights if self.nights else 0.0

    @property
    def logged_sentence(self) -> str:
        """“61 of 90 nights logged”, and where the diary was begun later than the period, that they are those since."""
        if self.begun is None or self.begun <= self.period.first:
            words = trn("{logged:,} of {nights:,} night logged", "{logged:,} of {nights:,} nights logged", self.nights)
        elif self.nights:
            words = trn(
                "{logged:,} of {nights:,} night logged since the diary began",
                "{logged:,} of {nights:,} nights logged since the diary began",
                self.nights,
            )
        else:
            return tr("The diary began on {day}").format(day=day_name(self.begun, year=True))
        return words.format(logged=self.logged, nights=self.nights)

    @property
    def nothing_sentence(self) -> str:
        """What to say where none of the period's nights was logged."""
        return tr("No night from {period} was logged. Choose a longer time.").format(period=self.period.name)


def look_back_over(
    nights: Iterable[Night],
    period: Period,
    damaged: Iterable[DamagedNight] = (),
    also_missing: tuple[str, ...] = (),
) -> LookBack:
    """The count of a period's nights among all nights of the diary."""
    logged = [night for night in nights if night.logged]
    within = period.nights_in(logged)
    return LookBack(
        period=period,
        logged=len(within),
        cramp_nights=sum(night.state is NightState.CRAMPS for night in within),
        ever_logged=len(logged),
        begun=min((night.morning for night in logged), default=None),
        damaged=damaged_between(damaged, period),
        also_missing=also_missing,
    )


def look_back(book: Diary, span: Span, own: Period | None = None) -> LookBack:
    """The look back of a screen: over a span that ends with the latest night that counts, or over the person's own dates."""
    nights, today = book.nights.all(), book.nights.latest()
    period = own if span is Span.OWN and own is not None else None
    if period is None:
        period = period_back(span, today=today, begun=first_logged(nights, today=today))
    return look_back_over(nights, period, book.nights.damaged(), book.files.missing_sentences())
