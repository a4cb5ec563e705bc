"""A year of nights as a calendar: a place a night, whose sign tells what is known of it.

A row is a month; where signs would be too small for that, it is half a month.

The signs differ in shape and size, not only in colour: squares that grow with the worst intensity, an empty square
where none was told, a dot for a quiet night, and a stroke for one that was not logged.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from matplotlib.lines import Line2D
from matplotlib.path import Path

from diary.analysis.year_of_nights import CalendarNight, YearOfNights, year_of_nights
from diary.charts.canvas import BESIDE_AXES, Box, Canvas, below_axes, name_places
from diary.charts.lettering import widest, width_of
from diary.language import tr, trn
from diary.model.mornings import MONTH_NAMES, MONTHS, day_name
from diary.model.night import NightState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.figure import Figure

    from diary.charts.canvas import LegendItem
    from diary.charts.catalogue import ChartOptions
    from diary.charts.style import ChartStyle, Colours
    from diary.model.night import Night
    from diary.model.period import Period

FIRST_HALF = 15
"""Days of a month's first half; the second has one more at most."""
LEAST_PLACE = 0.7
"""A calendar whose places would be narrower than this, in sizes of the text, has two rows a month."""
NARROW = 22
"""A canvas of less than so many sizes of the text is narrow."""
TALLEST = 1.85
"""Height of a row to the width of a place, at most."""
MOST_MILD, MOST_MIDDLE = 3, 6
"""The worst intensities up to which a square is small, and middling."""
_STROKE = Path([(-0.5, -0.5), (0.5, 0.5)])


@dataclass(frozen=True, slots=True)
class Sign:
    """How a kind of night is drawn."""

    words: str
    marker: str | Path
    size: float
    """To the smaller side of a place."""
    face: str
    edge: str
    edge_width: float = 1.0

    def line(self, places: Sequence[tuple[float, float]], cell: float) -> Line2D:
        """The sign at these places, where a place's smaller side has so many logical pixels."""
        return Line2D(
            [x for x, _ in places],
            [y for _, y in places],
            linestyle="None",
            marker=self.marker,
            markersize=self.size * cell,
            markerfacecolor=self.face,
            markeredgecolor=self.edge,
            markeredgewidth=self.edge_width,
            label=self.words,
            clip_on=False,
        )


def calendar_content(nights: Sequence[Night], period: Period, _options: ChartOptions) -> YearOfNights:
    """The nights of the last twelve months of the range."""
    return year_of_nights(nights, period)


def calendar_of_nights(content: YearOfNights, style: ChartStyle) -> Figure:
    """A row a month, the oldest on top."""
    canvas = Canvas(style)
    canvas.add_title(calendar_title(content))
    if content.count(NightState.NOT_LOGGED) == len(content.nights):
        canvas.add_message(tr("No night was logged in this time."))
        return canvas.figure
    if style.width <= NARROW * style.font_size:
        canvas.add_note(_time_words(content))
    signs = _signs(style.colours)
    by_sign = _by_sign(content.nights)
    canvas.add_legend([_legend_item(sign, style) for place, sign in enumerate(signs) if place in by_sign])
    grid = _grid(content, canvas.room.width, style)
    names = _month_names(grid.months, style)
    left = canvas.room.left + widest(names, style.font_size) + BESIDE_AXES * style.font_size
    box = _box(canvas, left, grid)
    axes = canvas.add_axes(box)
    axes.set_xlim(0.5, grid.columns + 0.5)
    axes.set_ylim(grid.rows - 0.5, -0.5)
    axes.spines["bottom"].set_visible(False)
    axes.set_yticks([])
    _name_months(canvas, names, box)
    name_places(axes, *grid.named_days(box.width, style), style)
    axes.tick_params(axis="x", length=0)
    cell = min(box.width / grid.columns, box.height / grid.rows)
    for place, group in by_sign.items():
        axes.add_line(signs[place].line([grid.place(night.morning) for night in group], cell))
    return canvas.figure


@dataclass(frozen=True, slots=True)
class CalendarGrid:
    """Where each night stands: the months, each as one row, or as two halves."""

    months: tuple[dt.date, ...]
    halves: bool

    @property
    def columns(self) -> int:
        """Nights in a row."""
        return 31 - FIRST_HALF if self.halves else 31

    @property
    def rows(self) -> int:
        """The rows of all months."""
        return len(self.months) * (2 if self.halves else 1)

    def place(self, morning: dt.date) -> tuple[int, int]:
        """The column and row of a night."""
        month = self.months.index(morning.replace(day=1))
        if not self.halves:
            return morning.day, month
        second = morning.day > FIRST_HALF
        return morning.day - FIRST_HALF * second, 2 * month + second

    def named_days(self, width: float, style: ChartStyle) -> tuple[list[float], list[str]]:
        """The columns to name, as many as have room, and their days: “5 20” where a month is two rows."""
        for columns in ((1, 5, 10, 15), (1, 10)) if self.halves else ((1, 5, 10, 15, 20, 25, 30), (1, 10, 20, 30)):
            names = [f"{day}·{day + FIRST_HALF}" if self.halves else str(day) for day in columns]
            if 4 * width / self.columns > 1.2 * widest(names, style.font_size):
                break
        return [float(column) for column in columns], names


def _grid(content: YearOfNights, width: float, style: ChartStyle) -> CalendarGrid:
    months = tuple(sorted({night.morning.replace(day=1) for night in content.nights}))
    beside = widest(_month_names(months, style), style.font_size)
    return CalendarGrid(months, halves=(width - beside) / 31 < LEAST_PLACE * style.font_size)


def calendar_title(content: YearOfNights) -> str:
    """“71 cramp nights, 228 quiet ones, 66 not logged”."""
    cramps, quiet = content.count(NightState.CRAMPS), content.count(NightState.QUIET)
    if not cramps + quiet:
        return tr("The nights one by one")
    words = [
        trn("{n} cramp night", "{n} cramp nights", cramps).format(n=cramps),
        tr("{n} quiet").format(n=quiet),
        tr("{n} not logged").format(n=content.count(NightState.NOT_LOGGED)),
    ]
    return ", ".join(words)


def calendar_alternative(content: YearOfNights) -> str:
    """The chart in words: the counts of the whole time, then the cramp nights of each month."""
    if content.count(NightState.NOT_LOGGED) == len(content.nights):
        return tr("Calendar: no night was logged in this time.")
    whole = tr("Calendar from {first} to {last}: {counts}.").format(
        first=day_name(content.period.first, year=True),
        last=day_name(content.period.last, year=True),
        counts=calendar_title(content),
    )
    by_month: dict[dt.date, list[CalendarNight]] = defaultdict(list)
    for night in content.nights:
        by_month[night.morning.replace(day=1)].append(night)
    return " ".join([whole, *[_month_words(month, nights) for month, nights in by_month.items()]])


def _time_words(content: YearOfNights) -> str:
    return tr("{first} to {last}").format(
        first=day_name(content.period.first, year=True), last=day_name(content.period.last, year=True)
    )


def _month_words(month: dt.date, nights: Sequence[CalendarNight]) -> str:
    cramps = sum(night.state is NightState.CRAMPS for night in nights)
    logged = sum(night.state is not NightState.NOT_LOGGED for night in nights)
    return tr("{month}: {cramps} of {logged}.").format(
        month=f"{tr(MONTH_NAMES[month.month - 1])} {month.year}", cramps=cramps, logged=logged
    )


def _signs(colours: Colours) -> tuple[Sign, ...]:
    quiet, ground = colours.quiet, colours.ground
    return (
        Sign(tr("cramps, worst 0 to 3"), "s", 0.48, colours.mild, colours.mild, 0.5),
        Sign(tr("4 to 6"), "s", 0.68, colours.accent, colours.accent, 0.5),
        Sign(tr("7 to 10"), "s", 0.86, colours.strong, colours.strong, 0.5),
        Sign(tr("not told how strong"), "s", 0.6, ground, colours.accent, 1.2),
        Sign(tr("quiet"), "o", 0.22, quiet, quiet, 0),
        Sign(tr("not logged"), _STROKE, 0.45, "none", quiet, 0.6),
    )


def _legend_item(sign: Sign, style: ChartStyle) -> LegendItem:
    return (sign.line([(0, 0)], style.font_size),)


def _by_sign(nights: Sequence[CalendarNight]) -> dict[int, list[CalendarNight]]:
    groups: dict[int, list[CalendarNight]] = defaultdict(list)
    for night in nights:
        groups[_sign_of(night)].append(night)
    return groups


def _sign_of(night: CalendarNight) -> int:
    if night.state is NightState.NOT_LOGGED:
        return 5
    if night.state is NightState.QUIET:
        return 4
    if night.worst is None:
        return 3
    return 0 if night.worst <= MOST_MILD else 1 if night.worst <= MOST_MIDDLE else 2


def _box(canvas: Canvas, left: float, grid: CalendarGrid) -> Box:
    """The calendar's place, not taller than it looks well, in the middle of the room."""
    style, room = canvas.style, canvas.room
    half = 0.5 * width_of("15·30" if grid.halves else "31", style.font_size)
    whole = Box(left, room.top, room.right - half / 2, room.bottom - below_axes(style))
    height = min(whole.height, grid.rows * TALLEST * whole.width / grid.columns)
    spare = (whole.height - height) / 2
    return whole.inset(top=spare, bottom=spare)


def _month_names(months: Sequence[dt.date], style: ChartStyle) -> list[str]:
    """Each month's name, with the year at the first and in each January, where there is room for it."""
    with_year = style.width > NARROW * style.font_size
    return [
        f"{tr(MONTHS[month.month - 1])} {month.year}"
        if with_year and (month == months[0] or month.month == 1)
        else tr(MONTHS[month.month - 1])
        for month in months
    ]


def _name_months(canvas: Canvas, names: Sequence[str], box: Box) -> None:
    """As many of the months' names as have room one under the other."""
    style, row = canvas.style, box.height / len(names)
    step = next(step for step in (1, 2, 3, 6, 12) if step * row >= 1.3 * style.font_size or step == 12)
    for place, name in enumerate(names):
        if place % step == 0:
            baseline = box.top + (place + 0.5) * row + 0.36 * style.font_size
            canvas.write(name, canvas.room.left, baseline, size=style.font_size, color=style.colours.quiet)
