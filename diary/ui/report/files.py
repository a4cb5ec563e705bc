"""The kinds of files in which a report, and what stands behind it, can be saved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from diary.book import Diary
from diary.language import mark
from diary.model.period import Period
from diary.model.progress import UNWATCHED, Progress
from diary.ui.page.saving import File


@dataclass(frozen=True, slots=True)
class ReportFile:
    """One kind of file."""

    name: str
    use: str
    """What it is for."""
    file_name: str
    """With the last morning in place of `{day}`."""
    media_type: str
    content: Callable[[Diary, Period, Progress], bytes]
    """Its content over a period, with the choices of last time; slow."""
    is_report: bool = False
    """Whether it is the report itself, which the next one begins after."""
    printable: bool = False
    """Whether it is pages for a printer."""

    def make(self, book: Diary, period: Period, progress: Progress = UNWATCHED) -> File:
        """The file over a period; slow."""
        name = self.file_name.format(day=period.last.isoformat())
        return File(name, self.content(book, period, progress), self.media_type, printable=self.printable)


PDF_FILE = ReportFile(
    mark("PDF"),
    mark("For your doctor, to print or to send"),
    "night-cramps-{day}.pdf",
    "application/pdf",
    lambda book, period, progress: book.results.report_pdf(period, progress=progress),
    is_report=True,
    printable=True,
)
SHEET_FILE = ReportFile(
    mark("Bedside sheet (PDF)"),
    mark("14 nights on paper, to fill in by hand at the bed"),
    "night-cramps-sheet.pdf",
    "application/pdf",
    lambda book, _period, _progress: book.results.bedside_sheet(),
    printable=True,
)
OTHER_FILES = (
    SHEET_FILE,
    ReportFile(
        mark("Web page (HTML)"),
        mark("The same report, for a browser or a screen reader"),
        "night-cramps-{day}.html",
        "text/html; charset=utf-8",
        lambda book, period, progress: book.results.report_html(period, progress=progress),
        is_report=True,
        printable=True,
    ),
    ReportFile(
        mark("Table of the nights (CSV)"),
        mark("One row a night, for Excel or statistics"),
        "night-cramps-nights-{day}.csv",
        "text/csv; charset=utf-8",
        lambda book, period, _: book.files.export_csv(period, book.person.report_choices()).nights,
    ),
    ReportFile(
        mark("Table of the cramps (CSV)"),
        mark("One row a cramp"),
        "night-cramps-cramps-{day}.csv",
        "text/csv; charset=utf-8",
        lambda book, period, _: book.files.export_csv(period, book.person.report_choices()).cramps,
    ),
    ReportFile(
        mark("What the columns mean (CSV)"),
        mark("One row a question, to read the table of the nights by"),
        "night-cramps-columns-{day}.csv",
        "text/csv; charset=utf-8",
        lambda book, period, _: book.files.export_csv(period, book.person.report_choices()).columns,
    ),
    ReportFile(
        mark("Medicines, conditions and changes (CSV)"),
        mark("One row a medicine, condition, thing tried or marker"),
        "night-cramps-person-{day}.csv",
        "text/csv; charset=utf-8",
        lambda book, _period, _progress: book.files.export_person(book.person.report_choices()),
    ),
    ReportFile(
        mark("Health record (FHIR)"),
        mark("For the records of a clinic"),
        "night-cramps-{day}.fhir.json",
        "application/fhir+json",
        lambda book, period, progress: book.results.report_fhir(period, progress=progress),
    ),
)
"""All but the PDF, in the order in which they are offered."""
