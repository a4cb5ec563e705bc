"""A chart as a file: a picture (PNG) or a drawing (SVG) that stands by itself, on paper's colours."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from diary.charts.catalogue import kind_of
from diary.charts.style import PAPER, ChartStyle
from diary.language import mark
from diary.ui.page.saving import File
from diary.ui.trends.content.trends import chart_options

if TYPE_CHECKING:
    from diary.book import Diary
    from diary.model.period import Period

WIDTH = 640
"""In logical pixels."""
SHARP = 2.5
"""Picture pixels to a logical pixel."""


class ChartFormat(StrEnum):
    """The kinds of file."""

    PNG = "png"
    SVG = "svg"


FORMAT_NAMES = {ChartFormat.PNG: mark("Picture (PNG)"), ChartFormat.SVG: mark("Drawing (SVG)")}
_MEDIA = {ChartFormat.PNG: "image/png", ChartFormat.SVG: "image/svg+xml"}


def chart_file(book: Diary, name: str, period: Period, factor: str, chart_format: ChartFormat) -> File:
    """The file of this chart over a period, with its title in it. Slow."""
    kind = kind_of(name)
    style = ChartStyle(PAPER, WIDTH, kind.height(WIDTH), density=SHARP, opaque=True)
    options = chart_options(book, kind, period, factor)
    if chart_format is ChartFormat.PNG:
        data = book.results.chart(name, style, period, options=options).png
    else:
        data = book.results.chart_drawing(name, style, period, options=options).svg
    return File(file_name(name, period, chart_format), data, _MEDIA[chart_format])


def file_name(name: str, period: Period, chart_format: ChartFormat) -> str:
    """“hour-of-night-2026-08-27-to-2026-11-24.png”."""
    return f"{name.replace('_', '-')}-{period.first.isoformat()}-to-{period.last.isoformat()}.{chart_format}"
