"""Slow work in a real browser: what is waited for is said, and Cancel gives the page back."""

from __future__ import annotations

import datetime as dt
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from diary.book import Diary
from diary.model.mornings import DAY

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]


def test_a_report_that_takes_long_says_so_and_is_cancelled(
    fork_diary: Callable[..., Any], open_phone: Callable[..., Any], tmp_path: Path, today: dt.date
) -> None:
    folder, flag = tmp_path / "diary", tmp_path / "flag"
    with closing(Diary.open(folder, clock=lambda: dt.datetime.now().astimezone())) as book:
        book.nights.log_quiet(today - DAY)
    flag.touch()
    slow = ("hangs", "diary.book.results", "DiaryResults.report_pdf", str(flag))
    phone = open_phone(fork_diary(folder, mistake=slow).address)
    phone.show("/report")
    phone.tap("Save PDF")
    phone.sees("One moment")
    phone.rest()
    phone.shot("waiting")
    phone.tap("Cancel")
    phone.sees("Cancelled. Nothing was changed.")
    phone.tap("Diary")
    phone.sees("Search")
