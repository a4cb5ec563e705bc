"""The doctor's report in one call: what it says, and its pages when they are asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from diary.exchange.fhir.document import ReportDocument
from diary.exchange.fhir.summary import SummaryMeasure
from diary.language import tr
from diary.model.progress import UNWATCHED, Progress
from diary.model.report_choices import Paper
from diary.report.content import ReportContent, report_content
from diary.report.drawings import report_drawings
from diary.report.html import report_html
from diary.report.material import block_source
from diary.report.narrative import first_page_narrative
from diary.report.pages import report_pages, report_pdf
from diary.report.summary import summary_measures

if TYPE_CHECKING:
    import datetime as dt

    from diary.model.period import Period
    from diary.report.material import Material


@dataclass(frozen=True, slots=True)
class DoctorReport:
    """A report, ready to be laid out."""

    content: ReportContent
    charts: Mapping[str, bytes]
    """SVG, by the keys of the content's pictures."""
    fonts: Path
    paper: Paper
    measures: tuple[SummaryMeasure, ...]
    """The numbers of page one."""

    def pdf(self) -> bytes:
        """The report's pages as a PDF."""
        return report_pdf(self.content, self.charts, fonts=self.fonts, paper=self.paper)

    def pages(self, density: float) -> list[bytes]:
        """The report's pages as PNG pictures, at so many picture pixels to a point."""
        return report_pages(self.content, self.charts, fonts=self.fonts, paper=self.paper, density=density)

    def html(self) -> bytes:
        """The same content as a web page."""
        return report_html(self.content, self.charts)

    def document(self, file_name: str) -> ReportDocument:
        """What a health record takes of it: page one in words and numbers, and the PDF under this name."""
        narrative = first_page_narrative(self.content)
        return ReportDocument(
            self.content.title, self.content.language, narrative, self.measures, self.pdf(), file_name
        )


def make_report(
    material: Material, period: Period, *, report_date: dt.date, fonts: Path, progress: Progress = UNWATCHED
) -> DoctorReport:
    """The report over a period.

    The findings' counts are to be of the same mornings. Only `fonts`, a folder, are used on its pages.
    """
    drawings = report_drawings(material, period, progress)
    progress.step(tr("Counting nights"))
    return DoctorReport(
        report_content(material, period, report_date=report_date, drawings=drawings),
        {name: drawing.svg for name, drawing in drawings.items()},
        fonts,
        material.choices.paper,
        summary_measures(block_source(material, period, report_date=report_date).nights),
    )
