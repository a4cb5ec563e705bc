"""At which hour of the night the cramps came, beside the middle times of going to bed and waking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.ticker import MaxNLocator

from diary.analysis.hours import FIRST_HOUR, HOURS, HourCount, HoursOfNight, hours_of_night
from diary.charts.canvas import Canvas, below_axes, beside_values, name_places, name_values
from diary.charts.lettering import width_of
from diary.charts.marks import room_for_values
from diary.language import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from diary.charts.canvas import LegendItem
    from diary.charts.catalogue import ChartOptions
    from diary.charts.style import ChartStyle
    from diary.model.night import Night
    from diary.model.period import Period

LEAST_FOR_MOST = 5
"""Cramps with a time from which the title tells when most came."""
TOGETHER = 3
"""Hours that the title takes together."""


def hour_of_night_content(nights: Sequence[Night], period: Period, _options: ChartOptions) -> HoursOfNight:
    """The cramps by hour."""
    return hours_of_night(nights, period)


def hour_of_night(content: HoursOfNight, style: ChartStyle) -> Figure:
    """A bar an hour from 20:00 to 12:00; times remembered as “about 3” are hollow, on top."""
    canvas = Canvas(style)
    canvas.add_title(hour_of_night_title(content))
    if not content.cramps_in_hours:
        canvas.add_message(tr("No cramp with a time was logged in this time."))
        return canvas.figure
    canvas.add_note(_note(content))
    canvas.add_legend(_legend_items(content, style))
    most = max(hour.cramps for hour in content.hours)
    box = canvas.room.inset(top=0.5 * style.font_size, bottom=below_axes(style))
    steps = MaxNLocator(room_for_values(style, box.height), steps=[1, 2, 5, 10], integer=True).tick_values(0, most)
    ticks = [int(step) for step in steps if step >= 0]
    half = 0.5 * width_of("00:00", style.font_size)
    beside = max(beside_values([str(tick) for tick in ticks], style), half)
    axes = canvas.add_axes(box.inset(left=beside, right=half))
    axes.set_xlim(0, HOURS)
    axes.set_ylim(0, ticks[-1])
    name_values(axes, ticks, [str(tick) for tick in ticks], style)
    name_places(axes, *_hours_with_room(box.width - beside - half, style), style)
    _draw_bed(axes, content, style)
    _draw_bars(axes, content.hours, style)
    return canvas.figure


def hour_of_night_title(content: HoursOfNight) -> str:
    """“34 of 71 cramps came between 02:00 and 05:00”, where that can be said."""
    if content.cramps_in_hours < LEAST_FOR_MOST:
        return tr("When in the night the cramps came")
    counts = [hour.cramps for hour in content.hours]
    sums = [sum(counts[start : start + TOGETHER]) for start in range(HOURS - TOGETHER + 1)]
    start = max(range(len(sums)), key=lambda place: sums[place])
    return tr("{part} of {whole} cramps came between {first} and {last}").format(
        part=sums[start], whole=f"{content.cramps_in_hours:,}", first=_clock(start), last=_clock(start + TOGETHER)
    )


def hour_of_night_alternative(content: HoursOfNight) -> str:
    """The chart in words: the cramps of each hour that had any, then what has no place, and the time in bed."""
    if not content.cramps_in_hours:
        return tr("Hour of the night: no cramp with a time was logged in this time.")
    hours = [tr("{hour} {n}").format(hour=f"{hour.hour:02}:00", n=hour.cramps) for hour in content.hours if hour.cramps]
    words = [tr("Cramps by hour: {hours}.").format(hours=", ".join(hours))]
    if content.in_bed:
        words.append(f"{_bed_words(content)}.")
    if note := _note(content):
        words.append(f"{note}.")
    return " ".join(words)


def _note(content: HoursOfNight) -> str:
    words = []
    if content.untimed:
        words.append(tr("{n} without a time").format(n=content.untimed))
    if content.earlier:
        words.append(tr("{n} before 20:00").format(n=content.earlier))
    return ", ".join(words)


def _bed_words(content: HoursOfNight) -> str:
    if not content.in_bed:
        return ""
    bed, wake = (_of_noon(minutes) for minutes in (content.in_bed.bed, content.in_bed.wake))
    return tr("middle bed time {bed}, middle wake time {wake}").format(bed=bed, wake=wake)


def _of_noon(minutes: float) -> str:
    whole = round(minutes + 720) % 1440
    return f"{whole // 60:02}:{whole % 60:02}"


def _clock(place: int) -> str:
    return f"{(FIRST_HOUR + place) % 24:02}:00"


def _hours_with_room(width: float, style: ChartStyle) -> tuple[list[float], list[str]]:
    name_width = 1.2 * width_of("00:00", style.font_size)
    step = next((step for step in (1, 2, 4) if step * width / HOURS > name_width), 8)
    places = range(0, HOURS + 1, step)
    return [float(place) for place in places], [_clock(place) for place in places]


def _draw_bed(axes: Axes, content: HoursOfNight, style: ChartStyle) -> None:
    if not content.in_bed:
        return
    bed, wake = ((minutes - 60 * (FIRST_HOUR - 12)) / 60 for minutes in (content.in_bed.bed, content.in_bed.wake))
    axes.axvspan(bed, wake, facecolor=style.colours.other, alpha=0.1, linewidth=0)
    axes.plot(
        [bed, wake], [0, 0], color=style.colours.other, linewidth=4 * style.stroke, solid_capstyle="butt", clip_on=False
    )


def _draw_bars(axes: Axes, hours: Sequence[HourCount], style: ChartStyle) -> None:
    colours, about_hours = style.colours, [(place, hour) for place, hour in enumerate(hours) if hour.about]
    places = [place + 0.5 for place in range(len(hours))]
    axes.bar(places, [hour.exact for hour in hours], width=0.76, facecolor=colours.accent, linewidth=0)
    axes.bar(
        [place + 0.5 for place, _ in about_hours],
        [hour.about for _, hour in about_hours],
        width=0.76,
        bottom=[hour.exact for _, hour in about_hours],
        facecolor=colours.ground,
        edgecolor=colours.accent,
        linewidth=1.2 * style.stroke,
    )


def _legend_items(content: HoursOfNight, style: ChartStyle) -> list[LegendItem]:
    colours = style.colours
    items: list[LegendItem] = [(Patch(facecolor=colours.accent, label=tr("cramps in the hour")),)]
    if any(hour.about for hour in content.hours):
        about = Patch(
            facecolor=colours.ground,
            edgecolor=colours.accent,
            linewidth=1.2 * style.stroke,
            label=tr("about that hour"),
        )
        items.append((about,))
    if content.in_bed:
        items.append((Line2D([], [], color=colours.other, linewidth=4 * style.stroke, label=_bed_words(content)),))
    return items
