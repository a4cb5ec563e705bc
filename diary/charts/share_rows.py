"""Shares of cramp nights as rows: a name at the left, a dot on the bar of its Wilson interval, the counts at the right.

Rows hold long names better than columns do, and read the same on a phone and on paper.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.analysis.intervals import wilson
from diary.charts.canvas import Box, below_axes, name_places
from diary.charts.lettering import ASCENT, LINE, widest, width_of, wrap_words
from diary.charts.marks import EDGE, share_ticks, share_top
from diary.language import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

    from diary.charts.canvas import Canvas
    from diary.charts.style import ChartStyle

NARROW = 22
"""A canvas of less than so many sizes of the text is narrow."""
WIDEST_NAME = 0.4
"""How much of the canvas's width the names may take."""
MOST_NAME_LINES = 2
BETWEEN_ROWS = 0.5
"""The least room between two rows' names, in sizes of the text."""
BESIDE = 0.7
"""Room between names, axes and counts, in sizes of the text, beside the dots that stand at the ends of the axes."""
DOT = 10.0
"""How wide a dot is, in logical pixels at the usual stroke."""


@dataclass(frozen=True, slots=True)
class ShareRow:
    """One row."""

    name: str
    nights: int
    cramp_nights: int
    filled: bool = True
    """A full dot in the accent; otherwise a ring in the other colour."""


def rows_with_room(rows: Sequence[ShareRow], height: float, style: ChartStyle) -> list[ShareRow]:
    """As many of the rows as have room in this height, those with the most nights, in their own order."""
    least = (LINE + BETWEEN_ROWS) * style.font_size + (LINE * style.note_size if _is_narrow(style) else 0)
    most = max(1, int((height - below_axes(style)) / least))
    # Rows of few nights say least, so they are the ones to leave out.
    largest = sorted(range(len(rows)), key=lambda place: -rows[place].nights)[:most]
    return [rows[place] for place in sorted(largest)]


def _is_narrow(style: ChartStyle) -> bool:
    """Whether the counts stand below the names, for there is no room for both beside the axes."""
    return style.width < NARROW * style.font_size


def add_share_rows(canvas: Canvas, rows: Sequence[ShareRow], *, top: float = 1.0) -> Axes:
    """The rows in all the room that the canvas has left, the first on top; see that they have room.

    `top` is where the axis of shares ends.
    """
    style, room = canvas.style, canvas.room
    row_height = (room.height - below_axes(style)) / len(rows)
    blocks = [_block(row, row_height, style) for row in rows]
    half, beside = 0.5 * width_of("100 %", style.font_size) + 1, BESIDE * style.font_size + DOT / 2 * style.stroke
    counts = 0 if _is_narrow(style) else widest([_counts(row) for row in rows], style.note_size) + beside
    left = room.left + max(max(block.width(style) for block in blocks) + beside, half)
    right = room.right - max(counts, half)
    axes = canvas.add_axes(Box(left, room.top, right, room.bottom - below_axes(style)))
    axes.set_ylim(len(rows) - 0.5, -0.5)
    axes.set_yticks([])
    _name_shares(axes, right - left, top, style)
    for place, (row, block) in enumerate(zip(rows, blocks, strict=True)):
        middle = room.top + (place + 0.5) * row_height
        _write_block(canvas, block, middle)
        if not _is_narrow(style):
            _write_counts(canvas, _counts(row), middle)
        _draw(axes, place, row, style)
    return axes


@dataclass(frozen=True, slots=True)
class _Block:
    """What stands at the left of a row: its name, and below it, where the canvas is narrow, its counts."""

    name: tuple[str, ...]
    counts: str

    def width(self, style: ChartStyle) -> float:
        """The width of the widest line."""
        return max(widest(self.name, style.font_size), width_of(self.counts, style.note_size))


def _block(row: ShareRow, row_height: float, style: ChartStyle) -> _Block:
    counts = _counts(row) if _is_narrow(style) else ""
    room = row_height - (LINE * style.note_size if counts else 0)
    most = max(1, min(MOST_NAME_LINES, int(room / (LINE * style.font_size))))
    return _Block(tuple(wrap_words(row.name, WIDEST_NAME * style.width, style.font_size, most=most)), counts)


def _write_block(canvas: Canvas, block: _Block, middle: float) -> None:
    style = canvas.style
    below = LINE * style.note_size if block.counts else 0
    top = middle - (len(block.name) * LINE * style.font_size + below) / 2
    for line in block.name:
        baseline = top + ASCENT * style.font_size
        canvas.write(line, canvas.room.left, baseline, size=style.font_size, color=style.colours.ink)
        top += LINE * style.font_size
    if block.counts:
        baseline = top + ASCENT * style.note_size
        canvas.write(block.counts, canvas.room.left, baseline, size=style.note_size, color=style.colours.quiet)


def _write_counts(canvas: Canvas, counts: str, middle: float) -> None:
    style = canvas.style
    baseline = middle + 0.36 * style.note_size
    canvas.write(counts, canvas.room.right, baseline, size=style.note_size, color=style.colours.quiet, ha="right")


def _counts(row: ShareRow) -> str:
    if not row.nights:
        return tr("no night")
    return tr("{part} of {whole}").format(part=f"{row.cramp_nights:,}", whole=f"{row.nights:,}")


def highest_of(rows: Sequence[ShareRow]) -> float:
    """The top of an axis of shares that holds the intervals of all rows."""
    return share_top(max((wilson(row.cramp_nights, row.nights).high for row in rows if row.nights), default=0))


def _name_shares(axes: Axes, width: float, top: float, style: ChartStyle) -> None:
    """Per cents along the x axis, as many as have room."""
    axes.set_xlim(0, top)
    ticks, names = share_ticks(top, int(width / (1.2 * width_of("100 %", style.font_size))))
    name_places(axes, ticks, names, style)
    axes.grid(axis="x", color=style.colours.grid, linewidth=1)


def _draw(axes: Axes, place: int, row: ShareRow, style: ChartStyle) -> None:
    if not row.nights:
        return
    low, high = wilson(row.cramp_nights, row.nights)
    color = style.colours.accent if row.filled else style.colours.other
    axes.plot(
        [low, high],
        [place, place],
        color=color,
        alpha=EDGE,
        linewidth=6 * style.stroke,
        solid_capstyle="butt",
        clip_on=False,
    )
    axes.plot(
        [row.cramp_nights / row.nights],
        [place],
        marker="o",
        markersize=DOT * style.stroke,
        markerfacecolor=color if row.filled else style.colours.ground,
        markeredgecolor=color,
        markeredgewidth=2.5 * style.stroke,
        clip_on=False,
    )
