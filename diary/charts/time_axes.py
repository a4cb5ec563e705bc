"""Axes along whose foot time runs, with markers as labelled lines. Days are drawn at their ordinals."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from matplotlib.lines import Line2D

from diary.charts.day_ticks import Tick, day_ticks
from diary.charts.lettering import ASCENT, LINE, widest
from diary.charts.marker_names import PlacedMarker, placed_markers
from diary.charts.sheet import Box, beside_values, foot, name_places
from diary.language import tr, trn
from diary.model.mornings import day_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

    from diary.charts.catalogue import ChartMarker
    from diary.charts.look import Look
    from diary.charts.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Foot:
    """What runs along the foot: the days that are named lie between first and last, the axis from start to end."""

    first: dt.date
    last: dt.date
    start: float
    """As an ordinal."""
    end: float


@dataclass(frozen=True, slots=True)
class TimeRoom:
    """Where axes of time will stand: from left to right, what is named below them, and the markers above."""

    foot: Foot
    left: float
    right: float
    ticks: tuple[Tick, ...]
    markers: tuple[PlacedMarker, ...]

    @property
    def rows(self) -> int:
        """Rows of markers' names above the axes."""
        return max((marker.row for marker in self.markers), default=-1) + 1

    def below(self, look: Look) -> float:
        """The height of the names below the axes."""
        return foot(look, lines=max((tick.name.count("\n") for tick in self.ticks), default=0) + 1)


def time_room(sheet: Sheet, span: Foot, names: Sequence[str], markers: Sequence[ChartMarker] = ()) -> TimeRoom:
    """The room for axes with these names of values, and of the markers those that lie in it."""
    look, room = sheet.look, sheet.room
    beside = beside_values(names, look)
    ticks = day_ticks(span.first, span.last, width=room.width - beside - 2 * look.font_size, font_size=look.font_size)
    half = 0.5 * widest([tick.name for tick in ticks], look.font_size) + 1
    days, first_day, last_day = span.end - span.start, ticks[0].day.toordinal(), ticks[-1].day.toordinal()
    # a day's name that stands near an end reaches beyond it by what its half is wider than the way to that end
    wide = room.width - beside - half
    left = room.left + max(beside, half - (first_day - span.start) / days * wide)
    right = room.right - max(2.0, half - (span.end - last_day) / days * wide)
    within = [marker for marker in markers if span.first <= marker.day <= span.last]
    wanted = [(left + (each.day.toordinal() - span.start) / days * (right - left), each.text) for each in within]
    return TimeRoom(span, left, right, ticks, placed_markers(wanted, look, left=left, right=right))


def marker_words(markers: Sequence[ChartMarker], first: dt.date, last: dt.date) -> str:
    """The markers of a time in words, each with its day; nothing where there are none."""
    within = sorted((each for each in markers if first <= each.day <= last), key=lambda each: each.day)
    named = [f"{day_name(each.day, year=True)} {' '.join(each.text.split())}" for each in within]
    return tr("Marked: {changes}.").format(changes="; ".join(named)) if named else ""


def unnamed_words(room: TimeRoom) -> str:
    """How many markers stand without their name, where there are any; to be said before the axes are added."""
    unnamed = sum(marker.row < 0 for marker in room.markers)
    return (
        trn("{n} change without its name", "{n} changes without their names", unnamed).format(n=unnamed)
        if unnamed
        else ""
    )


def time_box(sheet: Sheet, room: TimeRoom, box: Box | None = None) -> Box:
    """What the axes of time themselves fill in this part of the sheet, or in all that is left."""
    look, box = sheet.look, box or sheet.room
    strip = room.rows * LINE * look.note_size
    return Box(room.left, box.top + strip + 0.5 * look.font_size, room.right, box.bottom - room.below(look))


def add_time_axes(sheet: Sheet, room: TimeRoom, inner: Box, *, named: bool = True, below_names: float = 0) -> Axes:
    """Axes of time that fill this box; `named` tells whether the markers' names stand above, so far above the box."""
    look = sheet.look
    axes = sheet.add_axes(inner)
    axes.set_xlim(room.foot.start, room.foot.end)
    name_places(axes, [tick.day.toordinal() for tick in room.ticks], [tick.name for tick in room.ticks], look)
    for marker in room.markers:
        _draw_marker(sheet, marker, inner, names=inner.top - 0.5 * look.font_size - below_names if named else None)
    return axes


def _draw_marker(sheet: Sheet, marker: PlacedMarker, inner: Box, *, names: float | None) -> None:
    """Its line through the box, and up to its name, where the lowest row of names ends at `names`."""
    look, size = sheet.look, sheet.look.note_size
    named = names is not None and marker.row >= 0
    row_top = (names or 0) - (marker.row + 1) * LINE * size
    top = row_top if named else inner.top
    color = look.colours.other
    line = Line2D([marker.x] * 2, [inner.bottom, top], color=color, linewidth=1.2 * look.stroke, linestyle=(0, (4, 2)))
    line.set_transform(sheet.pixels)
    line.set_zorder(-1)  # below what is drawn of the nights
    sheet.figure.add_artist(line)
    if named:
        sheet.write(marker.name, marker.left, row_top + ASCENT * size, size=size, color=look.colours.ink)
