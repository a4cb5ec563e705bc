"""Cramps a week, as bars: seven times cramps ÷ logged nights. A week of which nothing is known is a gap, not zero."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matplotlib.patches import Patch
from matplotlib.ticker import MaxNLocator

from diary.analysis.trends import Week, taken_together
from diary.charts.canvas import add_key, blank, hatch, name_days, room_for_values, say_nothing_logged
from diary.language import tr, trn
from diary.model.mornings import DAY, day_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.artist import Artist
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from diary.charts.look import Look

FEW = 4
"""A week with fewer logged nights than these is drawn hollow: one night can make it look far worse than it was."""
GROUPS = (1, 2, 4, 13, 26, 52)
"""How many weeks a bar may take together."""
LEAST_BAR = 4.0
"""The least width of a bar, in logical pixels."""
STUB = 0.012
"""The height of a bar that stands for no cramps, of the height of the axes."""


def cramps_per_week(weeks: Sequence[Week], look: Look) -> Figure:
    """A bar a week; where there are more weeks than bars have room, a bar for several weeks together."""
    figure, axes = blank(look)
    bars = _with_room(weeks, look)
    _set_scales(axes, bars, look)
    if not any(week.logged for week in bars):
        say_nothing_logged(axes, look, tr("No night was logged in this time."))
        return figure
    for week in bars:
        _draw(axes, week, look)
    add_key(figure, _key(bars, look), look)
    return figure


def cramps_per_week_alternative(weeks: Sequence[Week]) -> str:
    """The chart in words: how many weeks, the most, the least and the last, and how many are gaps."""
    told = [week for week in weeks if week.per_week is not None]
    if not told:
        return tr("Cramps a week: no night was logged in this time.")
    most, least = max(told, key=_rate), min(told, key=_rate)
    words = [
        tr("Cramps a week, from the week of {first} to that of {last}.").format(
            first=_day(weeks[0]), last=_day(weeks[-1])
        ),
        tr("Most: {rate} in the week of {day}.").format(rate=f"{_rate(most):.1f}", day=_day(most)),
        tr("Fewest: {rate} in the week of {day}.").format(rate=f"{_rate(least):.1f}", day=_day(least)),
        tr("Last: {rate} in the week of {day}.").format(rate=f"{_rate(told[-1]):.1f}", day=_day(told[-1])),
        _gap_words(len(weeks) - len(told)),
    ]
    return " ".join(word for word in words if word)


def _gap_words(gaps: int) -> str:
    words = trn("{n} week without a logged night.", "{n} weeks without a logged night.", gaps)
    return words.format(n=gaps) if gaps else ""


def _day(week: Week) -> str:
    return day_name(week.monday, year=True)


def _rate(week: Week) -> float:
    return week.per_week or 0


def _with_room(weeks: Sequence[Week], look: Look) -> Sequence[Week]:
    most = look.width / LEAST_BAR
    size = next((size for size in GROUPS if len(weeks) / size <= most), GROUPS[-1])
    return weeks if size == 1 else taken_together(weeks, size)


def _set_scales(axes: Axes, bars: Sequence[Week], look: Look) -> None:
    first, end = bars[0].monday, bars[-1].end
    axes.set_xlim(first.toordinal(), end.toordinal())
    name_days(axes, first, end - DAY, look)
    most = max(map(_rate, bars))
    steps = MaxNLocator(room_for_values(look), steps=[1, 2, 5, 10], integer=True).tick_values(0, max(most, 1))
    ticks = [int(step) for step in steps if step >= 0]
    axes.set_yticks(ticks)
    axes.set_ylim(0, ticks[-1])


def _draw(axes: Axes, week: Week, look: Look) -> None:
    left, days = week.monday.toordinal(), (week.end - week.monday).days
    top, colours = axes.get_ylim()[1], look.colours
    if week.per_week is None:
        axes.bar(left, top, days, align="edge", **hatch(colours))
        return
    few = week.logged < FEW * week.weeks
    axes.bar(
        left + 0.12 * days,
        max(week.per_week, STUB * top),
        0.76 * days,
        align="edge",
        facecolor=colours.ground if few else colours.accent,
        edgecolor=colours.accent,
        linewidth=1 if few else 0,
    )


def _key(bars: Sequence[Week], look: Look) -> list[Artist]:
    colours, together = look.colours, max(week.weeks for week in bars)
    name = trn("cramps a week", "cramps a week, over {n} weeks", together).format(n=together)
    entries: list[Artist] = [Patch(facecolor=colours.accent, label=name)]
    if any(0 < week.logged < FEW * week.weeks for week in bars):
        few = Patch(facecolor=colours.ground, edgecolor=colours.accent, label=tr("few nights logged"))
        entries.append(few)
    if any(not week.logged for week in bars):
        entries.append(Patch(label=tr("none logged"), **hatch(colours)))
    return entries
