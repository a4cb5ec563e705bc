"""The share of cramp nights with a trigger beside the share without it, as dots with their intervals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.analysis.intervals import wilson
from diary.charts.canvas import blank, room_for_values
from diary.language import tr
from diary.model.percent import percent

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from diary.analysis.finding import Finding
    from diary.charts.look import Look

WITH, WITHOUT = 1.0, 0.0
"""At which heights the two rows stand."""


def two_shares(finding: Finding, look: Look) -> Figure:
    """A full dot for the nights with it, a ring for the others, each on the bar of its Wilson interval."""
    figure, axes = blank(look)
    axes.grid(visible=False, axis="y")
    axes.grid(axis="x", color=look.colours.grid, linewidth=1)
    axes.set_xlim(-0.02, 1.02)
    axes.set_ylim(-0.6, 1.6)
    step = 0.25 if room_for_values(look) > 1 and look.font_scale < 1.5 else 0.5
    ticks = [place * step for place in range(round(1 / step) + 1)]
    axes.set_xticks(ticks, [percent(tick) for tick in ticks])
    axes.set_yticks(
        [WITH, WITHOUT],
        [
            _name(finding.exposed_cramp, finding.exposed, tr("with it")),
            _name(finding.unexposed_cramp, finding.unexposed, tr("without it")),
        ],
    )
    axes.tick_params(axis="y", labelcolor=look.colours.ink)
    _draw(axes, WITH, (finding.exposed_cramp, finding.exposed), look)
    _draw(axes, WITHOUT, (finding.unexposed_cramp, finding.unexposed), look)
    return figure


def _name(part: int, whole: int, name: str) -> str:
    counts = tr("{part} of {whole}").format(part=part, whole=whole) if whole else tr("no night")
    return f"{name}\n{counts}"


def two_shares_alternative(finding: Finding) -> str:
    """The chart in words."""
    exposed = _in_words(finding.exposed_cramp, finding.exposed)
    unexposed = _in_words(finding.unexposed_cramp, finding.unexposed)
    return tr("With it: {exposed}. Without it: {unexposed}.").format(exposed=exposed, unexposed=unexposed)


def _in_words(part: int, whole: int) -> str:
    if not whole:
        return tr("no night")
    low, high = wilson(part, whole)
    return tr("cramps on {part} of {whole} nights, {share}, likely between {low} and {high}").format(
        part=part, whole=whole, share=percent(part / whole), low=percent(low), high=percent(high)
    )


def _draw(axes: Axes, height: float, counts: tuple[int, int], look: Look) -> None:
    part, whole = counts
    if not whole:
        return
    low, high = wilson(part, whole)
    color = look.colours.accent if height == WITH else look.colours.other
    axes.plot([low, high], [height, height], color=color, alpha=0.55, linewidth=7, solid_capstyle="round")
    axes.plot(
        [part / whole],
        [height],
        marker="o",
        markersize=11,
        markerfacecolor=color if height == WITH else look.colours.ground,
        markeredgecolor=color,
        markeredgewidth=2.5,
    )
