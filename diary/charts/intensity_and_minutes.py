"""How strong the cramps were and how long they lasted, over time: their middle and middle half in each stretch."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import log1p
from typing import TYPE_CHECKING

from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from diary.analysis.severity import Severity, Spread, cramp_severity
from diary.charts.canvas import Box, Canvas, name_values
from diary.charts.catalogue import ChartMarker
from diary.charts.lettering import ASCENT, LINE
from diary.charts.marks import EDGE, hatch
from diary.charts.time_axes import TimeLayout, XAxis, add_time_axes, marker_words, time_box, time_layout, unnamed_words
from diary.language import tr, trn
from diary.model.rounding import minutes_text, rounded

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from diary.charts.canvas import LegendItem
    from diary.charts.catalogue import ChartOptions
    from diary.charts.style import ChartStyle
    from diary.model.night import Night
    from diary.model.period import Period

MOST_DOTS = 250
"""With more cramps than this, single dots would only blacken the chart."""
LEAST_FOR_MIDDLE = 5
"""Cramps from which the title tells the middle of each."""
MINUTES_NAMED = (0, 1, 5, 20, 60, 240, 720)
"""The scale of minutes is drawn together the more the longer they are."""
SHORTEST, LONGEST = 3.0, 24.0
"""Half of a middle's line, in logical pixels: a stretch that has hardly begun is still seen, a single one is no bar."""
INTENSITIES_NAMED = (0, 5, 10)


@dataclass(frozen=True, slots=True)
class IntensityAndMinutes:
    """What the chart is drawn from."""

    severity: Severity
    markers: tuple[ChartMarker, ...] = ()


def intensity_and_minutes_content(
    nights: Sequence[Night], period: Period, options: ChartOptions
) -> IntensityAndMinutes:
    """The cramps one by one and in stretches."""
    return IntensityAndMinutes(cramp_severity(nights, period), options.markers)


def intensity_and_minutes(content: IntensityAndMinutes, style: ChartStyle) -> Figure:
    """Intensity above, minutes below, on the same days."""
    severity = content.severity
    canvas = Canvas(style)
    canvas.add_title(intensity_and_minutes_title(content))
    if severity.intensity is None and severity.minutes is None:
        canvas.add_message(tr("No cramp with intensity or minutes was logged in this time."))
        return canvas.figure
    x_axis = XAxis.around(severity.period)
    layout = time_layout(canvas, x_axis, ["720"], content.markers)
    canvas.add_note(unnamed_words(layout))
    canvas.add_legend(_legend_items(severity, style))
    upper, lower = _panels(canvas, layout)
    _draw_panel(canvas, layout, upper, _intensity_panel(severity), above=True)
    _draw_panel(canvas, layout, lower, _minutes_panel(severity), above=False)
    return canvas.figure


@dataclass(frozen=True, slots=True)
class _Panel:
    """One of the two: its name, its scale, and what is drawn on it."""

    name: str
    ticks: Sequence[int]
    height: Callable[[float], float]
    """Where a value stands."""
    dots: Sequence[tuple[dt.date, float]]
    spreads: Sequence[tuple[float, float, Spread]]
    """The spread of each stretch, after the stretch's beginning and end."""
    gaps: Sequence[tuple[float, float]]


def _intensity_panel(severity: Severity) -> _Panel:
    return _Panel(
        tr("intensity, 0 to 10"),
        INTENSITIES_NAMED,
        float,
        [(cramp.morning, cramp.intensity) for cramp in severity.cramps if cramp.intensity is not None],
        [
            (*_ends(stretch.first, stretch.end), stretch.intensity)
            for stretch in severity.stretches
            if stretch.intensity
        ],
        _gaps(severity),
    )


def _minutes_panel(severity: Severity) -> _Panel:
    dots = [(cramp.morning, cramp.minutes) for cramp in severity.cramps if cramp.minutes is not None]
    longest = max((minutes for _, minutes in dots), default=1)
    top = next((place for place, minutes in enumerate(MINUTES_NAMED) if minutes >= max(longest, 5)), 6)
    return _Panel(
        tr("minutes (uneven scale)"),
        MINUTES_NAMED[: top + 1],
        log1p,
        dots,
        [(*_ends(stretch.first, stretch.end), stretch.minutes) for stretch in severity.stretches if stretch.minutes],
        _gaps(severity),
    )


def _ends(first: dt.date, end: dt.date) -> tuple[float, float]:
    return first.toordinal() - 0.5, end.toordinal() - 0.5


def _gaps(severity: Severity) -> list[tuple[float, float]]:
    return [_ends(stretch.first, stretch.end) for stretch in severity.stretches if not stretch.logged]


def _panels(canvas: Canvas, layout: TimeLayout) -> tuple[Box, Box]:
    """The places of the two: the markers' names stand above the upper, the days below the lower."""
    style = canvas.style
    whole, name = time_box(canvas, layout), _above_panel(style)
    height = (whole.height - 2 * name - 1.2 * style.font_size) / 2
    upper = Box(whole.left, whole.top + name, whole.right, whole.top + name + height)
    return upper, Box(whole.left, whole.bottom - height, whole.right, whole.bottom)


def _above_panel(style: ChartStyle) -> float:
    """The height of a panel's name, and the half of its highest value's name that reaches up to it."""
    return LINE * style.note_size + 0.75 * style.font_size


def _draw_panel(canvas: Canvas, layout: TimeLayout, box: Box, panel: _Panel, *, above: bool) -> None:
    style = canvas.style
    name = _above_panel(style)
    axes = add_time_axes(canvas, layout, box, named=above, below_names=name)
    ticks = _with_room(panel, box.height, style)
    name_values(axes, [panel.height(tick) for tick in ticks], [str(tick) for tick in ticks], style)
    axes.set_ylim(panel.height(panel.ticks[0]), panel.height(panel.ticks[-1]))
    if above:  # the days are named once, below the lower panel
        axes.set_xticks([])
    baseline = box.top - name + ASCENT * style.note_size
    name_text = canvas.write(panel.name, canvas.room.left, baseline, size=style.note_size, color=style.colours.quiet)
    # A marker's line may cross the name.
    name_text.set_bbox({"facecolor": style.colours.ground, "edgecolor": "none", "pad": 1})
    for start, end in panel.gaps:
        axes.axvspan(start, end, **hatch(style.colours))
    _draw_values(axes, panel, style, day=box.width / (layout.x_axis.end - layout.x_axis.start))


def _with_room(panel: _Panel, height: float, style: ChartStyle) -> list[int]:
    """The ends of the scale, and of the values between as many as have room, those in its middle first."""
    bottom, top = panel.height(panel.ticks[0]), panel.height(panel.ticks[-1])
    place = {tick: (panel.height(tick) - bottom) / (top - bottom) * height for tick in panel.ticks}
    between = sorted(panel.ticks[1:-1], key=lambda tick: abs(place[tick] - height / 2))
    ticks: list[int] = []
    for tick in (panel.ticks[0], panel.ticks[-1], *between):
        if all(abs(place[tick] - place[other]) >= LINE * style.font_size for other in ticks):
            ticks.append(tick)
    return sorted(ticks)


def _draw_values(axes: Axes, panel: _Panel, style: ChartStyle, *, day: float) -> None:
    """The cramps as dots, and each stretch's middle and middle half, where a day is so many logical pixels wide."""
    colours = style.colours
    if len(panel.dots) <= MOST_DOTS:
        axes.plot(
            [day.toordinal() for day, _ in panel.dots],
            [panel.height(value) for _, value in panel.dots],
            linestyle="None",
            marker="o",
            markersize=3.6 * style.stroke,
            color=colours.mild,
            markeredgewidth=0,
            clip_on=False,
        )
    for start, end, spread in panel.spreads:
        half = min(max(0.35 * (end - start), SHORTEST / day), LONGEST / day)
        left, right = axes.get_xlim()
        middle = min(max((start + end) / 2, left + half), right - half)
        low, high = panel.height(spread.low), panel.height(spread.high)
        axes.plot(
            [middle] * 2,
            [low, high],
            color=colours.accent,
            alpha=EDGE,
            linewidth=3.5 * style.stroke,
            solid_capstyle="butt",
        )
        axes.plot(
            [middle - half, middle + half],
            [panel.height(spread.middle)] * 2,
            color=colours.strong,
            linewidth=2.4 * style.stroke,
            solid_capstyle="butt",
            clip_on=False,
        )


def intensity_and_minutes_title(content: IntensityAndMinutes) -> str:
    """“Middle intensity 5 of 10, middle length 4 minutes”: two middles, of which no cramp need have both."""
    severity = content.severity
    if (
        severity.intensity is None
        or severity.minutes is None
        or min(severity.intensity.count, severity.minutes.count) < LEAST_FOR_MIDDLE
    ):
        return tr("Intensity and minutes")
    return tr("Middle intensity {intensity} of 10, middle length {minutes} min").format(
        intensity=f"{severity.intensity.middle:g}", minutes=minutes_text(severity.minutes.middle)
    )


def intensity_and_minutes_alternative(content: IntensityAndMinutes) -> str:
    """The chart in words: the middle and the middle half of each."""
    severity = content.severity
    words = [
        _spread_words(tr("Intensity"), severity.intensity, tr("of 10")),
        _spread_words(tr("Minutes"), severity.minutes, ""),
    ]
    if not any(words):
        return tr("Intensity and minutes: none was logged in this time.")
    words.append(marker_words(content.markers, severity.period))
    return " ".join(word for word in words if word)


def _spread_words(name: str, spread: Spread | None, unit: str) -> str:
    if spread is None:
        return ""
    words = trn(
        "{name}: {middle} {unit}, told of {n} cramp.",
        "{name}: half of {n} cramps lie from {low} to {high} {unit}, the middle one at {middle}.",
        spread.count,
    ).format(
        name=name,
        middle=f"{spread.middle:g}",
        low=f"{rounded(spread.low, 1).normalize():f}",
        high=f"{rounded(spread.high, 1).normalize():f}",
        unit=unit,
        n=spread.count,
    )
    return words.replace(" ,", ",").replace("  ", " ")


def _legend_items(severity: Severity, style: ChartStyle) -> list[LegendItem]:
    colours = style.colours
    name = trn("middle of a week's cramps", "middle of {n} weeks' cramps", severity.weeks).format(n=severity.weeks)
    items: list[LegendItem] = [(Line2D([], [], color=colours.strong, linewidth=2.4 * style.stroke, label=name),)]
    half = Patch(facecolor=colours.accent, alpha=EDGE, label=tr("middle half"))
    items.append((half,))
    if len(severity.cramps) <= MOST_DOTS:
        dot = Line2D(
            [], [], linestyle="None", marker="o", markersize=3.6 * style.stroke, color=colours.mild, label=tr("a cramp")
        )
        items.append((dot,))
    if any(not stretch.logged for stretch in severity.stretches):
        items.append((Patch(label=tr("none logged"), **hatch(colours)),))
    return items
