"""The nights on which clocks change, in six zones: nothing is lost, nothing lands in another night, backups go on."""

from __future__ import annotations

import datetime as dt
from contextlib import closing
from itertools import pairwise
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from diary.book import Diary
from diary.model.night import Cramp
from diary.model.night_acts import AddCramp, SetAnswer

if TYPE_CHECKING:
    from pathlib import Path

HALF_HOUR, HOUR = dt.timedelta(minutes=30), dt.timedelta(hours=1)
CHANGES = (
    ("Europe/Berlin", "2026-03-29T01:00", 1.0),
    ("Europe/Berlin", "2026-10-25T01:00", -1.0),
    ("America/New_York", "2026-03-08T07:00", 1.0),
    ("America/New_York", "2026-11-01T06:00", -1.0),
    ("Australia/Lord_Howe", "2026-04-04T15:00", -0.5),
    ("Australia/Lord_Howe", "2026-10-03T15:30", 0.5),
    ("Africa/Casablanca", "2026-02-15T02:00", -1.0),  # for Ramadan
    ("Africa/Casablanca", "2026-03-22T02:00", 1.0),
    ("Asia/Tehran", "2022-03-21T20:30", 1.0),  # at midnight
    ("Asia/Tehran", "2022-09-21T19:30", -1.0),
    ("America/St_Johns", "2026-03-08T05:30", 1.0),
    ("America/St_Johns", "2026-11-01T04:30", -1.0),
)
"""The moments of the changes in UTC, and the hours by which clocks go on."""
AROUND = range(-5, 6)
"""Half hours."""


@pytest.mark.parametrize(("zone", "change", "hours"), CHANGES)
def test_a_night_on_which_clocks_change_holds_each_cramp_at_the_time_that_was_read(
    tmp_path: Path, zone: str, change: str, hours: float
) -> None:
    moment, place = dt.datetime.fromisoformat(change).replace(tzinfo=dt.UTC), ZoneInfo(zone)
    walls = [(moment + by).astimezone(place).replace(tzinfo=None) for by in (-HOUR, dt.timedelta())]
    assert walls[1] - walls[0] == HOUR + hours * HOUR
    now = moment
    times = []
    with closing(Diary.open(tmp_path / "diary", clock=lambda: now.astimezone(place))) as book:
        morning = (book.now() + 12 * HOUR).date()
        for step in AROUND:
            now = moment + step * HALF_HOUR
            book.nights.perform(morning, AddCramp(Cramp(at=book.now())))
            book.nights.perform(morning, SetAnswer("socks", step % 2 == 0))
            times.append(book.now())
            book.backups.tend()
        (night,) = book.nights.all()
        assert sorted(cramp.at for cramp in night.cramps or () if cramp.at) == sorted(times)
        assert night.answers["socks"].given_at == now
        taken = sorted(backup.moment for backup in book.backups.backups())
        assert {after - before for before, after in pairwise(taken)} == {HOUR}
        assert len(taken) == len(AROUND) // 2 + 1
        exported = book.files.export_json()
    with closing(Diary.open(tmp_path / "diary", clock=lambda: now.astimezone(place))) as again:
        assert (again.nights.all(), again.files.check()) == ([night], ())
        assert again.files.import_json(exported).is_empty
