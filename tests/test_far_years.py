"""The first and the last year of the calendar: refused in words, or shown, and never an error."""

from __future__ import annotations

import datetime as dt
import json
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from diary.book import Diary
from diary.book.import_words import file_words
from diary.cli import run
from diary.exchange.own_json import FORMAT, VERSION
from diary.model.errors import MorningTooEarlyError, MorningTooLateError
from diary.model.night import Cramp, Night
from diary.model.period import Period
from diary.store.change import Change, Records
from diary.ui.nights.content import nights_listed

if TYPE_CHECKING:
    from pathlib import Path

    from diary.model.errors import DiaryError

NOW = dt.datetime(2026, 11, 22, 9, 0, tzinfo=dt.UTC)


def clock() -> dt.datetime:
    """A Sunday morning."""
    return NOW


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A diary with last night, and a night of the calendar's first day from before such were refused."""
    nights = (Night(dt.date.min, (Cramp(),), NOW), Night(NOW.date(), (), NOW))
    with closing(Diary.open(tmp_path, clock=clock)) as book:
        book._diary.store.keep(Change("x", Records(), Records(nights=nights)))
    return tmp_path


@pytest.mark.parametrize(
    ("morning", "refusal"),
    [
        ("0001-01-01", MorningTooEarlyError),
        ("1899-12-31", MorningTooEarlyError),
        ("2026-11-24", MorningTooLateError),
        ("9999-12-31", MorningTooLateError),
    ],
)
def test_a_night_that_nobody_can_have_slept_is_left_out_and_named(
    tmp_path: Path, morning: str, refusal: type[DiaryError]
) -> None:
    file = {"format": FORMAT, "version": VERSION, "nights": [{"morning": morning, "cramps": []}]}
    with closing(Diary.open(tmp_path, clock=clock)) as book:
        plan = book.files.import_json(json.dumps(file).encode())
        (left_out,) = plan.refusals
        assert file_words(plan).startswith("The file holds 1 night: ")
        assert book.nights.all() == []
        assert left_out.sentence.startswith(f"{morning}: ")
        with pytest.raises(refusal, match=morning):
            book.nights.log_quiet(dt.date.fromisoformat(morning))


def test_a_night_of_the_first_day_of_the_calendar_is_listed_and_exported(folder: Path) -> None:
    with closing(Diary.open(folder, clock=clock, writable=False)) as book:
        assert [line.morning for line in nights_listed(book.nights.all(), book.questions.catalogue()).lines][
            -1
        ] == dt.date.min
        assert b"0001-01-01" in book.files.export_json()
        assert b"0001-01-01" in book.results.report_fhir(Period(dt.date.min, NOW.date()))
        assert book.results.report(Period(dt.date.min, NOW.date())).html()


@pytest.mark.parametrize("command", [["nights"], ["findings"], ["check"], ["report", "--out", "report.html"]])
def test_the_commands_work_beside_a_night_of_the_first_day_of_the_calendar(
    folder: Path, command: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    assert run([*command, "--data", str(folder)], clock=clock) == 0


@pytest.mark.parametrize(("first", "last"), [("1900-01-01", "9000-12-31"), ("1900-01-01", "2026-11-22")])
def test_a_report_over_thousands_of_years_has_no_period_before_it(folder: Path, first: str, last: str) -> None:
    out = folder / "report.html"
    assert run(["report", "--data", str(folder), "--from", first, "--to", last, "--out", str(out)], clock=clock) == 0
    assert out.exists()
