"""The share of cramp nights among the nights logged in the four weeks up to each morning, with its interval."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from diary.charts.canvas import add_key, blank, hatch, name_days, room_for_values, say_nothing_logged
from diary.language import tr
from diary.model.mornings import day_name
from diary.model.percent import percent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.artist import Artist
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from diary.analysis.trends import Share, WindowShare
    from diary.charts.look import Look

BAND = 0.22
"""Opacity of the interval's band."""
EDGE = 0.7
"""Opacity of its edges."""
SCALES = ((0.2, 0.1), (0.4, 0.1), (0.5, 0.25), (0.6, 0.2), (1.0, 0.25))
"""Tops of the axis, each with its step."""


def share_of_cramp_nights(days: Sequence[WindowShare], look: Look) -> Figure:
    """A line for the share and a band for its 95 % interval; broken where too few nights were logged."""
    figure, axes = blank(look)
    _set_scales(axes, days, look)
    if all(day.share is None for day in days):
        say_nothing_logged(axes, look, tr("Too few nights were logged in this time."))
        return figure
    for known, run in groupby(_with_room(days, look), key=lambda day: day.share is not None):
        (_draw_run if known else _draw_gap)(axes, list(run), look)
    add_key(figure, _key(days, look), look)
    return figure


def share_of_cramp_nights_alternative(days: Sequence[WindowShare]) -> str:
    """The chart in words: the first share, the last, the highest and the lowest."""
    told = [(day, share.middle) for day, share in _told(days)]
    if not told:
        return tr("Share of cramp nights: too few nights were logged in this time.")
    words = [
        tr("Share of cramp nights among the nights logged in the four weeks up to each day."),
        tr("First: {share}.").format(share=_in_words(*told[0])),
        tr("Last: {share}.").format(share=_in_words(*told[-1])),
        tr("Highest: {share}.").format(share=_in_words(*max(told, key=itemgetter(1)))),
        tr("Lowest: {share}.").format(share=_in_words(*min(told, key=itemgetter(1)))),
    ]
    return " ".join(words)


def _told(days: Sequence[WindowShare]) -> list[tuple[WindowShare, Share]]:
    return [(day, day.share) for day in days if day.share]


def _in_words(day: WindowShare, share: float) -> str:
    return tr("{share} on {day}, {cramp_nights} of {logged} nights").format(
        share=percent(share),
        day=day_name(day.morning, year=True),
        cramp_nights=day.cramp_nights,
        logged=day.logged,
    )


def _set_scales(axes: Axes, days: Sequence[WindowShare], look: Look) -> None:
    first, last = days[0].morning, days[-1].morning
    axes.set_xlim(first.toordinal() - 0.5, last.toordinal() + 0.5)
    name_days(axes, first, last, look)
    highest = max((share.high for _, share in _told(days)), default=0)
    top, step = next((scale for scale in SCALES if highest <= scale[0]), SCALES[-1])
    if top / step > room_for_values(look):
        step = top / 2 if room_for_values(look) > 1 else top
    ticks = [place * step for place in range(round(top / step) + 1)]
    axes.set_yticks(ticks, [percent(tick) for tick in ticks])
    axes.set_ylim(0, top)


def _with_room(days: Sequence[WindowShare], look: Look) -> Sequence[WindowShare]:
    """Not more days than logical pixels: the others would only blacken the line. The last is always there."""
    step = max(1, int(len(days) / look.width))
    return days[::-step][::-1]


def _draw_run(axes: Axes, run: Sequence[WindowShare], look: Look) -> None:
    places = [day.morning.toordinal() for day in run]
    shares, accent = [share for _, share in _told(run)], look.colours.accent
    if len(run) == 1:  # a line of one point would not be seen
        axes.plot(places * 2, [shares[0].low, shares[0].high], color=accent, alpha=BAND, linewidth=6)
        axes.plot(places, [shares[0].middle], color=accent, marker="o", markersize=5)
        return
    low, high = [share.low for share in shares], [share.high for share in shares]
    axes.fill_between(places, low, high, color=accent, alpha=BAND, linewidth=0)
    for bound in (low, high):  # the band alone is too faint to be seen by everyone
        axes.plot(places, bound, color=accent, alpha=EDGE, linewidth=0.8)
    axes.plot(
        places, [share.middle for share in shares], color=accent, linewidth=2, solid_capstyle="round", clip_on=False
    )


def _draw_gap(axes: Axes, run: Sequence[WindowShare], look: Look) -> None:
    first, last = run[0].morning.toordinal(), run[-1].morning.toordinal()
    # half a day on each side, so that neighbouring stretches meet
    axes.axvspan(first - 0.5, last + 0.5, **hatch(look.colours))


def _key(days: Sequence[WindowShare], look: Look) -> list[Artist]:
    accent = look.colours.accent
    entries: list[Artist] = [
        Line2D([], [], color=accent, linewidth=2, label=tr("cramp nights")),
        Patch(facecolor=accent, alpha=BAND, label=tr("95 % interval")),
    ]
    if any(day.share is None for day in days):
        entries.append(Patch(label=tr("too few logged"), **hatch(look.colours)))
    return entries
