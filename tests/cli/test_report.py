"""`report`: the pages for the doctor, with their choices."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from diary.model.preferences import Preferences, TemperatureUnit
from diary.model.report_choices import Paper, ReportChoices
from tests.cli.commands import MORNING

if TYPE_CHECKING:
    from pathlib import Path

    from diary.book import Diary
    from tests.cli.commands import Run


def test_a_report_is_a_pdf_and_replaces_only_a_report(cramp_diary: Run, tmp_path: Path) -> None:
    cramp_diary("log", "--cramp", "03:10 calf")
    out = tmp_path / "report.pdf"
    for _ in range(2):
        assert cramp_diary("report", "--out", str(out), "--from", "2026-11-01")[0] == 0
        assert out.read_bytes().startswith(b"%PDF-")
    assert [path.name for path in tmp_path.iterdir()] == ["diary", "report.pdf"] or len(list(tmp_path.iterdir())) == 2


def test_a_report_is_a_web_page_where_its_name_says_so(cramp_diary: Run, tmp_path: Path) -> None:
    cramp_diary("log", "--cramp", "03:10 calf", "--note", "<b>")
    out = tmp_path / "report.html"
    for _ in range(2):
        assert cramp_diary("report", "--out", str(out))[0] == 0
    assert out.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert "&lt;b&gt;" in out.read_text(encoding="utf-8")
    out.write_text("<!doctype html><p>mine", encoding="utf-8")
    assert cramp_diary("report", "--out", str(out))[0] == 2
    assert out.read_text(encoding="utf-8") == "<!doctype html><p>mine"


def test_a_report_is_not_written_over_anything_else(cramp_diary: Run, folder: Path, tmp_path: Path) -> None:
    cramp_diary("log", "--quiet")
    diary_file = folder / "diary.db"
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(b"\xff\xd8\xff")
    for path in (diary_file, photo, tmp_path):
        kept = path.read_bytes() if path.is_file() else None
        code, _, err = cramp_diary("report", "--out", str(path))
        assert code == 2
        assert str(path) in err
        assert kept is None or path.read_bytes() == kept


@pytest.mark.parametrize("out", ["no/such/folder/report.pdf", "file/report.pdf", "x" * 300 + ".pdf", "a.docx"])
def test_a_report_that_cannot_be_written_is_refused_in_words(cramp_diary: Run, tmp_path: Path, out: str) -> None:
    cramp_diary("log", "--quiet")
    (tmp_path / "file").write_text("in the way")
    code, _, err = cramp_diary("report", "--out", str(tmp_path / out))
    assert code == 2
    assert len(err.splitlines()) == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["diary", "file"]


def test_a_report_has_what_is_asked_for_and_looks_so(cramp_diary: Run, tmp_path: Path) -> None:
    cramp_diary("log", "--cramp", "03:10 calf", "--note", "Private words.")
    out = tmp_path / "report.pdf"
    wanted = ("--paper", "letter", "--no-notes", "--without", "method", "--without", "charts", "--name", "none")
    assert cramp_diary("report", "--out", str(out), *wanted)[0] == 0
    pages = PdfReader(out).pages
    text = " ".join(page.extract_text() for page in pages)
    assert float(pages[0].mediabox.width) == 612
    assert "03:10" in text
    for words in ("Private words.", "How the numbers were made", "Cramps a week 2026"):
        assert words not in text


def test_a_night_left_out_on_the_command_line_is_in_no_count(cramp_diary: Run, tmp_path: Path) -> None:
    cramp_diary("log", "--cramp", "03:10 calf")
    out = tmp_path / "report.pdf"
    assert cramp_diary("report", "--out", str(out), "--leave-out", MORNING)[0] == 0
    assert "nothing to count" in PdfReader(out).pages[0].extract_text()


def test_a_report_since_the_last_begins_after_it(cramp_diary: Run, book: Diary, tmp_path: Path) -> None:
    book.nights.log_quiet(dt.date(2026, 11, 22))
    book.person.keep_report_choices(ReportChoices(last_report=dt.date(2026, 11, 15)))
    out = tmp_path / "report.pdf"
    assert cramp_diary("report", "--out", str(out), "--since-last")[0] == 0
    assert "16 Nov\u201322 Nov 2026" in PdfReader(out).pages[0].extract_text()


def test_the_paper_is_that_of_the_country_unless_it_is_named(cramp_diary: Run, book: Diary, tmp_path: Path) -> None:
    def width(*options: str) -> float:
        out = tmp_path / "report.pdf"
        assert cramp_diary("report", "--out", str(out), *options)[0] == 0
        return float(PdfReader(out).pages[0].mediabox.width)

    book.nights.log_quiet(dt.date(2026, 11, 22))
    assert width() == pytest.approx(Paper.A4.points[0], abs=0.01)
    book.person.keep_preferences(Preferences(temperature=TemperatureUnit.FAHRENHEIT))
    assert width() == pytest.approx(Paper.LETTER.points[0], abs=0.01)
    assert width("--paper", "a4") == pytest.approx(Paper.A4.points[0], abs=0.01)


def test_a_report_needs_a_file_to_go_to(cramp_diary: Run) -> None:
    code, _, err = cramp_diary("report")
    assert code == 2
    assert "--out" in err
