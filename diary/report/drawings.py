"""The report's drawings, as vectors on its paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.charts.catalogue import ChartMarker, Options, kind_of
from diary.charts.look import PAPER, Look
from diary.language import tr
from diary.model.report_choices import Part

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from diary.charts.make import ChartDrawing
    from diary.model.profile import Marker, Medicine
    from diary.report.content import Material

MARGINS = 84
"""Of the page, left and right together, in points."""
TEXT = 0.65
"""Of a chart's text, beside its size on a screen."""
HEIGHTS = {"cramps_per_week": 130}
"""In points; the charts of the report in its order."""


def report_drawings(material: Material, first: dt.date, last: dt.date) -> dict[str, ChartDrawing]:
    """The charts over the mornings from first to last by their names; none where no night of them was logged."""
    nights, choices = material.counted_nights, material.choices
    if not choices.shows(Part.CHARTS) or not any(night.logged and first <= night.morning <= last for night in nights):
        return {}
    from diary.charts.make import make_drawing  # brings matplotlib, 0.7 s

    width = choices.paper.points[0] - MARGINS
    options = Options(
        chart_markers(material.profile.medicines if choices.shows(Part.MEDICINES) else (), material.markers),
        temperature=material.temperature,
    )
    return {
        kind_of(name).name: make_drawing(
            name,
            nights,
            Look(PAPER, width=width, height=height, font_scale=TEXT, titled=False),
            first=first,
            last=last,
            options=options,
        )
        for name, height in HEIGHTS.items()
    }


def chart_markers(medicines: Iterable[Medicine], markers: Iterable[Marker]) -> tuple[ChartMarker, ...]:
    """What began, ended or was marked, as lines on the charts over time."""
    begun = [(one.started, one.name) for one in medicines if one.started]
    stopped = [(one.stopped, tr("{name} stopped").format(name=one.name)) for one in medicines if one.stopped]
    marked = [(one.day, one.text) for one in markers]
    return tuple(ChartMarker(day, text) for day, text in sorted([*begun, *stopped, *marked]))
