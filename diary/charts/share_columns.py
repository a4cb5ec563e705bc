"""Shares of cramp nights as columns: a dot on the bar of its Wilson interval, its name below, its counts below that."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.analysis.intervals import wilson
from diary.charts.lettering import ASCENT, LINE, widest
from diary.charts.marks import EDGE, room_for_values, share_ticks, share_top
from diary.charts.sheet import Box, beside_values, name_values
from diary.language import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

    from diary.charts.look import Look
    from diary.charts.sheet import Sheet

BETWEEN = 0.4
"""The least room between two columns' words, in sizes of the text."""
FEW = 10
"""Columns of fewer nights than these have a ring instead of a dot."""


@dataclass(frozen=True, slots=True)
class ShareColumn:
    """One column."""

    name: str
    short: str
    """Its name where that is too wide."""
    nights: int
    cramp_nights: int

    @property
    def counts(self) -> str:
        """“9/40”."""
        return f"{self.cramp_nights:,}/{self.nights:,}" if self.nights else ""


def columns_fit(columns: Sequence[ShareColumn], width: float, look: Look) -> bool:
    """Whether the full names have room side by side in this width of the sheet."""
    room = (width - beside_values([" 100 %"], look)) / max(len(columns), 1)
    return widest([column.name for column in columns], look.font_size) + BETWEEN * look.font_size <= room


def add_share_columns(sheet: Sheet, box: Box, columns: Sequence[ShareColumn]) -> Axes:
    """The columns in this part of the sheet."""
    look = sheet.look
    top = share_top(_highest(columns))
    _, names = share_ticks(top, 4)
    left = box.left + beside_values(names, look)
    each = (box.right - left) / len(columns)
    counted = widest([column.counts for column in columns], look.note_size) + BETWEEN * look.font_size <= each
    below = (0.3 + LINE) * look.font_size + (LINE * look.note_size if counted else 0)
    inner = Box(left, box.top + 0.5 * look.font_size, box.right, box.bottom - below)
    axes = sheet.add_axes(inner)
    axes.set_xlim(0, len(columns))
    axes.set_ylim(0, top)
    axes.set_xticks([])
    name_values(axes, *share_ticks(top, room_for_values(look, inner.height)), look)
    full = columns_fit(columns, box.width, look)
    for place, column in enumerate(columns):
        middle = left + (place + 0.5) * each
        name = column.name if full else column.short
        baseline = inner.bottom + (0.3 + ASCENT) * look.font_size
        sheet.write(name, middle, baseline, size=look.font_size, color=look.colours.ink, ha="center")
        if counted:
            lower = inner.bottom + (0.3 + LINE) * look.font_size + ASCENT * look.note_size
            sheet.write(column.counts, middle, lower, size=look.note_size, color=look.colours.quiet, ha="center")
    _draw(axes, columns, look)
    return axes


def _highest(columns: Sequence[ShareColumn]) -> float:
    """The highest end of an interval: the scale holds them all."""
    return max((wilson(column.cramp_nights, column.nights).high for column in columns if column.nights), default=0.0)


def _draw(axes: Axes, columns: Sequence[ShareColumn], look: Look) -> None:
    accent, ground = look.colours.accent, look.colours.ground
    told = [(place + 0.5, column) for place, column in enumerate(columns) if column.nights]
    for place, column in told:
        low, high = wilson(column.cramp_nights, column.nights)
        axes.plot(
            [place, place], [low, high], color=accent, alpha=EDGE, linewidth=6 * look.stroke, solid_capstyle="butt"
        )
    for few in (False, True):
        dots = [(place, column) for place, column in told if (column.nights < FEW) is few]
        if not dots:
            continue
        axes.plot(
            [place for place, _ in dots],
            [column.cramp_nights / column.nights for _, column in dots],
            linestyle="None",
            marker="o",
            markersize=8 * look.stroke,
            markerfacecolor=ground if few else accent,
            markeredgecolor=accent,
            markeredgewidth=2 * look.stroke,
            clip_on=False,
        )


def share_key_words(columns: Sequence[ShareColumn]) -> str:
    """What dots and bars mean, and the ring, where there is one."""
    words = tr("With its 95 % interval")
    if any(0 < column.nights < FEW for column in columns):
        return tr("{words}; a ring stands for fewer than {n} nights").format(words=words, n=FEW)
    return words
