"""Backups in a real browser: one takes itself after a tap, is told in Settings, restored by two taps and taken back."""

from __future__ import annotations

import datetime as dt
import time
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from diary.book import Diary
from diary.model.mornings import DAY, day_name

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]

LONGEST_WAIT = 25.0
"""Seconds from a tap until its backup is there."""


def mornings(folder: Path) -> list[dt.date]:
    with closing(Diary.open(folder, clock=lambda: dt.datetime.now().astimezone(), writable=False)) as book:
        return [night.morning for night in book.nights.all()]


def wait_for_backups(folder: Path, count: int) -> None:
    end = time.monotonic() + LONGEST_WAIT
    while len(list((folder / "backups").glob("diary-*.db"))) < count:
        assert time.monotonic() < end, "no backup was taken"
        time.sleep(0.2)


def test_a_tap_is_backed_up_by_itself_and_a_backup_is_restored_by_two_taps_and_taken_back(
    fork_diary: Callable[..., Any],
    open_phone: Callable[..., Any],
    tmp_path: Path,
    today: dt.date,
) -> None:
    folder = tmp_path / "diary"
    with closing(Diary.open(folder, clock=lambda: dt.datetime.now().astimezone() - dt.timedelta(hours=2))) as book:
        book.nights.log_quiet(today - 3 * DAY)
    phone = open_phone(fork_diary(folder).address)
    phone.tap("No cramps")
    phone.sees("Saved: no cramps")
    wait_for_backups(folder, 2)
    phone.show("/settings/data")
    phone.sees("2 nights, checked.")
    assert len(mornings(folder)) == 2
    phone.show(f"/log/{(today - 5 * DAY).isoformat()}")
    phone.tap("No cramps")
    phone.sees("Saved: no cramps")
    phone.show("/settings/data")
    phone.tap("2 nights, the last")
    phone.shot("backups")
    phone.page.wait_for_timeout(700)
    phone.tap(f"Restore {day_name(today, year=True)}")
    phone.sees("Restored: 2 nights")
    assert len(mornings(folder)) == 2
    phone.tap("Take back the last restore")
    phone.sees("Restored: 3 nights")
    assert len(mornings(folder)) == 3
