"""Axes whose x axis is time, with markers as labelled lines. Days are drawn at their ordinals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from matplotlib.lines import Line2D

from diary.charts.canvas import Box, below_axes, beside_values, name_places
from diary.charts.day_ticks import Tick, day_ticks
from diary.charts.lettering import ASCENT, LINE, widest
from diary.charts.marker_names import PlacedMarker, marker_placements
from diary.language import tr, trn
from diary.model.mornings import day_name
from diary.model.period import Period

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

    from diary.charts.canvas import Canvas
    from diary.charts.catalogue import ChartMarker
    from diary.charts.style import ChartStyle


@dataclass(frozen=True, slots=True)
class XAxis:
    """The x axis: the days that are named lie in a period, the axis goes from start to end."""

    period: Period
    start: float
    """The left end of the axis, as a day's ordinal."""
    end: float

    @classmethod
    def around(cls, period: Period) -> Self:
        """The axis on which each day of a period is as wide as the others: half a day lies beyond its first and last."""
        return cls(period, period.first.toordinal() - 0.5, period.last.toordinal() + 0.5)


@dataclass(frozen=True, slots=True)
class TimeLayout:
    """Where axes of time will stand: from left to right, what is named below them, and the markers above."""

    x_axis: XAxis
    left: float
    right: float
    ticks: tuple[Tick, ...]
    markers: tuple[PlacedMarker, ...]

    @property
    def rows(self) -> int:
        """Rows of markers' names above the axes."""
        return max((marker.row for marker in self.markers), default=-1) + 1

    def below(self, style: ChartStyle) -> float:
        """The height of the names below the axes."""
        return below_axes(style, lines=max((tick.name.count("\n") for tick in self.ticks), default=0) + 1)


def time_layout(canvas: Canvas, x_axis: XAxis, names: Sequence[str], markers: Sequence[ChartMarker] = ()) -> TimeLayout:
    """The room for axes with these names of values, and of the markers those that lie in it."""
    style, room = canvas.style, canvas.room
    beside = beside_values(names, style)
    ticks = day_ticks(x_axis.period, width=room.width - beside - 2 * style.font_size, font_size=style.font_size)
    half = 0.5 * widest([tick.name for tick in ticks], style.font_size) + 1
    days, first_day, last_day = x_axis.end - x_axis.start, ticks[0].day.toordinal(), ticks[-1].day.toordinal()
    # a day's name that stands near an end reaches beyond it by what its half is wider than the way to that end
    axis_width = room.width - beside - half
    left = room.left + max(beside, half - (first_day - x_axis.start) / days * axis_width)
    right = room.right - max(2.0, half - (x_axis.end - last_day) / days * axis_width)
    within = [marker for marker in markers if marker.day in x_axis.period]
    places = [
        (left + (marker.day.toordinal() - x_axis.start) / days * (right - left), marker.text) for marker in within
    ]
    return TimeLayout(x_axis, left, right, ticks, marker_placements(places, style, left=left, right=right))


def marker_words(markers: Sequence[ChartMarker], period: Period) -> str:
    """The markers of a period in words, each with its day; nothing where there are none."""
    within = sorted((marker for marker in markers if marker.day in period), key=lambda marker: marker.day)
    names = [f"{day_name(marker.day, year=True)} {' '.join(marker.text.split())}" for marker in within]
    return tr("Marked: {changes}.").format(changes="; ".join(names)) if names else ""


def unnamed_words(layout: TimeLayout) -> str:
    """How many markers stand without their name, where there are any; to be said before the axes are added."""
    unnamed = sum(marker.row < 0 for marker in layout.markers)
    return (
        trn("{n} change without its name", "{n} changes without their names", unnamed).format(n=unnamed)
        if unnamed
        else ""
    )


def time_box(canvas: Canvas, layout: TimeLayout, box: Box | None = None) -> Box:
    """What the axes of time themselves fill in this part of the canvas, or in all that is left."""
    style, box = canvas.style, box or canvas.room
    strip = layout.rows * LINE * style.note_size
    return Box(layout.left, box.top + strip + 0.5 * style.font_size, layout.right, box.bottom - layout.below(style))


def add_time_axes(
    canvas: Canvas, layout: TimeLayout, inner: Box, *, named: bool = True, below_names: float = 0
) -> Axes:
    """Axes of time that fill this box; `named` tells whether the markers' names stand above, so far above the box."""
    style = canvas.style
    axes = canvas.add_axes(inner)
    axes.set_xlim(layout.x_axis.start, layout.x_axis.end)
    name_places(axes, [tick.day.toordinal() for tick in layout.ticks], [tick.name for tick in layout.ticks], style)
    for marker in layout.markers:
        _draw_marker(canvas, marker, inner, names=inner.top - 0.5 * style.font_size - below_names if named else None)
    return axes


def _draw_marker(canvas: Canvas, marker: PlacedMarker, inner: Box, *, names: float | None) -> None:
    """Draw a marker's line through the box and up to its name, where the lowest row of names ends at `names`."""
    style, size = canvas.style, canvas.style.note_size
    named = names is not None and marker.row >= 0
    row_top = (names or 0) - (marker.row + 1) * LINE * size
    top = row_top if named else inner.top
    color = style.colours.other
    line = Line2D([marker.x] * 2, [inner.bottom, top], color=color, linewidth=1.2 * style.stroke, linestyle=(0, (4, 2)))
    line.set_transform(canvas.pixels)
    line.set_zorder(-1)  # below what is drawn of the nights
    canvas.figure.add_artist(line)
    if named:
        canvas.write(marker.name, marker.left, row_top + ASCENT * size, size=size, color=style.colours.ink)
