"""The share of cramp nights among the nights logged in a window up to each morning, with its interval."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from diary.analysis.trend import Trend
from diary.analysis.trends import ShareInterval, WindowShare, least_for, rolling_share, window_for
from diary.charts.canvas import Canvas, name_values
from diary.charts.catalogue import ChartMarker
from diary.charts.marks import BAND, EDGE, hatch, room_for_values, share_ticks, share_top
from diary.charts.time_axes import XAxis, add_time_axes, marker_words, time_box, time_layout, unnamed_words
from diary.charts.trend_words import trend_title
from diary.language import tr, trn
from diary.model.mornings import day_name
from diary.model.percent import percent
from diary.model.period import Period

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from diary.charts.canvas import LegendItem
    from diary.charts.catalogue import ChartOptions
    from diary.charts.style import ChartStyle
    from diary.model.night import Night


@dataclass(frozen=True, slots=True)
class ShareOfCrampNights:
    """What the chart is drawn from."""

    days: tuple[WindowShare, ...]
    window: int = 28
    """Days that each share looks back over."""
    logged: int = 0
    """Nights logged in the whole range."""
    cramp_nights: int = 0
    markers: tuple[ChartMarker, ...] = ()
    trend: Trend | None = None


def share_of_cramp_nights_content(nights: Sequence[Night], period: Period, options: ChartOptions) -> ShareOfCrampNights:
    """The rolling share over a period, in windows as long as the range asks for."""
    window = window_for(period)
    logged_nights = [night for night in period.nights_in(nights) if night.logged]
    return ShareOfCrampNights(
        rolling_share(nights, period, window=window, least=least_for(window)),
        window,
        len(logged_nights),
        sum(bool(night.cramps) for night in logged_nights),
        options.markers,
        options.trend,
    )


def share_of_cramp_nights(content: ShareOfCrampNights, style: ChartStyle) -> Figure:
    """A line for the share and a band for its 95 % interval; broken where too few nights were logged."""
    canvas = Canvas(style)
    canvas.add_title(share_of_cramp_nights_title(content))
    if all(day.share is None for day in content.days):
        canvas.add_message(tr("Too few nights were logged in this time."))
        return canvas.figure
    days = _with_room(content.days, style)
    highest = max((share.high for _, share in _days_with_share(days)), default=0)
    top = share_top(highest)
    x_axis = XAxis.around(Period(content.days[0].morning, content.days[-1].morning))
    layout = time_layout(canvas, x_axis, [percent(top)], content.markers)
    canvas.add_note(unnamed_words(layout))
    canvas.add_legend(_legend_items(content, style))
    box = time_box(canvas, layout)
    axes = add_time_axes(canvas, layout, box)
    name_values(axes, *share_ticks(top, room_for_values(style, box.height)), style)
    axes.set_ylim(0, top)
    for has_share, run in groupby(days, key=lambda day: day.share is not None):
        (_draw_run if has_share else _draw_gap)(axes, list(run), style)
    return canvas.figure


def share_of_cramp_nights_title(content: ShareOfCrampNights) -> str:
    """“Fewer cramp nights since August” where a trend was found, else the plain counts."""
    if content.trend and (words := trend_title(content.trend, content.days[-1].morning)):
        return words
    if not content.logged:
        return tr("Share of cramp nights")
    return trn(
        "Cramps on {cramp_nights} of {logged} night logged ({share})",
        "Cramps on {cramp_nights} of {logged} nights logged ({share})",
        content.logged,
    ).format(
        cramp_nights=f"{content.cramp_nights:,}",
        logged=f"{content.logged:,}",
        share=percent(content.cramp_nights / content.logged),
    )


def share_of_cramp_nights_alternative(content: ShareOfCrampNights) -> str:
    """The chart in words: the first share, the last, the highest and the lowest."""
    shares = [(day, share.middle) for day, share in _days_with_share(content.days)]
    if not shares:
        return tr("Share of cramp nights: too few nights were logged in this time.")
    words = [
        tr("Share of cramp nights among the nights logged in the {n} days up to each day.").format(n=content.window),
        tr("First: {share}.").format(share=_in_words(*shares[0])),
        tr("Last: {share}.").format(share=_in_words(*shares[-1])),
        tr("Highest: {share}.").format(share=_in_words(*max(shares, key=itemgetter(1)))),
        tr("Lowest: {share}.").format(share=_in_words(*min(shares, key=itemgetter(1)))),
        marker_words(content.markers, Period(content.days[0].morning, content.days[-1].morning)),
    ]
    return " ".join(word for word in words if word)


def _days_with_share(days: Sequence[WindowShare]) -> list[tuple[WindowShare, ShareInterval]]:
    return [(day, day.share) for day in days if day.share]


def _in_words(day: WindowShare, share: float) -> str:
    return tr("{share} on {day}, {cramp_nights} of {logged} nights").format(
        share=percent(share),
        day=day_name(day.morning, year=True),
        cramp_nights=day.cramp_nights,
        logged=day.logged,
    )


def _with_room(days: Sequence[WindowShare], style: ChartStyle) -> Sequence[WindowShare]:
    """Not more days than logical pixels: the others would only blacken the line. The last is always there."""
    step = max(1, int(len(days) / style.width))
    return days[::-step][::-1]


def _draw_run(axes: Axes, run: Sequence[WindowShare], style: ChartStyle) -> None:
    places = [day.morning.toordinal() for day in run]
    shares, accent = [share for _, share in _days_with_share(run)], style.colours.accent
    if len(run) == 1:  # a line of one point would not be seen
        axes.plot(places * 2, [shares[0].low, shares[0].high], color=accent, alpha=EDGE, linewidth=2 * style.stroke)
        axes.plot(places, [shares[0].middle], color=accent, marker="o", markersize=7 * style.stroke)
        return
    low, high = [share.low for share in shares], [share.high for share in shares]
    axes.fill_between(places, low, high, color=accent, alpha=BAND, linewidth=0)
    for bound in (low, high):
        axes.plot(places, bound, color=accent, alpha=EDGE, linewidth=0.8 * style.stroke)
    axes.plot(
        places,
        [share.middle for share in shares],
        color=accent,
        linewidth=2.4 * style.stroke,
        solid_capstyle="round",
        clip_on=False,
    )


def _draw_gap(axes: Axes, run: Sequence[WindowShare], style: ChartStyle) -> None:
    first, last = run[0].morning.toordinal(), run[-1].morning.toordinal()
    # half a day on each side, so that neighbouring stretches meet
    axes.axvspan(first - 0.5, last + 0.5, **hatch(style.colours))


def _legend_items(content: ShareOfCrampNights, style: ChartStyle) -> list[LegendItem]:
    accent = style.colours.accent
    name = tr("over {n} days up to each, 95 % interval").format(n=content.window)
    band = Patch(facecolor=accent, alpha=BAND, label=name)
    items: list[LegendItem] = [(band, Line2D([], [], color=accent, linewidth=2.4 * style.stroke))]
    if any(day.share is None for day in content.days):
        items.append((Patch(label=tr("too few logged"), **hatch(style.colours)),))
    return items
