"""Where the diary lies, and how it is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diary.cli import run
from diary.model.night import NightState
from tests.cli.commands import NOW

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from diary.book import Diary
    from tests.cli.commands import Run


def test_a_writing_command_beside_an_open_diary_is_refused_and_reading_ones_work(cramp_diary: Run, book: Diary) -> None:
    book.nights.log_quiet(NOW.date())
    code, _, err = cramp_diary("log", "--cramp", "03:10")
    assert (code, err) == (2, "The diary is open; close it first.\n")
    assert book.nights.get(NOW.date()).state is NightState.QUIET
    for command in (["nights"], ["nights", "--json"], ["check"], ["findings", "--json"]):
        assert cramp_diary(*command)[0] == 0


@pytest.mark.parametrize("command", [["log", "--quiet"], ["nights"], ["findings"]])
def test_a_file_that_is_not_a_diary_is_left_as_it_is(cramp_diary: Run, folder: Path, command: list[str]) -> None:
    folder.mkdir()
    other = folder / "diary.db"
    other.write_bytes(b"not a diary at all" * 500)
    code, _, err = cramp_diary(*command)
    assert code == 2
    assert len(err.splitlines()) == 1
    assert other.read_bytes() == b"not a diary at all" * 500


def test_a_folder_that_cannot_be_made_is_refused(cramp_diary: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    code, _, err = cramp_diary("log", "--quiet", data=tmp_path / "file" / "diary")
    assert code == 2
    assert len(err.splitlines()) == 1


def test_a_file_in_place_of_the_folder_is_refused_and_left_as_it_is(cramp_diary: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    code, _, err = cramp_diary("log", "--quiet", data=tmp_path / "file")
    assert code == 2
    assert len(err.splitlines()) == 1
    assert (tmp_path / "file").read_text() == "in the way"


@pytest.mark.parametrize(
    "command", [["nights"], ["check"], ["findings"], ["report", "--out", "report.pdf"], ["export", "--out", "a.csv"]]
)
def test_reading_where_there_is_no_diary_makes_none(cramp_diary: Run, folder: Path, command: list[str]) -> None:
    code, _, err = cramp_diary(*command)
    assert code == 2
    assert str(folder) in err
    assert not folder.exists()


def test_what_nobody_foresaw_is_told_in_one_line_with_its_place_and_exit_code_one(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken() -> dt.datetime:
        message = "the clock\nstopped"
        raise RuntimeError(message)

    code = run(["log", "--quiet", "--data", str(folder)], clock=broken)
    told = capsys.readouterr().err
    assert code == 1
    assert len(told.splitlines()) == 1
    assert "RuntimeError" in told
    assert "test_where.py, line " in told
