"""The report's drawings, as vectors on its paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.charts.catalogue import ChartMarker, ChartOptions
from diary.charts.style import PAPER, ChartStyle
from diary.language import tr
from diary.model.progress import UNWATCHED, Progress
from diary.model.report_choices import Part

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from diary.charts.make import ChartDrawing
    from diary.model.night import Night
    from diary.model.period import Period
    from diary.model.profile import Marker, Medicine
    from diary.report.material import Material

LEGS = "side_and_muscle"
"""The chart that stands on page one, small, beside the words of its pattern."""
CALENDAR = "calendar"
MARGINS = 84.0
"""The page's margins, left and right together, in points."""
TEXT_SCALE = 0.65
"""How large a chart's text is beside its size on a screen."""
SMALL_TEXT_SCALE = 0.55
"""The same for the legs beside the words of page one."""
LEAST_TEMPERATURES = 20
"""The number of measured nights from which a picture of them says anything."""
CHART_HEIGHT = 130.0
"""The height of the first chart; page one leaves room for it."""
LEGS_SIZE = (150.0, 96.0)
TEMPERATURE_HEIGHT = 140.0
CALENDAR_ROW, CALENDAR_FRAME = 20.0, 45.0
"""The height of a month in the calendar, and of all around the months."""
CALENDAR_HEIGHTS = (110.0, 285.0)
"""The calendar's height with few months, and with the twelve that it shows at most."""


def report_drawings(material: Material, period: Period, progress: Progress = UNWATCHED) -> dict[str, ChartDrawing]:
    """The charts over a period by their names; none where no night of it was logged."""
    nights, choices = material.included_nights, material.choices
    within = period.nights_in(nights)
    if not choices.shows(Part.CHARTS) or not any(night.logged for night in within):
        return {}
    from diary.charts.make import make_drawing  # brings matplotlib, 0.7 s

    options = ChartOptions(
        chart_markers(material.profile.medicines if choices.shows(Part.MEDICINES) else (), material.markers),
        temperature=material.temperature,
    )
    full = choices.paper.points[0] - MARGINS
    sizes = tuple(_chart_sizes(within, full, months=month_count(period)))
    return {
        name: make_drawing(
            name,
            nights,
            ChartStyle(
                PAPER,
                width=width,
                height=height,
                font_scale=SMALL_TEXT_SCALE if name == LEGS else TEXT_SCALE,
                titled=False,
            ),
            period,
            options=options,
        )
        for name, width, height in progress.each(tr("Drawing the charts"), sizes)
    }


def _chart_sizes(nights: list[Night], full: float, *, months: int) -> Iterator[tuple[str, float, float]]:
    """The names of the charts that have something to say, in the report's order, with widths and heights in points."""
    if any(cramp.muscle for night in nights for cramp in night.cramps or ()):
        yield (LEGS, *LEGS_SIZE)
    yield ("cramps_per_week", full, CHART_HEIGHT)
    least, most = CALENDAR_HEIGHTS
    yield (CALENDAR, full, min(most, max(least, CALENDAR_FRAME + CALENDAR_ROW * months)))
    if sum(night.logged and "room_temperature" in night.answers for night in nights) >= LEAST_TEMPERATURES:
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
