"""How strong the cramps were and how long they lasted, over time: their middle and middle half in each stretch."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import log1p
from typing import TYPE_CHECKING

from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from diary.analysis.severity import Severity, Spread, severity
from diary.charts.catalogue import ChartMarker
from diary.charts.lettering import ASCENT, LINE
from diary.charts.marks import EDGE, hatch
from diary.charts.sheet import Box, Sheet, name_values
from diary.charts.time_axes import Foot, TimeRoom, add_time_axes, marker_words, time_box, time_room, unnamed_words
from diary.language import tr, trn

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from diary.charts.catalogue import Options
    from diary.charts.look import Look
    from diary.charts.sheet import Entry
    from diary.model.night import Night

MOST_DOTS = 250
"""Up to so many cramps, each is a dot of its own."""
LEAST_FOR_TYPICAL = 5
"""Cramps from which the title tells what is typical."""
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
    nights: Sequence[Night], first: dt.date, last: dt.date, options: Options
) -> IntensityAndMinutes:
    """The cramps one by one and in stretches."""
    return IntensityAndMinutes(severity(nights, first, last), options.markers)


def intensity_and_minutes(content: IntensityAndMinutes, look: Look) -> Figure:
    """Intensity above, minutes below, on the same days."""
    told = content.severity
    sheet = Sheet(look)
    sheet.say_title(intensity_and_minutes_title(content))
    if told.intensity is None and told.minutes is None:
        sheet.say_instead(tr("No cramp with intensity or minutes was logged in this time."))
        return sheet.figure
    span = Foot(told.first, told.last, told.first.toordinal() - 0.5, told.last.toordinal() + 0.5)
    room = time_room(sheet, span, ["720"], content.markers)
    sheet.say_note(unnamed_words(room))
    sheet.add_key(_key(told, look))
    upper, lower = _panels(sheet, room)
    _draw_panel(sheet, room, upper, _intensity_panel(told), above=True)
    _draw_panel(sheet, room, lower, _minutes_panel(told), above=False)
    return sheet.figure


@dataclass(frozen=True, slots=True)
class _Panel:
    """One of the two: its name, its scale, and what is drawn on it."""

    name: str
    ticks: Sequence[int]
    height: Callable[[float], float]
    """Where a value stands."""
    dots: Sequence[tuple[dt.date, float]]
    spreads: Sequence[tuple[float, float, Spread]]
    """Each with where it begins and ends."""
    gaps: Sequence[tuple[float, float]]


def _intensity_panel(told: Severity) -> _Panel:
    return _Panel(
        tr("intensity, 0 to 10"),
        INTENSITIES_NAMED,
        float,
        [(cramp.morning, cramp.intensity) for cramp in told.cramps if cramp.intensity is not None],
        [(*_ends(each.first, each.end), each.intensity) for each in told.stretches if each.intensity],
        _gaps(told),
    )


def _minutes_panel(told: Severity) -> _Panel:
    dots = [(cramp.morning, cramp.minutes) for cramp in told.cramps if cramp.minutes is not None]
    longest = max((minutes for _, minutes in dots), default=1)
    top = next((place for place, minutes in enumerate(MINUTES_NAMED) if minutes >= max(longest, 5)), 6)
    return _Panel(
        tr("minutes (uneven scale)"),
        MINUTES_NAMED[: top + 1],
        log1p,
        dots,
        [(*_ends(each.first, each.end), each.minutes) for each in told.stretches if each.minutes],
        _gaps(told),
    )


def _ends(first: dt.date, end: dt.date) -> tuple[float, float]:
    return first.toordinal() - 0.5, end.toordinal() - 0.5


def _gaps(told: Severity) -> list[tuple[float, float]]:
    return [_ends(each.first, each.end) for each in told.stretches if not each.logged]


def _panels(sheet: Sheet, room: TimeRoom) -> tuple[Box, Box]:
    """The places of the two: the markers' names stand above the upper, the days below the lower."""
    look = sheet.look
    whole, name = time_box(sheet, room), _above_panel(look)
    height = (whole.height - 2 * name - 1.2 * look.font_size) / 2
    upper = Box(whole.left, whole.top + name, whole.right, whole.top + name + height)
    return upper, Box(whole.left, whole.bottom - height, whole.right, whole.bottom)


def _above_panel(look: Look) -> float:
    """The height of a panel's name, and the half of its highest value's name that reaches up to it."""
    return LINE * look.note_size + 0.75 * look.font_size


def _draw_panel(sheet: Sheet, room: TimeRoom, box: Box, panel: _Panel, *, above: bool) -> None:
    look = sheet.look
    name = _above_panel(look)
    axes = add_time_axes(sheet, room, box, named=above, below_names=name)
    ticks = _with_room(panel, box.height, look)
    name_values(axes, [panel.height(tick) for tick in ticks], [str(tick) for tick in ticks], look)
    axes.set_ylim(panel.height(panel.ticks[0]), panel.height(panel.ticks[-1]))
    if above:  # the days are named once, below the lower panel
        axes.set_xticks([])
    baseline = box.top - name + ASCENT * look.note_size
    name_text = sheet.write(panel.name, sheet.room.left, baseline, size=look.note_size, color=look.colours.quiet)
    # A marker's line may cross the name.
    name_text.set_bbox({"facecolor": look.colours.ground, "edgecolor": "none", "pad": 1})
    for start, end in panel.gaps:
        axes.axvspan(start, end, **hatch(look.colours))
    _draw_values(axes, panel, look, day=box.width / (room.foot.end - room.foot.start))


def _with_room(panel: _Panel, height: float, look: Look) -> list[int]:
    """The ends of the scale, and of the values between as many as have room, those in its middle first."""
    bottom, top = panel.height(panel.ticks[0]), panel.height(panel.ticks[-1])
    place = {tick: (panel.height(tick) - bottom) / (top - bottom) * height for tick in panel.ticks}
    between = sorted(panel.ticks[1:-1], key=lambda tick: abs(place[tick] - height / 2))
    named: list[int] = []
    for tick in (panel.ticks[0], panel.ticks[-1], *between):
        if all(abs(place[tick] - place[other]) >= LINE * look.font_size for other in named):
            named.append(tick)
    return sorted(named)


def _draw_values(axes: Axes, panel: _Panel, look: Look, *, day: float) -> None:
    """The cramps as dots, and each stretch's middle and middle half, where a day is so many logical pixels wide."""
    colours = look.colours
    if len(panel.dots) <= MOST_DOTS:
        axes.plot(
            [day.toordinal() for day, _ in panel.dots],
            [panel.height(value) for _, value in panel.dots],
            linestyle="None",
            marker="o",
            markersize=3.6 * look.stroke,
            color=colours.mild,
            markeredgewidth=0,
            clip_on=False,
        )
    for start, end, spread in panel.spreads:
        half = min(max(0.35 * (end - start), SHORTEST / day), LONGEST / day)
        foot, head = axes.get_xlim()
        middle = min(max((start + end) / 2, foot + half), head - half)
        low, high = panel.height(spread.low), panel.height(spread.high)
        axes.plot(
            [middle] * 2,
            [low, high],
            color=colours.accent,
            alpha=EDGE,
            linewidth=3.5 * look.stroke,
            solid_capstyle="butt",
        )
        axes.plot(
            [middle - half, middle + half],
            [panel.height(spread.middle)] * 2,
            color=colours.strong,
            linewidth=2.4 * look.stroke,
            solid_capstyle="butt",
            clip_on=False,
        )


def intensity_and_minutes_title(content: IntensityAndMinutes) -> str:
    """“Typically intensity 5 of 10, lasting 4 minutes”: the middle of each."""
    told = content.severity
    if (
        told.intensity is None
        or told.minutes is None
        or min(told.intensity.count, told.minutes.count) < LEAST_FOR_TYPICAL
    ):
        return tr("Intensity and minutes")
    return tr("Typically intensity {intensity} of 10, lasting {minutes} minutes").format(
        intensity=f"{told.intensity.middle:g}", minutes=f"{told.minutes.middle:g}"
    )


def intensity_and_minutes_alternative(content: IntensityAndMinutes) -> str:
    """The chart in words: the middle and the middle half of each."""
    told = content.severity
    words = [
        _spread_words(tr("Intensity"), told.intensity, tr("of 10")),
        _spread_words(tr("Minutes"), told.minutes, ""),
    ]
    if not any(words):
        return tr("Intensity and minutes: none was logged in this time.")
    words.append(marker_words(content.markers, told.first, told.last))
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
        low=f"{round(spread.low, 1):g}",
        high=f"{round(spread.high, 1):g}",
        unit=unit,
        n=spread.count,
    )
    return words.replace(" ,", ",").replace("  ", " ")


def _key(told: Severity, look: Look) -> list[Entry]:
    colours = look.colours
    name = trn("middle of a week's cramps", "middle of {n} weeks' cramps", told.weeks).format(n=told.weeks)
    entries: list[Entry] = [(Line2D([], [], color=colours.strong, linewidth=2.4 * look.stroke, label=name),)]
    half = Patch(facecolor=colours.accent, alpha=EDGE, label=tr("middle half"))
    entries.append((half,))
    if len(told.cramps) <= MOST_DOTS:
        dot = Line2D(
            [], [], linestyle="None", marker="o", markersize=3.6 * look.stroke, color=colours.mild, label=tr("a cramp")
        )
        entries.append((dot,))
    if any(not each.logged for each in told.stretches):
        entries.append((Patch(label=tr("none logged"), **hatch(colours)),))
    return entries
