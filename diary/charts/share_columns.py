"""Shares of cramp nights as columns: a dot on the bar of its Wilson interval, its name below, its counts below that."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.analysis.intervals import wilson
from diary.charts.canvas import Box, beside_values, name_values
from diary.charts.lettering import ASCENT, LINE, widest
from diary.charts.marks import EDGE, room_for_values, share_ticks, share_top
from diary.language import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

    from diary.charts.canvas import Canvas
    from diary.charts.style import ChartStyle

BETWEEN = 0.4
"""The least room between two columns' words, in sizes of the text."""
FEW = 10
"""Columns of fewer nights than these have a ring instead of a dot."""


@dataclass(frozen=True, slots=True)
class ShareColumn:
    """One column."""

    name: str
    short: str
    """The name to use where the full one is too wide."""
    nights: int
    cramp_nights: int

    @property
    def counts(self) -> str:
        """“9/40”."""
        return f"{self.cramp_nights:,}/{self.nights:,}" if self.nights else ""


def columns_fit(columns: Sequence[ShareColumn], width: float, style: ChartStyle) -> bool:
    """Whether the full names have room side by side in this width of the canvas."""
    room = (width - beside_values([" 100 %"], style)) / max(len(columns), 1)
    return widest([column.name for column in columns], style.font_size) + BETWEEN * style.font_size <= room


def add_share_columns(canvas: Canvas, box: Box, columns: Sequence[ShareColumn]) -> Axes:
    """The columns in this part of the canvas."""
    style = canvas.style
    top = share_top(_highest(columns))
    _, names = share_ticks(top, 4)
    left = box.left + beside_values(names, style)
    column_width = (box.right - left) / len(columns)
    counts_fit = (
        widest([column.counts for column in columns], style.note_size) + BETWEEN * style.font_size <= column_width
    )
    below = (0.3 + LINE) * style.font_size + (LINE * style.note_size if counts_fit else 0)
    inner = Box(left, box.top + 0.5 * style.font_size, box.right, box.bottom - below)
    axes = canvas.add_axes(inner)
    axes.set_xlim(0, len(columns))
    axes.set_ylim(0, top)
    axes.set_xticks([])
    name_values(axes, *share_ticks(top, room_for_values(style, inner.height)), style)
    full = columns_fit(columns, box.width, style)
    for place, column in enumerate(columns):
        middle = left + (place + 0.5) * column_width
        name = column.name if full else column.short
        baseline = inner.bottom + (0.3 + ASCENT) * style.font_size
        canvas.write(name, middle, baseline, size=style.font_size, color=style.colours.ink, ha="center")
        if counts_fit:
            lower = inner.bottom + (0.3 + LINE) * style.font_size + ASCENT * style.note_size
            canvas.write(column.counts, middle, lower, size=style.note_size, color=style.colours.quiet, ha="center")
    _draw(axes, columns, style)
    return axes


def _highest(columns: Sequence[ShareColumn]) -> float:
    """The highest end of an interval: the scale holds them all."""
    return max((wilson(column.cramp_nights, column.nights).high for column in columns if column.nights), default=0.0)


def _draw(axes: Axes, columns: Sequence[ShareColumn], style: ChartStyle) -> None:
    accent, ground = style.colours.accent, style.colours.ground
    columns_with_nights = [(place + 0.5, column) for place, column in enumerate(columns) if column.nights]
    for place, column in columns_with_nights:
        low, high = wilson(column.cramp_nights, column.nights)
        axes.plot(
            [place, place], [low, high], color=accent, alpha=EDGE, linewidth=6 * style.stroke, solid_capstyle="butt"
        )
    for few in (False, True):
        dots = [(place, column) for place, column in columns_with_nights if (column.nights < FEW) is few]
        if not dots:
            continue
        axes.plot(
            [place for place, _ in dots],
            [column.cramp_nights / column.nights for _, column in dots],
            linestyle="None",
            marker="o",
            markersize=8 * style.stroke,
            markerfacecolor=ground if few else accent,
            markeredgecolor=accent,
            markeredgewidth=2 * style.stroke,
            clip_on=False,
        )


def share_key_words(columns: Sequence[ShareColumn]) -> str:
    """What dots and bars mean, and the ring, where there is one."""
    words = tr("With its 95 % interval")
    if any(0 < column.nights < FEW for column in columns):
        return tr("{words}; a ring stands for fewer than {n} nights").format(words=words, n=FEW)
    return words
