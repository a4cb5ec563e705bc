"""Cramps a week, as bars with a smooth line: seven times cramps ÷ logged nights. A week not logged is a gap."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from matplotlib.collections import PatchCollection
from matplotlib.lines import Line2D
from matplotlib.patches import Patch, Rectangle
from matplotlib.ticker import MaxNLocator

from diary.analysis.smooth import SmoothLine, SmoothPoint, smooth_rate
from diary.analysis.trends import Week, calendar_weeks, group_weeks
from diary.charts.canvas import Canvas, name_values
from diary.charts.catalogue import ChartMarker
from diary.charts.marks import BAND, EDGE, hatch, room_for_values
from diary.charts.time_axes import XAxis, add_time_axes, marker_words, time_box, time_layout, unnamed_words
from diary.language import tr, trn
from diary.model.mornings import DAY, day_name
from diary.model.period import Period
from diary.model.rounding import rate_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from diary.charts.canvas import LegendItem
    from diary.charts.catalogue import ChartOptions
    from diary.charts.style import ChartStyle
    from diary.model.night import Night

FEW = 4
"""A week with fewer logged nights than these is drawn hollow: one night can make it look far worse than it was."""
LEAST_FOR_RATE = 7
"""Logged nights from which the title tells a rate."""
GROUPS = (1, 2, 4, 13, 26, 52)
"""How many weeks a bar may take together."""
LEAST_BAR = 4.0
"""The least width of a bar, in logical pixels."""
MOST_BAND = 3.0
"""How much higher than the bars and the line the band may make the axis; it is cut there, with a mark that says so."""
WIDEST_BAR = 64.0
"""The greatest, for a diary of a few nights."""
STUB = 0.012
"""The height of a bar that stands for no cramps, of the height of the axes."""


@dataclass(frozen=True, slots=True)
class CrampsPerWeek:
    """What the chart is drawn from."""

    weeks: tuple[Week, ...]
    smooth: SmoothLine
    markers: tuple[ChartMarker, ...] = ()

    @property
    def per_week(self) -> float | None:
        """The rate over the whole range; None where no night was logged."""
        (whole,) = group_weeks(self.weeks, max(len(self.weeks), 1)) or (None,)
        return whole.per_week if whole else None


def cramps_per_week_content(nights: Sequence[Night], period: Period, options: ChartOptions) -> CrampsPerWeek:
    """The weeks that a period touches, and the smooth line."""
    return CrampsPerWeek(calendar_weeks(nights, period), smooth_rate(nights, period), options.markers)


def cramps_per_week(content: CrampsPerWeek, style: ChartStyle) -> Figure:
    """A bar a week; where there are more weeks than bars have room, a bar for several weeks together."""
    canvas = Canvas(style)
    canvas.add_title(cramps_per_week_title(content))
    if content.per_week is None:
        canvas.add_message(tr("No night was logged in this time."))
        return canvas.figure
    bars = _with_room(content.weeks, style)
    most, highest = _most(bars, content.smooth), _highest(content.smooth)
    first, end = bars[0].monday, bars[-1].end
    x_axis = XAxis(Period(first, end - DAY), first.toordinal(), end.toordinal())
    layout = time_layout(canvas, x_axis, [f"{2 * most:.0f}"], content.markers)
    canvas.add_note(unnamed_words(layout))
    canvas.add_legend(
        [*_legend_items(bars, content.smooth, style), *([_cut_item(highest, style)] if highest > most else [])]
    )
    box = time_box(canvas, layout)
    ticks = _ticks(most, room_for_values(style, box.height))
    top = most if highest > most else ticks[-1]
    ticks = [tick for tick in ticks if tick <= top]
    axes = add_time_axes(canvas, layout, box)
    name_values(axes, ticks, [str(tick) for tick in ticks], style)
    axes.set_ylim(0, top)
    _draw_bars(axes, bars, style, widest=WIDEST_BAR * (x_axis.end - x_axis.start) / box.width)
    for stretch in content.smooth.stretches:
        _draw_line(axes, stretch, style)
        _mark_cuts(axes, stretch, style)
    return canvas.figure


def cramps_per_week_title(content: CrampsPerWeek) -> str:
    """“About 1.4 cramps a week”."""
    if content.per_week is None:
        return tr("Cramps a week")
    logged = sum(week.logged for week in content.weeks)
    if not content.per_week:
        return trn("No cramps on {n} night logged", "No cramps on {n} nights logged", logged).format(n=f"{logged:,}")
    if logged < LEAST_FOR_RATE:
        cramps = sum(week.cramps for week in content.weeks)
        cramps_words = trn("{n} cramp", "{n} cramps", cramps).format(n=cramps)
        return trn("{cramps} on {n} night logged", "{cramps} on {n} nights logged", logged).format(
            cramps=cramps_words, n=logged
        )
    return tr("About {rate} cramps a week").format(rate=rate_text(content.per_week))


def cramps_per_week_alternative(content: CrampsPerWeek) -> str:
    """The chart in words: how many weeks, the most, the least and the last, how many are gaps, and the smooth line."""
    logged_weeks = [week for week in content.weeks if week.per_week is not None]
    if not logged_weeks:
        return tr("Cramps a week: no night was logged in this time.")
    most, least = max(logged_weeks, key=_rate), min(logged_weeks, key=_rate)
    words = [
        tr("Cramps a week, from the week of {first} to that of {last}.").format(
            first=_day(content.weeks[0]), last=_day(content.weeks[-1])
        ),
        tr("Most: {rate} in the week of {day}.").format(rate=rate_text(_rate(most)), day=_day(most)),
        tr("Fewest: {rate} in the week of {day}.").format(rate=rate_text(_rate(least)), day=_day(least)),
        tr("Last: {rate} in the week of {day}.").format(
            rate=rate_text(_rate(logged_weeks[-1])), day=_day(logged_weeks[-1])
        ),
        _gap_words(len(content.weeks) - len(logged_weeks)),
        _smooth_words(content.smooth),
        marker_words(content.markers, Period(content.weeks[0].monday, content.weeks[-1].end - DAY)),
    ]
    return " ".join(word for word in words if word)


def _gap_words(gaps: int) -> str:
    words = trn("{n} week without a logged night.", "{n} weeks without a logged night.", gaps)
    return words.format(n=gaps) if gaps else ""


def _smooth_words(smooth: SmoothLine) -> str:
    points = [point for stretch in smooth.stretches for point in stretch]
    if not points:
        return ""
    first, last = rate_text(points[0].middle), rate_text(points[-1].middle)
    if first == last:
        return tr("The smooth line ends where it began, at {rate} cramps a week.").format(rate=last)
    return tr("The smooth line goes from {first} to {last} cramps a week.").format(first=first, last=last)


def _day(week: Week) -> str:
    return day_name(week.monday, year=True)


def _rate(week: Week) -> float:
    return week.per_week or 0


def _with_room(weeks: Sequence[Week], style: ChartStyle) -> Sequence[Week]:
    most = style.width / LEAST_BAR
    size = next((size for size in GROUPS if len(weeks) / size <= most), GROUPS[-1])
    return weeks if size == 1 else group_weeks(weeks, size)


def _most(bars: Sequence[Week], smooth: SmoothLine) -> float:
    """The highest that the axis must hold: all bars, the line, and its band unless that would press these down."""
    highest = max(*map(_rate, bars), *(point.middle for stretch in smooth.stretches for point in stretch), 1)
    return max(highest, min(MOST_BAND * highest, _highest(smooth)))


def _highest(smooth: SmoothLine) -> float:
    """The highest that the band reaches."""
    return max((point.high for stretch in smooth.stretches for point in stretch), default=0.0)


def _ticks(most: float, room: int) -> list[int]:
    """The values to name, in this room, from 0 to at least the highest."""
    steps = MaxNLocator(room, steps=[1, 2, 5, 10], integer=True).tick_values(0, most)
    return [int(step) for step in steps if step >= 0]


def _draw_bars(axes: Axes, bars: Sequence[Week], style: ChartStyle, *, widest: float) -> None:
    """Draw each bar in the middle of its weeks, and so many days wide at most."""
    top, colours = axes.get_ylim()[1], style.colours
    full: list[Rectangle] = []
    few: list[Rectangle] = []
    for week in bars:
        left, days = week.monday.toordinal(), (week.end - week.monday).days
        if week.per_week is None:
            axes.add_patch(Rectangle((left, 0), days, top, **hatch(colours)))
            continue
        bar_width = min(0.76 * days, widest)
        bar = Rectangle((left + (days - bar_width) / 2, 0), bar_width, max(week.per_week, STUB * top))
        (few if _is_few(week) else full).append(bar)
    axes.add_collection(PatchCollection(full, facecolor=colours.mild, linewidth=0), autolim=False)
    hollow = PatchCollection(few, facecolor=colours.ground, edgecolor=colours.mild, linewidth=1)
    axes.add_collection(hollow, autolim=False)


def _is_few(week: Week) -> bool:
    return week.logged < FEW * week.weeks


def _draw_line(axes: Axes, stretch: Sequence[SmoothPoint], style: ChartStyle) -> None:
    places, strong = [point.morning.toordinal() for point in stretch], style.colours.strong
    low, high = [point.low for point in stretch], [point.high for point in stretch]
    axes.fill_between(places, low, high, color=strong, alpha=BAND, linewidth=0, zorder=0.9)  # behind the bars
    for bound in (low, high):
        axes.plot(places, bound, color=strong, alpha=EDGE, linewidth=0.7 * style.stroke)
    axes.plot(
        places, [point.middle for point in stretch], color=strong, linewidth=2.4 * style.stroke, solid_capstyle="round"
    )


def _mark_cuts(axes: Axes, stretch: Sequence[SmoothPoint], style: ChartStyle) -> None:
    """A mark at the top of the axes wherever the band goes on above them."""
    top = axes.get_ylim()[1]
    for beyond, run in groupby(stretch, key=lambda point: point.high > top):
        if beyond:
            highest = max(run, key=lambda point: point.high)
            axes.plot([highest.morning.toordinal()], [top], clip_on=False, **_cut_mark(style))


def _cut_mark(style: ChartStyle) -> dict[str, Any]:
    return {"linestyle": "None", "marker": "^", "markersize": 8 * style.stroke, "color": style.colours.strong}


def _cut_item(highest: float, style: ChartStyle) -> LegendItem:
    name = tr("the interval goes on, up to {rate}").format(rate=rate_text(highest))
    return (Line2D([], [], label=name, **_cut_mark(style)),)


def _legend_items(bars: Sequence[Week], smooth: SmoothLine, style: ChartStyle) -> list[LegendItem]:
    colours, together = style.colours, max(week.weeks for week in bars)
    name = trn("cramps a week", "cramps a week, over {n} weeks", together).format(n=together)
    items: list[LegendItem] = [(Patch(facecolor=colours.mild, label=name),)]
    if smooth.stretches:
        band = Patch(facecolor=colours.strong, alpha=BAND, label=tr("smooth line, 95 % interval"))
        items.append((band, Line2D([], [], color=colours.strong, linewidth=2.4 * style.stroke)))
    if any(week.logged and _is_few(week) for week in bars):
        items.append((Patch(facecolor=colours.ground, edgecolor=colours.mild, label=tr("few logged")),))
    if any(not week.logged for week in bars):
        items.append((Patch(label=tr("none logged"), **hatch(colours)),))
    return items
