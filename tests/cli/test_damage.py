"""One night that cannot be read: what the commands say of it, and that they go on beside it."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from diary.store.engine import driver

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.commands import Run

LEFT_OUT = "1 night cannot be read, so it is left out here and counts nowhere."


def behind_the_door(folder: Path, statement: str) -> None:
    connection = driver.connect(str(folder / "diary.db"))
    connection.execute("PRAGMA ignore_check_constraints=ON")
    with connection:
        connection.execute(statement)
    connection.close()


@pytest.fixture
def damaged(cramp_diary: Run, folder: Path) -> Run:
    """Three nights, of which the middle one has a damaged moment."""
    for morning in ("2026-11-20", "2026-11-21", "2026-11-22"):
        assert cramp_diary("log", "--quiet", "--set", "socks=no", "--morning", morning)[0] == 0
    behind_the_door(folder, "UPDATE night SET cramps_told_at = '2026-qq' WHERE morning = '2026-11-21'")
    return cramp_diary


def test_the_others_are_listed_and_it_is_named_beside_them(damaged: Run) -> None:
    code, nights, beside = damaged("nights", "--json")
    assert code == 0
    assert [night["morning"] for night in json.loads(nights)] == ["2026-11-20", "2026-11-22"]
    assert beside.splitlines() == [
        "The night to 2026-11-21 cannot be read: “2026-qq” is not a moment with its time zone.",
        LEFT_OUT,
    ]


@pytest.mark.parametrize("name", ["all.json", "nights.csv", "all.fhir.json"])
def test_the_others_are_exported_and_it_is_said_how_many_were_left_out(damaged: Run, tmp_path: Path, name: str) -> None:
    code, _, beside = damaged("export", "--out", str(tmp_path / name))
    assert (code, LEFT_OUT in beside) == (0, True)
    text = (tmp_path / name).read_text(encoding="utf-8")
    assert "2026-11-22" in text
    assert "2026-qq" not in text


def test_the_report_is_made_and_says_how_many_were_left_out(damaged: Run, tmp_path: Path) -> None:
    code, _, beside = damaged("report", "--out", str(tmp_path / "report.html"))
    assert (code, LEFT_OUT in beside) == (0, True)
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "1 night of the diary cannot be read and is in no count." in page
    assert "0 cramp nights of 2 logged, 0 not logged" in page


def test_it_is_not_logged_over(damaged: Run) -> None:
    code, _, refusal = damaged("log", "--quiet", "--morning", "2026-11-21")
    assert code == 2
    assert "so it is kept as it is and nothing was changed" in refusal


def test_the_check_names_it_and_says_that_the_diary_is_not_whole(damaged: Run) -> None:
    code, wrong, _ = damaged("check")
    assert code == 1
    assert wrong.startswith("The night to 2026-11-21 cannot be read")


def test_a_two_in_the_place_of_a_yes_is_noticed_in_every_night(damaged: Run, folder: Path) -> None:
    behind_the_door(folder, "UPDATE answer SET number = 2")
    code, wrong, _ = damaged("check")
    assert code == 1
    assert wrong.count("“2.0” is not yes or no") == 3


def test_an_older_copy_is_told_by_the_check_until_it_was_seen(cramp_diary: Run, folder: Path, tmp_path: Path) -> None:
    assert cramp_diary("log", "--quiet", "--morning", "2026-11-20")[0] == 0
    shutil.copy(folder / "diary.db", tmp_path / "older.db")
    assert cramp_diary("log", "--quiet", "--morning", "2026-11-21")[0] == 0
    shutil.copy(tmp_path / "older.db", folder / "diary.db")
    for _ in range(2):
        code, wrong, _ = cramp_diary("check")
        assert (code, "1 change that was saved here" in wrong) == (1, True)
        assert cramp_diary("log", "--quiet", "--morning", "2026-11-22")[0] == 0
    assert cramp_diary("check", "--seen")[0] == 0
    code, words, _ = cramp_diary("check")
    assert (code, "is whole: 2 nights" in words) == (0, True)
