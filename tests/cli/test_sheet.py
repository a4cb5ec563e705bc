"""`sheet`: a page to be filled in by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.commands import Run


def test_a_sheet_begins_with_the_coming_night_or_with_the_one_that_is_named(cramp_diary: Run, tmp_path: Path) -> None:
    cramp_diary("log", "--quiet")
    out = tmp_path / "sheet.pdf"
    assert cramp_diary("sheet", "--out", str(out))[0] == 0
    assert "Sun 22 → Mon 23" in PdfReader(out).pages[0].extract_text()
    assert cramp_diary("sheet", "--from", "2026-12-08", "--out", str(out))[0] == 0  # takes the place of the first
    assert "Mon 7 → Tue 8" in PdfReader(out).pages[0].extract_text()


@pytest.mark.parametrize(("paper", "width"), [("a4", 842), ("letter", 792)])
def test_a_sheet_has_the_paper_that_was_asked_for(cramp_diary: Run, tmp_path: Path, paper: str, width: int) -> None:
    cramp_diary("log", "--quiet")
    out = tmp_path / "sheet.pdf"
    assert cramp_diary("sheet", "--paper", paper, "--out", str(out))[0] == 0
    (page,) = PdfReader(out).pages
    assert round(page.mediabox.width) == width


def test_a_sheet_takes_no_reports_place_and_no_other_name(cramp_diary: Run, tmp_path: Path) -> None:
    cramp_diary("log", "--quiet")
    report = tmp_path / "report.pdf"
    cramp_diary("report", "--out", str(report))
    before = report.read_bytes()
    assert cramp_diary("sheet", "--out", str(report))[0] == 2
    assert report.read_bytes() == before
    code, _, err = cramp_diary("sheet", "--out", str(tmp_path / "sheet.docx"))
    assert (code, "a name that ends in .pdf." in err) == (2, True)
