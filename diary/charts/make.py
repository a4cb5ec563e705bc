"""The charts as a screen asks for them: a name and nights in, a picture and its words out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.analysis.trends import rolling_share, weeks
from diary.charts.cramps_per_week import cramps_per_week, cramps_per_week_alternative
from diary.charts.render import to_png
from diary.charts.share_of_cramp_nights import share_of_cramp_nights, share_of_cramp_nights_alternative
from diary.charts.two_shares import two_shares, two_shares_alternative

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from matplotlib.figure import Figure

    from diary.analysis.finding import Finding
    from diary.charts.look import Look
    from diary.model.night import Night


@dataclass(frozen=True, slots=True)
class ChartImage:
    """A chart as it is shown."""

    png: bytes
    alternative: str
    """What the chart says, in words."""


def make_chart(name: str, nights: Sequence[Night], look: Look, *, first: dt.date, last: dt.date) -> ChartImage:
    """The chart of this name over the mornings from first to last.

    Give the nights of the whole diary: those before first fill the first windows of the rolling share. Raises KeyError
    where there is no chart of this name.
    """
    figure, alternative = _OF_NIGHTS[name](nights, look, first, last)
    return ChartImage(to_png(figure, look.density), alternative)


def make_finding_chart(finding: Finding, look: Look) -> ChartImage:
    """The two shares of a finding."""
    return ChartImage(to_png(two_shares(finding, look), look.density), two_shares_alternative(finding))


def _cramps_per_week(nights: Sequence[Night], look: Look, first: dt.date, last: dt.date) -> tuple[Figure, str]:
    told = weeks(nights, first, last)
    return cramps_per_week(told, look), cramps_per_week_alternative(told)


def _share_of_cramp_nights(nights: Sequence[Night], look: Look, first: dt.date, last: dt.date) -> tuple[Figure, str]:
    told = rolling_share(nights, first, last)
    return share_of_cramp_nights(told, look), share_of_cramp_nights_alternative(told)


_OF_NIGHTS: dict[str, Callable[[Sequence[Night], Look, dt.date, dt.date], tuple[Figure, str]]] = {
    "cramps_per_week": _cramps_per_week,
    "share_of_cramp_nights": _share_of_cramp_nights,
}
