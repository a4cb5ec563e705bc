"""What several charts draw alike: gaps, and how values are chosen to be named."""

from __future__ import annotations

from math import isclose
from typing import TYPE_CHECKING, Any

from diary.model.percent import percent

if TYPE_CHECKING:
    from diary.charts.style import ChartStyle, Colours

SHARE_TOPS = (0.2, 0.4, 0.5, 0.6, 0.8, 1.0)
"""The values at which an axis of shares may end."""
SHARE_STEPS = (0.05, 0.1, 0.2, 0.25, 0.5, 1.0)
"""The steps in which values of an axis of shares may be named."""
BAND = 0.22
"""Opacity of an interval's band."""
EDGE = 0.7
"""Opacity of its edges: the band alone is too faint to be seen by everyone."""


def hatch(colours: Colours) -> dict[str, Any]:
    """How a stretch of which nothing is known is filled."""
    return {"facecolor": "none", "edgecolor": colours.quiet, "hatch": "///", "hatch_linewidth": 0.4, "linewidth": 0}


def room_for_values(style: ChartStyle, height: float) -> int:
    """How many steps of an axis of values can be named, one under the other, in so many logical pixels."""
    return max(1, min(4, int(height / style.font_size / 1.6)))


def share_top(highest: float) -> float:
    """The top of an axis of shares that holds the highest."""
    return next((top for top in SHARE_TOPS if highest <= top), 1.0)


def share_ticks(top: float, room: int) -> tuple[list[float], list[str]]:
    """The shares to name on an axis up to this top, in so many steps at most, and their names."""
    steps = [round(top / step) for step in SHARE_STEPS if isclose(top / step, round(top / step))]
    count = next((count for count in steps if count <= room), 1)
    ticks = [top * place / count for place in range(count + 1)]
    return ticks, [percent(tick) for tick in ticks]
