"""The report's drawings, as vectors on its paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.charts.catalogue import Options, kind_of
from diary.charts.look import PAPER, Look
from diary.model.report_choices import Part

if TYPE_CHECKING:
    import datetime as dt

    from diary.charts.make import ChartDrawing
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
    options = Options(temperature=material.temperature)
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
