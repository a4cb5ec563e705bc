"""The kinds of files in which a report can be saved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from diary.book import Diary
from diary.ui.period import Period
from diary.ui.saving import File


@dataclass(frozen=True, slots=True)
class ReportFile:
    """One kind of file."""

    make: Callable[[Diary, Period], File]
    """The file over a period; slow."""


def _pdf(book: Diary, period: Period) -> File:
    data = book.report_pdf(period.first, period.last)
    return File(f"night-cramps-{period.last.isoformat()}.pdf", data, "application/pdf", printable=True)


PDF_FILE = ReportFile(_pdf)
