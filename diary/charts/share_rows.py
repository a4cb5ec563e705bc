"""Shares of cramp nights as rows: a name at the left, a dot on the bar of its Wilson interval, the counts at the right.

Rows hold long names better than columns do, and read the same on a phone and on paper.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.analysis.intervals import wilson
from diary.charts.lettering import ASCENT, LINE, lines_of, widest, width_of
from diary.charts.marks import EDGE, share_ticks, share_top
from diary.charts.sheet import Box, foot, name_places
from diary.language import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

    from diary.charts.look import Look
    from diary.charts.sheet import Sheet

NARROW = 22
"""A sheet of less than so many sizes of the text is narrow."""
WIDEST_NAME = 0.4
"""How much of the sheet's width the names may take."""
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


def rows_with_room(rows: Sequence[ShareRow], height: float, look: Look) -> list[ShareRow]:
    """As many of the rows as have room in this height, those with the most nights, in their own order."""
    least = (LINE + BETWEEN_ROWS) * look.font_size + (LINE * look.note_size if _is_narrow(look) else 0)
    most = max(1, int((height - foot(look)) / least))
    kept = sorted(range(len(rows)), key=lambda place: -rows[place].nights)[:most]
    return [rows[place] for place in sorted(kept)]


def _is_narrow(look: Look) -> bool:
    """Whether the counts stand below the names, for there is no room for both beside the axes."""
    return look.width < NARROW * look.font_size


def add_share_rows(sheet: Sheet, rows: Sequence[ShareRow], *, top: float = 1.0) -> Axes:
    """The rows in all the room that the sheet has left, the first on top; see that they have room.

    `top` is where the axis of shares ends.
    """
    look, room = sheet.look, sheet.room
    row_height = (room.height - foot(look)) / len(rows)
    blocks = [_block(row, row_height, look) for row in rows]
    half, beside = 0.5 * width_of("100 %", look.font_size) + 1, BESIDE * look.font_size + DOT / 2 * look.stroke
    counts = 0 if _is_narrow(look) else widest([_counts(row) for row in rows], look.note_size) + beside
    left = room.left + max(max(block.width(look) for block in blocks) + beside, half)
    right = room.right - max(counts, half)
    axes = sheet.add_axes(Box(left, room.top, right, room.bottom - foot(look)))
    axes.set_ylim(len(rows) - 0.5, -0.5)
    axes.set_yticks([])
    _name_shares(axes, right - left, top, look)
    for place, (row, block) in enumerate(zip(rows, blocks, strict=True)):
        middle = room.top + (place + 0.5) * row_height
        _write_block(sheet, block, middle)
        if not _is_narrow(look):
            _write_counts(sheet, _counts(row), middle)
        _draw(axes, place, row, look)
    return axes


@dataclass(frozen=True, slots=True)
class _Block:
    """What stands at the left of a row: its name, and below it, where the sheet is narrow, its counts."""

    name: tuple[str, ...]
    counts: str

    def width(self, look: Look) -> float:
        """Of the widest line."""
        return max(widest(self.name, look.font_size), width_of(self.counts, look.note_size))


def _block(row: ShareRow, row_height: float, look: Look) -> _Block:
    counts = _counts(row) if _is_narrow(look) else ""
    room = row_height - (LINE * look.note_size if counts else 0)
    most = max(1, min(MOST_NAME_LINES, int(room / (LINE * look.font_size))))
    return _Block(tuple(lines_of(row.name, WIDEST_NAME * look.width, look.font_size, most=most)), counts)


def _write_block(sheet: Sheet, block: _Block, middle: float) -> None:
    look = sheet.look
    below = LINE * look.note_size if block.counts else 0
    top = middle - (len(block.name) * LINE * look.font_size + below) / 2
    for line in block.name:
        baseline = top + ASCENT * look.font_size
        sheet.write(line, sheet.room.left, baseline, size=look.font_size, color=look.colours.ink)
        top += LINE * look.font_size
    if block.counts:
        baseline = top + ASCENT * look.note_size
        sheet.write(block.counts, sheet.room.left, baseline, size=look.note_size, color=look.colours.quiet)


def _write_counts(sheet: Sheet, counts: str, middle: float) -> None:
    look = sheet.look
    baseline = middle + 0.36 * look.note_size
    sheet.write(counts, sheet.room.right, baseline, size=look.note_size, color=look.colours.quiet, ha="right")


def _counts(row: ShareRow) -> str:
    if not row.nights:
        return tr("no night")
    return tr("{part} of {whole}").format(part=f"{row.cramp_nights:,}", whole=f"{row.nights:,}")


def highest_of(rows: Sequence[ShareRow]) -> float:
    """The top of an axis of shares that holds the intervals of all rows."""
    return share_top(max((wilson(row.cramp_nights, row.nights).high for row in rows if row.nights), default=0))


def _name_shares(axes: Axes, width: float, top: float, look: Look) -> None:
    """Per cents along the foot, as many as have room."""
    axes.set_xlim(0, top)
    ticks, names = share_ticks(top, int(width / (1.2 * width_of("100 %", look.font_size))))
    name_places(axes, ticks, names, look)
    axes.grid(axis="x", color=look.colours.grid, linewidth=1)


def _draw(axes: Axes, place: int, row: ShareRow, look: Look) -> None:
    if not row.nights:
        return
    low, high = wilson(row.cramp_nights, row.nights)
    color = look.colours.accent if row.filled else look.colours.other
    axes.plot(
        [low, high],
        [place, place],
        color=color,
        alpha=EDGE,
        linewidth=6 * look.stroke,
        solid_capstyle="butt",
        clip_on=False,
    )
    axes.plot(
        [row.cramp_nights / row.nights],
        [place],
        marker="o",
        markersize=DOT * look.stroke,
        markerfacecolor=color if row.filled else look.colours.ground,
        markeredgecolor=color,
        markeredgewidth=2.5 * look.stroke,
        clip_on=False,
    )
