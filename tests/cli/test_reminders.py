"""`reminders`: a file for a calendar."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from diary.cli import run
from tests.calendars import times_of
from tests.cli.commands import NOW

if TYPE_CHECKING:
    from pathlib import Path


def reminders(*options: str) -> int:
    return run(["reminders", *options], clock=lambda: NOW)


@pytest.mark.parametrize(
    ("options", "times"),
    [
        ([], [dt.time(21, 30), dt.time(8)]),
        (["--evening", "10:30 pm"], [dt.time(22, 30)]),
        (["--evening", "21.00", "--morning", "7"], [dt.time(21), dt.time(7)]),
    ],
)
def test_the_file_reminds_at_the_times_that_were_asked_for(
    tmp_path: Path, options: list[str], times: list[dt.time]
) -> None:
    out = tmp_path / "reminders.ics"
    for _ in range(2):  # the second takes the place of the first
        assert reminders("--out", str(out), *options) == 0
    assert times_of(out.read_bytes()) == times
    assert list(tmp_path.iterdir()) == [out]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--evening", "9:30"], "The evening: “9:30” can be 9:30 am or 21:30. Type the one that you mean."),
        (["--morning", "early"], "The morning takes a time like 22:30, so “early” cannot be kept."),
    ],
)
def test_a_time_that_cannot_be_read_is_refused_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], options: list[str], words: str
) -> None:
    assert reminders("--out", str(tmp_path / "reminders.ics"), *options) == 2
    assert words in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_another_calendar_is_left_as_it_is(tmp_path: Path) -> None:
    mine = tmp_path / "mine.ics"
    mine.write_text("BEGIN:VCALENDAR\r\nPRODID:-//somebody else\r\nEND:VCALENDAR\r\n", encoding="utf-8")
    before = mine.read_bytes()
    assert reminders("--out", str(mine)) == 2
    assert mine.read_bytes() == before
