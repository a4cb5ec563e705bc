"""What Trends and Report tell of a period before any chart: how much of it was logged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.language import tr, trn
from diary.model.night import Night, NightState
from diary.ui.period import Period, Span, period_back

if TYPE_CHECKING:
    import datetime as dt
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

    @property
    def logged_share(self) -> float:
        """Of the period's nights, from 0 to 1."""
        return self.logged / self.period.nights

    @property
    def logged_sentence(self) -> str:
        """“61 of 90 nights logged”."""
        return trn(
            "{logged:,} of {nights:,} night logged", "{logged:,} of {nights:,} nights logged", self.period.nights
        ).format(logged=self.logged, nights=self.period.nights)

    @property
    def nothing_sentence(self) -> str:
        """What to say where none of the period's nights was logged."""
        return tr("No night from {period} was logged. Choose a longer time.").format(period=self.period.name)


def look_back_over(nights: Iterable[Night], period: Period) -> LookBack:
    """The count of a period's nights among all nights of the diary."""
    logged = [night for night in nights if night.logged]
    within = [night for night in logged if period.first <= night.morning <= period.last]
    return LookBack(
        period=period,
        logged=len(within),
        cramp_nights=sum(night.state is NightState.CRAMPS for night in within),
        ever_logged=len(logged),
    )


def look_back(book: Diary, span: Span, own: Period | None = None) -> LookBack:
    """The look back of a screen: over a span that ends with the latest night that counts, or over the person's own dates."""
    nights = book.nights()
    if span is Span.OWN and own is not None:
        return look_back_over(nights, own)
    return look_back_over(nights, period_back(span, today=book.latest_night(), begun=_begun(nights)))


def _begun(nights: list[Night]) -> dt.date | None:
    return min((night.morning for night in nights if night.logged), default=None)
