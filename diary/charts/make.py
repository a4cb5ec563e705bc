"""The charts as a screen asks for them: a name and nights in, a picture and its words out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from matplotlib.figure import Figure

from diary.charts.by_factor import (
    by_factor,
    by_factor_alternative,
    by_factor_content,
    by_factor_title,
    by_temperature_content,
)
from diary.charts.calendar_of_nights import calendar_alternative, calendar_content, calendar_of_nights, calendar_title
from diary.charts.catalogue import CATALOGUE, NO_OPTIONS, ChartOptions
from diary.charts.course import course, course_alternative, course_content, course_title
from diary.charts.cramps_per_week import (
    cramps_per_week,
    cramps_per_week_alternative,
    cramps_per_week_content,
    cramps_per_week_title,
)
from diary.charts.hour_of_night import (
    hour_of_night,
    hour_of_night_alternative,
    hour_of_night_content,
    hour_of_night_title,
)
from diary.charts.intensity_and_minutes import (
    intensity_and_minutes,
    intensity_and_minutes_alternative,
    intensity_and_minutes_content,
    intensity_and_minutes_title,
)
from diary.charts.no_rate import no_rate, no_rate_alternative, no_rate_title
from diary.charts.render import to_png, to_svg
from diary.charts.share_of_cramp_nights import (
    share_of_cramp_nights,
    share_of_cramp_nights_alternative,
    share_of_cramp_nights_content,
    share_of_cramp_nights_title,
)
from diary.charts.side_and_muscle import (
    side_and_muscle,
    side_and_muscle_alternative,
    side_and_muscle_content,
    side_and_muscle_title,
)
from diary.charts.style import ChartStyle
from diary.charts.weekday_and_month import (
    weekday_and_month,
    weekday_and_month_alternative,
    weekday_and_month_content,
    weekday_and_month_title,
)
from diary.model.night_tally import NightTally

if TYPE_CHECKING:
    from diary.model.night import Night
    from diary.model.period import Period


@dataclass(frozen=True, slots=True)
class ChartImage:
    """A chart as a screen shows it."""

    png: bytes
    alternative: str
    """What the chart says, in words."""
    title: str = ""
    """What is seen, in a few words."""


@dataclass(frozen=True, slots=True)
class ChartDrawing:
    """A chart as paper takes it, or a file."""

    svg: bytes
    alternative: str
    """What the chart says, in words."""
    title: str
    """What is seen, in a few words."""


@dataclass(frozen=True, slots=True)
class ChartContent:
    """The plain values that a chart is drawn from; what kind they are is the chart's own business."""

    plain: Any


@dataclass(frozen=True, slots=True)
class ChartFigure:
    """A chart before it becomes bytes."""

    figure: Figure
    title: str
    alternative: str


def make_chart(
    name: str,
    nights: Sequence[Night],
    style: ChartStyle,
    period: Period,
    *,
    options: ChartOptions = NO_OPTIONS,
) -> ChartImage:
    """The chart of this name over a period, as PNG.

    Give the nights of the whole diary: those before the period fill the first windows of the rolling share. Raises KeyError
    where the catalogue has no chart of this name.
    """
    return chart_image(name, chart_content(name, nights, period, options=options), style)


def make_drawing(
    name: str,
    nights: Sequence[Night],
    style: ChartStyle,
    period: Period,
    *,
    options: ChartOptions = NO_OPTIONS,
) -> ChartDrawing:
    """The chart of this name over a period, as SVG."""
    chart = draw_chart(name, nights, style, period, options=options)
    return ChartDrawing(to_svg(chart.figure), chart.alternative, chart.title)


def draw_chart(
    name: str,
    nights: Sequence[Night],
    style: ChartStyle,
    period: Period,
    *,
    options: ChartOptions = NO_OPTIONS,
) -> ChartFigure:
    """The chart of this name over a period, as a Figure."""
    return _figure(name, chart_content(name, nights, period, options=options), style)


def chart_content(
    name: str, nights: Sequence[Night], period: Period, *, options: ChartOptions = NO_OPTIONS
) -> ChartContent:
    """What the chart of this name is drawn from: equal nights give equal contents, whatever else the diary holds.

    A chart of rates over nights that give none says so, and draws nothing.
    """
    tally = NightTally.of(nights, period)
    if name in _OF_RATES and tally.no_rate_words:
        return ChartContent(tally)
    return ChartContent(_CHARTS[name].content(nights, period, options))


def chart_image(name: str, content: ChartContent, style: ChartStyle) -> ChartImage:
    """The chart of this name from its content, as PNG."""
    chart = _figure(name, content, style)
    return ChartImage(to_png(chart.figure, style.density), chart.alternative, chart.title)


def _figure(name: str, content: ChartContent, style: ChartStyle) -> ChartFigure:
    plain = content.plain
    chart = _NO_RATE if isinstance(plain, NightTally) else _CHARTS[name]
    return ChartFigure(chart.draw(plain, style), chart.title(plain), chart.alternative(plain))


@dataclass(frozen=True, slots=True)
class _Chart:
    """How one chart is made: its content from the nights, then picture, title and words from that alone."""

    content: Callable[..., Any]
    draw: Callable[[Any, ChartStyle], Figure]
    title: Callable[[Any], str]
    alternative: Callable[[Any], str]


_OF_RATES = {kind.name for kind in CATALOGUE if kind.of_rates}
_NO_RATE = _Chart(NightTally.of, no_rate, no_rate_title, no_rate_alternative)

# The catalogue names charts without matplotlib; here each name meets the functions that need it.
_CHARTS = {
    "cramps_per_week": _Chart(
        cramps_per_week_content, cramps_per_week, cramps_per_week_title, cramps_per_week_alternative
    ),
    "share_of_cramp_nights": _Chart(
        share_of_cramp_nights_content,
        share_of_cramp_nights,
        share_of_cramp_nights_title,
        share_of_cramp_nights_alternative,
    ),
    # of the report alone, so not in the catalogue
    "course": _Chart(course_content, course, course_title, course_alternative),
    "calendar": _Chart(calendar_content, calendar_of_nights, calendar_title, calendar_alternative),
    "hour_of_night": _Chart(hour_of_night_content, hour_of_night, hour_of_night_title, hour_of_night_alternative),
    "side_and_muscle": _Chart(
        side_and_muscle_content, side_and_muscle, side_and_muscle_title, side_and_muscle_alternative
    ),
    "intensity_and_minutes": _Chart(
        intensity_and_minutes_content,
        intensity_and_minutes,
        intensity_and_minutes_title,
        intensity_and_minutes_alternative,
    ),
    "temperature": _Chart(by_temperature_content, by_factor, by_factor_title, by_factor_alternative),
    "by_factor": _Chart(by_factor_content, by_factor, by_factor_title, by_factor_alternative),
    "weekday_and_month": _Chart(
        weekday_and_month_content, weekday_and_month, weekday_and_month_title, weekday_and_month_alternative
    ),
}
