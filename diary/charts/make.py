"""The charts as a screen asks for them: a name and nights in, a picture and its words out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from matplotlib.figure import Figure

from diary.analysis.trends import rolling_share, weeks
from diary.charts.catalogue import PLAIN, kind_of
from diary.charts.cramps_per_week import cramps_per_week, cramps_per_week_alternative
from diary.charts.render import to_png, to_svg
from diary.charts.share_of_cramp_nights import share_of_cramp_nights, share_of_cramp_nights_alternative
from diary.charts.two_shares import two_shares, two_shares_alternative
from diary.language import tr

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from diary.analysis.finding import Finding
    from diary.charts.catalogue import Options
    from diary.charts.look import Look
    from diary.model.night import Night


@dataclass(frozen=True, slots=True)
class ChartImage:
    """A chart as a screen shows it."""

    png: bytes
    alternative: str
    """What the chart says, in words."""
    title: str = ""
    """What is seen, in a few words."""


@dataclass(frozen=True, slots=True)
class ChartDrawing:
    """A chart as paper takes it, or a file."""

    svg: bytes
    alternative: str
    """What the chart says, in words."""
    title: str
    """What is seen, in a few words."""


@dataclass(frozen=True, slots=True)
class DrawnChart:
    """A chart before it becomes bytes."""

    figure: Figure
    title: str
    alternative: str


def make_chart(
    name: str, nights: Sequence[Night], look: Look, *, first: dt.date, last: dt.date, options: Options = PLAIN
) -> ChartImage:
    """The chart of this name over the mornings from first to last, as PNG.

    Give the nights of the whole diary: those before first fill the first windows of the rolling share. Raises KeyError
    where the catalogue has no chart of this name.
    """
    drawn = draw_chart(name, nights, look, first=first, last=last, options=options)
    return ChartImage(to_png(drawn.figure, look.density), drawn.alternative, drawn.title)


def make_drawing(
    name: str, nights: Sequence[Night], look: Look, *, first: dt.date, last: dt.date, options: Options = PLAIN
) -> ChartDrawing:
    """The same chart as SVG."""
    drawn = draw_chart(name, nights, look, first=first, last=last, options=options)
    return ChartDrawing(to_svg(drawn.figure), drawn.alternative, drawn.title)


def draw_chart(
    name: str, nights: Sequence[Night], look: Look, *, first: dt.date, last: dt.date, options: Options = PLAIN
) -> DrawnChart:
    """The same chart as a Figure."""
    figure, alternative = _OF_NIGHTS[name](nights, look, first, last)
    _ = options
    return DrawnChart(figure, tr(kind_of(name).title), alternative)


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
