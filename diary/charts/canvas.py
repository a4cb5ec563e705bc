"""The empty canvas that every chart begins with: font, colours, axes, key, and words where there is nothing to draw."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from matplotlib import font_manager
from matplotlib.figure import Figure
from matplotlib.layout_engine import ConstrainedLayoutEngine
from matplotlib.textpath import TextPath

from diary import paths
from diary.charts.day_ticks import day_ticks

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from matplotlib.artist import Artist
    from matplotlib.axes import Axes

    from diary.charts.look import Colours, Look

POINTS_PER_INCH = 72
"""At this resolution a point is a logical pixel, so that sizes of text and lines are in logical pixels."""
FONT_FILES = ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf")
FAMILY = "Noto Sans"
MARGIN = 4
"""Room at the edges of the figure, in logical pixels."""
_SWATCH = 3.0
"""The room of a key's colour beside its words, in sizes of the text."""


@cache
def _add_fonts() -> None:
    """Make the diary's own font known, so that charts look the same on every machine."""
    for name in FONT_FILES:
        font_manager.fontManager.addfont(paths.fonts() / name)


def blank(look: Look) -> tuple[Figure, Axes]:
    """A transparent figure of the look's size, with one pair of axes laid out so that nothing is cut off."""
    _add_fonts()
    size = (look.width / POINTS_PER_INCH, look.height / POINTS_PER_INCH)
    figure = Figure(figsize=size, dpi=POINTS_PER_INCH, facecolor="none", layout=_layout())
    axes = figure.add_subplot(facecolor="none")
    _dress(axes, look)
    return figure, axes


def _layout() -> ConstrainedLayoutEngine:
    pad = MARGIN / POINTS_PER_INCH
    return ConstrainedLayoutEngine(w_pad=pad, h_pad=pad)


def _dress(axes: Axes, look: Look) -> None:
    colours = look.colours
    axes.spines[["top", "left", "right"]].set_visible(False)
    axes.spines["bottom"].set_color(colours.quiet)
    axes.set_axisbelow(True)
    axes.grid(axis="y", color=colours.grid, linewidth=1)
    axes.tick_params(
        labelsize=look.font_size, labelcolor=colours.quiet, labelfontfamily=FAMILY, color=colours.quiet, length=0
    )


def name_days(axes: Axes, first: dt.date, last: dt.date, look: Look) -> None:
    """Name days along the foot of the axes; days are drawn at their ordinals."""
    beside = 4 * look.font_size  # the values' names at the left, and half a day's name at the right
    ticks = day_ticks(first, last, width=look.width - beside, font_size=look.font_size)
    axes.set_xticks([tick.day.toordinal() for tick in ticks], [tick.name for tick in ticks])
    # far enough below that the first day's name keeps clear of the name of the lowest value
    axes.tick_params(axis="x", length=3, pad=0.75 * look.font_size)


def room_for_values(look: Look) -> int:
    """How many steps of the axis of values can be named, one under the other."""
    return max(1, min(4, int(look.height / look.font_size / 4)))


def add_key(figure: Figure, entries: Sequence[Artist], look: Look) -> None:
    """What the colours and patterns mean, above the axes: in one row where that has room, else in one column."""
    swatch = _SWATCH * look.font_size
    for entry in entries:
        entry.set_label(_wrapped(str(entry.get_label()), look.width - swatch, look))
    row = sum(_width(str(entry.get_label()), look) + swatch for entry in entries)
    figure.legend(
        handles=list(entries),
        loc="outside upper left",
        ncols=len(entries) if row <= look.width else 1,
        frameon=False,
        borderpad=0,
        labelspacing=0.15,
        handlelength=1.4,
        handletextpad=0.5,
        columnspacing=1.1,
        prop={"family": FAMILY, "size": look.font_size},
        labelcolor=look.colours.ink,
    )


def _wrapped(words: str, width: float, look: Look) -> str:
    """The words in as many lines as this width in logical pixels asks for."""
    lines = [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".strip()
        if _width(longer, look) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return "\n".join(lines)


def _width(words: str, look: Look) -> float:
    font = font_manager.FontProperties(family=FAMILY)
    return float(TextPath((0, 0), words, size=look.font_size, prop=font).get_extents().width)


def hatch(colours: Colours) -> dict[str, Any]:
    """How a stretch of which nothing is known is filled."""
    return {"facecolor": "none", "edgecolor": colours.quiet, "hatch": "///", "hatch_linewidth": 0.5, "linewidth": 0}


def say_nothing_logged(axes: Axes, look: Look, words: str) -> None:
    """Words in the middle of axes that have nothing to show."""
    axes.grid(visible=False)
    axes.text(
        0.5,
        0.5,
        _wrapped(words, 0.7 * look.width, look),
        transform=axes.transAxes,
        ha="center",
        va="center",
        color=look.colours.quiet,
        fontsize=look.font_size,
        family=FAMILY,
    )
