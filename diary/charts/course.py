"""The one picture of the report's first page: cramp nights by week or month, over a strip with a place for every night.

A bar is as high as the cramp nights of its weeks, in a pale one of the nights that were logged: so a week with few nights logged
is seen to be so, and no rate is drawn that the nights do not give. In the strip a stroke is the taller the worse the night
was; a quiet night is a low one, a night not logged leaves its place empty. What began or stopped stands as a line with
its letter.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from matplotlib.collections import LineCollection, PatchCollection
from matplotlib.lines import Line2D
from matplotlib.patches import Patch, Rectangle

from diary.analysis.trends import Week, calendar_weeks, group_weeks
from diary.charts.canvas import Box, Canvas, name_values
from diary.charts.catalogue import ChartMarker
from diary.charts.lettering import LINE
from diary.charts.time_axes import XAxis, add_time_axes, time_layout
from diary.language import tr, trn
from diary.model.mornings import day_name
from diary.model.night import NightState
from diary.model.period import Period

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from diary.charts.canvas import LegendItem
    from diary.charts.catalogue import ChartOptions
    from diary.charts.style import ChartStyle
    from diary.model.night import Night

LEAST_LOGGED = 14
"""Logged nights below which no bars are drawn: of so few, a week says nothing."""
GROUPS = (1, 2, 4, 13, 26, 52)
"""How many weeks a bar may take together."""
MOST_BARS = 30
MOST_PLACES = 800
"""With more nights than these, single ones are not told apart: the strip is left out."""
STRIP = 1.8
"""The height of the strip, in sizes of the text."""
QUIET, UNKNOWN = 0.12, 0.4
"""The height of a quiet night's stroke, and of a cramp night's whose intensity was not told, of the strip's."""


@dataclass(frozen=True, slots=True)
class Course:
    """What the picture is drawn from."""

    period: Period
    bars: tuple[Week, ...]
    """Empty where too few nights were logged."""
    nights: tuple[tuple[int, float], ...]
    """The ordinal of each logged night's morning, and the height of its stroke; empty where there are too many."""
    logged: int
    cramp_nights: int
    markers: tuple[ChartMarker, ...] = ()


def course_content(nights: Sequence[Night], period: Period, options: ChartOptions) -> Course:
    """The nights of a period, by themselves and together."""
    logged_nights = [night for night in period.nights_in(nights) if night.logged]
    weeks = calendar_weeks(nights, period) if len(logged_nights) >= LEAST_LOGGED else ()
    size = next((size for size in GROUPS if len(weeks) / size <= MOST_BARS), GROUPS[-1])
    return Course(
        period,
        group_weeks(weeks, size),
        tuple((night.morning.toordinal(), _height(night)) for night in logged_nights)
        if period.days <= MOST_PLACES
        else (),
        len(logged_nights),
        sum(bool(night.cramps) for night in logged_nights),
        tuple(marker for marker in options.markers if marker.day in period),
    )


def _height(night: Night) -> float:
    if night.state is NightState.QUIET:
        return QUIET
    worst = max((cramp.intensity for cramp in night.cramps or () if cramp.intensity is not None), default=None)
    return UNKNOWN if worst is None else 0.25 + 0.075 * worst


def course(content: Course, style: ChartStyle) -> Figure:
    """The bars above, the strip below them, on the same days."""
    canvas = Canvas(style)
    canvas.add_title(course_title(content))
    if not content.logged:
        canvas.add_message(tr("No night was logged in this time."))
        return canvas.figure
    canvas.add_legend(_legend_items(content, style))
    first, last = content.period.first.toordinal() - 0.5, content.period.last.toordinal() + 0.5
    if content.bars:  # a week may begin before the period, and end after it
        first, last = min(first, content.bars[0].monday.toordinal()), max(last, content.bars[-1].end.toordinal())
    x_axis = XAxis(content.period, first, last)
    layout = time_layout(canvas, x_axis, ["00"], content.markers)
    box = _below_markers(canvas, layout.left, layout.right, layout.below(style), rows=layout.rows)
    strip = STRIP * style.font_size if content.nights else 0.0
    upper = box.inset(bottom=strip + 0.5 * style.font_size if strip else 0)
    bars = add_time_axes(canvas, layout, upper) if content.bars else None
    if bars is not None:
        _draw_bars(bars, content, style)
        if strip:
            bars.set_xticks([])
    if strip:
        lower = Box(box.left, box.bottom - strip, box.right, box.bottom)
        _draw_strip(add_time_axes(canvas, layout, lower, named=bars is None), content, style)
    return canvas.figure


def _below_markers(canvas: Canvas, left: float, right: float, below: float, *, rows: int) -> Box:
    style, room = canvas.style, canvas.room
    return Box(left, room.top + rows * LINE * style.note_size + 0.5 * style.font_size, right, room.bottom - below)


def _draw_bars(axes: Axes, content: Course, style: ChartStyle) -> None:
    colours, top = style.colours, max(7 * bar.weeks for bar in content.bars)
    axes.set_ylim(0, top)
    name_values(axes, [0, top], ["0", str(top)], style)
    for heights, colour in (
        ([bar.logged for bar in content.bars], colours.grid),
        ([bar.cramp_nights for bar in content.bars], colours.accent),
    ):
        rectangles = [
            Rectangle((bar.monday.toordinal() + 0.1 * _days(bar), 0), 0.8 * _days(bar), height)
            for bar, height in zip(content.bars, heights, strict=True)
        ]
        axes.add_collection(PatchCollection(rectangles, facecolor=colour, linewidth=0), autolim=False)


def _days(bar: Week) -> int:
    return (bar.end - bar.monday).days


def _draw_strip(axes: Axes, content: Course, style: ChartStyle) -> None:
    axes.set_ylim(0, 1)
    axes.set_yticks([])
    width = axes.get_position().width * style.width
    thickness = min(5.0, max(0.25, 0.7 * width / content.period.days))
    for quiet, colour in ((True, style.colours.mild), (False, style.colours.strong)):
        strokes = [[(day, 0.0), (day, height)] for day, height in content.nights if (height == QUIET) is quiet]
        axes.add_collection(LineCollection(strokes, colors=colour, linewidths=thickness), autolim=False)


def _legend_items(content: Course, style: ChartStyle) -> list[LegendItem]:
    colours = style.colours
    items: list[LegendItem] = []
    if content.bars:
        weeks = content.bars[0].weeks
        name = trn("cramp nights a week", "cramp nights in {n} weeks", weeks).format(n=weeks)
        items += [(Patch(facecolor=colours.accent, label=name),), (Patch(facecolor=colours.grid, label=tr("logged")),)]
    if content.nights:
        name = tr("below: each night, taller the worse")
        items.append((Line2D([], [], label=name, color=colours.strong, linewidth=3 * style.stroke),))
    return items


def course_title(content: Course) -> str:
    """“Cramps on 31 of 84 logged nights”."""
    return trn(
        "Cramps on {cramp_nights} of {logged} logged night",
        "Cramps on {cramp_nights} of {logged} logged nights",
        content.logged,
    ).format(cramp_nights=content.cramp_nights, logged=content.logged)


def course_alternative(content: Course) -> str:
    """The picture in words: the counts of each bar, and what changed when."""
    if not content.logged:
        return tr("Cramp nights over time: no night was logged.")
    bars = [
        tr("from {day} {cramp_nights} of {logged}").format(
            day=day_name(bar.monday, year=True), cramp_nights=bar.cramp_nights, logged=bar.logged
        )
        for bar in content.bars
    ]
    changes = [f"{marker.text} {day_name(marker.day, year=True)}" for marker in content.markers]
    words = [f"{course_title(content)}."]
    if bars:
        words.append(tr("By time: {bars}.").format(bars="; ".join(bars)))
    if changes:
        words.append(tr("Marked: {changes}.").format(changes="; ".join(changes)))
    return " ".join(words)
