"""The doctor's report in one call: what it says, and its pages when they are asked for."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from diary.analysis.trends import weeks
from diary.charts.cramps_per_week import cramps_per_week
from diary.charts.look import PAPER, Look
from diary.charts.render import to_svg
from diary.report.content import Material, ReportContent, report_content
from diary.report.pages import report_pages, report_pdf

if TYPE_CHECKING:
    import datetime as dt

CHART = Look(PAPER, width=511, height=138, font_scale=0.65, titled=False)
"""As wide as the page without its margins, in points."""


@dataclass(frozen=True, slots=True)
class MadeReport:
    """A report, ready to be laid out."""

    content: ReportContent
    chart: bytes
    """SVG."""
    fonts: Path

    def pdf(self) -> bytes:
        """Its pages as a PDF."""
        return report_pdf(self.content, self.chart, fonts=self.fonts)

    def pages(self, density: float) -> list[bytes]:
        """Its pages as PNG pictures, at so many picture pixels to a point."""
        return report_pages(self.content, self.chart, fonts=self.fonts, density=density)


def make_report(material: Material, first: dt.date, last: dt.date, *, made_on: dt.date, fonts: Path) -> MadeReport:
    """The report over the mornings from first to last.

    The findings' counts are to be of the same mornings. Only `fonts`, a folder, are used on its pages.
    """
    return MadeReport(
        report_content(material, first, last, made_on=made_on),
        to_svg(cramps_per_week(weeks(material.nights, first, last), CHART)),
        fonts,
    )
