"""A clock that is set wrong for a time keeps no backup from being taken, and costs none that matters."""

from __future__ import annotations

import datetime as dt
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from diary.book import Diary
from diary.model.backup_thinning import DAYS
from diary.model.backups import BackupState
from diary.model.mornings import DAY
from diary.store.backup_folder import moment_of

if TYPE_CHECKING:
    from pathlib import Path

START = dt.datetime(2026, 3, 2, 7, 5, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)


class HandClock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> dt.datetime:
        return self.now


def live(book: Diary, clock: HandClock, days: int, taken: list[dt.datetime]) -> None:
    """So many days with two acts each, hours apart; each is backed up within its hour."""
    for _ in range(days):
        for hours in (0, 5):
            clock.now += hours * HOUR
            book.nights.write_note(START.date(), f"{clock.now}")
            book.backups.tend()
            last = book.backups.status().last
            assert last is not None
            assert last.moment == clock.now
            taken.append(last.moment)
        clock.now += DAY - 5 * HOUR


@pytest.mark.parametrize(
    ("wrong_by", "days"), [(366 * DAY, 1), (366 * DAY, 14), (-366 * DAY, 1), (3 * HOUR, 1), (-3 * HOUR, 1)]
)
def test_days_of_a_wrong_clock_keep_no_backup_away_and_cost_none_of_the_right_days(
    tmp_path: Path, wrong_by: dt.timedelta, days: int
) -> None:
    clock = HandClock()
    right: list[dt.datetime] = []
    with closing(Diary.open(tmp_path / "diary", clock=clock)) as book:
        live(book, clock, 15, right)
        clock.now += wrong_by
        live(book, clock, days, [])
        clock.now -= wrong_by
        live(book, clock, 3, right)
        names = [moment_of(backup.name) for backup in book.backups.backups()]
        assert {backup.state for backup in book.backups.backups()} == {BackupState.WHOLE}
    newest_of_days = sorted({moment.date(): moment for moment in right}.values(), reverse=True)[:DAYS]
    if wrong_by > DAY and days > 1:  # as if a year had gone by: of the days before it, one a week stays
        newest_of_days = newest_of_days[:3]
    if abs(wrong_by) > DAY:
        assert set(newest_of_days) <= set(names)
    assert {moment.date() for moment in newest_of_days} <= {moment.date() for moment in names}
    assert {moment.isocalendar()[:2] for moment in right} <= {moment.isocalendar()[:2] for moment in names}


def test_the_hour_between_two_backups_is_one_of_time_and_not_of_a_clock_that_jumped(tmp_path: Path) -> None:
    clock = HandClock()
    with closing(Diary.open(tmp_path / "diary", clock=clock)) as book:
        moments = []
        for jump in (0 * HOUR, 366 * DAY, dt.timedelta(minutes=10), -366 * DAY, dt.timedelta(minutes=10), -30 * DAY):
            clock.now += jump
            book.nights.write_note(START.date(), f"{clock.now}")
            book.backups.tend()
            moments.append(len(book.backups.backups()))
        assert moments == [1, 2, 2, 2, 2, 3]
