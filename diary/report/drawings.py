"""The report's drawings, as vectors on its paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.charts.catalogue import ChartMarker, ChartOptions
from diary.charts.style import PAPER, ChartStyle
from diary.language import tr
from diary.model.progress import UNWATCHED, Progress
from diary.model.report_choices import Part
from diary.report.events import event_markers, events
from diary.report.material import block_source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from diary.charts.make import ChartDrawing
    from diary.model.period import Period
    from diary.model.profile import Marker, Medicine
    from diary.report.material import Material
    from diary.report.period_nights import PeriodNights

COURSE = "course"
"""The picture of page one, over time."""
LEGS = "side_and_muscle"
"""The small one of page one, where it cramps."""
FIRST_PAGE = (COURSE, LEGS)
CALENDAR = "calendar"
MARGINS = 84.0
"""The page's margins, left and right together, in points."""
TEXT_SCALE = 0.7
"""How large a chart's text is beside its size on a screen."""
FIRST_PAGE_SCALE = 0.78
"""The same on page one, whose smallest letters have 8.5 points."""
LEAST_FOR_WEEKS = 14
"""Logged nights below which no weeks are drawn: of so few, a week says nothing."""
LEAST_TEMPERATURES = 20
"""The number of measured nights from which a picture of them says anything."""
CHART_HEIGHT = 130.0
COURSE_HEIGHT = 128.0
LEGS_SIZE = (232.0, 118.0)
TEMPERATURE_HEIGHT = 140.0
CALENDAR_ROW, CALENDAR_FRAME = 20.0, 45.0
"""The height of a month in the calendar, and of all around the months."""
CALENDAR_HEIGHTS = (110.0, 285.0)
"""The calendar's height with few months, and with the twelve that it shows at most."""


def report_drawings(material: Material, period: Period, progress: Progress = UNWATCHED) -> dict[str, ChartDrawing]:
    """The charts over a period by their names; none where no night of it was logged.

    The picture of page one is drawn whether or not the person leaves charts out: it is never dropped.
    """
    nights, choices = material.included_nights, material.choices
    within = period.nights_in(nights)
    if not any(night.logged for night in within):
        return {}
    from diary.charts.make import make_drawing  # brings matplotlib, 0.7 s

    source = block_source(material, period, report_date=period.last)
    letters = ChartOptions(event_markers(events(source)))
    names = ChartOptions(chart_markers(source.medicines, material.markers), temperature=material.temperature)
    full = choices.paper.points[0] - MARGINS
    sizes = tuple(
        size
        for size in _chart_sizes(source.nights, full, months=month_count(period))
        if size[0] == COURSE or choices.shows(Part.CHARTS)
    )
    return {
        name: make_drawing(
            name,
            nights,
            ChartStyle(
                PAPER,
                width=width,
                height=height,
                font_scale=FIRST_PAGE_SCALE if name in FIRST_PAGE else TEXT_SCALE,
                titled=False,
            ),
            period,
            options=letters if name == COURSE else names,
        )
        for name, width, height in progress.each(tr("Drawing the charts"), sizes)
    }


def _chart_sizes(nights: PeriodNights, full: float, *, months: int) -> Iterator[tuple[str, float, float]]:
    """The names of the charts that have something to say, in the report's order, with widths and heights in points."""
    yield (COURSE, full, COURSE_HEIGHT)
    if any(cramp.muscle for cramp in nights.cramps):
        yield (LEGS, *LEGS_SIZE)
    has_rate = nights.tally.has_rate
    if has_rate and len(nights.logged_nights) >= LEAST_FOR_WEEKS:
        yield ("cramps_per_week", full, CHART_HEIGHT)
    least, most = CALENDAR_HEIGHTS
    yield (CALENDAR, full, min(most, max(least, CALENDAR_FRAME + CALENDAR_ROW * months)))
    measured = sum("room_temperature" in night.answers for night in nights.logged_nights)
    if has_rate and measured >= LEAST_TEMPERATURES:
        yield ("temperature", full, TEMPERATURE_HEIGHT)


def month_count(period: Period) -> int:
    """How many calendar months a period touches."""
    first, last = period.first, period.last
    return (last.year - first.year) * 12 + last.month - first.month + 1


def chart_markers(medicines: Iterable[Medicine], markers: Iterable[Marker]) -> tuple[ChartMarker, ...]:
    """What began, ended or was marked, as lines on the charts over time."""
    medicines = tuple(medicines)
    starts = [(medicine.started, medicine.name) for medicine in medicines if medicine.started]
    ends = [(medicine.stopped, _stop_words(medicine)) for medicine in medicines if medicine.stopped]
    days = [(marker.day, marker.text) for marker in markers]
    return tuple(ChartMarker(day, text) for day, text in sorted([*starts, *ends, *days]))


def _stop_words(medicine: Medicine) -> str:
    return tr("{name} stopped").format(name=medicine.name)
