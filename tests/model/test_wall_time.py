from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from diary.model.wall_time import latest_wall_time, with_bare_offset

ZONES = (
    "Europe/Berlin",
    "America/New_York",
    "Australia/Lord_Howe",
    "America/Santiago",
    "Asia/Beirut",
    "Pacific/Kiritimati",
)
MINUTE = dt.timedelta(minutes=1)


@pytest.mark.parametrize(
    ("zone", "second_pass", "latest"),
    [
        ("Europe/Berlin", "2026-10-25 02:10", "2026-10-25 02:59"),
        ("America/New_York", "2026-11-01 01:00", "2026-11-01 01:59"),
        ("Australia/Lord_Howe", "2026-04-05 01:40", "2026-04-05 01:59"),
        ("America/Santiago", "2026-04-04 23:20", "2026-04-04 23:59"),
        ("Asia/Beirut", "2026-10-24 23:20", "2026-10-24 23:59"),
    ],
)
def test_in_the_repeated_hour_its_whole_first_pass_has_been(zone: str, second_pass: str, latest: str) -> None:
    moment = dt.datetime.fromisoformat(second_pass).replace(tzinfo=ZoneInfo(zone), fold=1)
    assert latest_wall_time(moment) == dt.datetime.fromisoformat(latest)
    first = moment.replace(fold=0)
    assert latest_wall_time(first) == first.replace(tzinfo=None)


@pytest.mark.parametrize("zone", ZONES)
def test_a_wall_time_has_been_only_when_one_of_its_readings_has_passed(zone: str) -> None:
    there = ZoneInfo(zone)
    for quarter in range(0, 365 * 24 * 4, 7):
        moment = (dt.datetime(2026, 1, 1, tzinfo=dt.UTC) + quarter * 15 * MINUTE).astimezone(there)
        for wall_time in (
            moment.replace(tzinfo=None, fold=0) + minutes * MINUTE for minutes in (-61, 0, 1, 29, 45, 61)
        ):
            readings = instants(wall_time, there)
            if readings:  # a clock change skips some
                assert (wall_time <= latest_wall_time(moment)) == any(each <= moment for each in readings), wall_time


def instants(wall_time: dt.datetime, zone: ZoneInfo) -> set[dt.datetime]:
    """The moments at which a clock of this zone shows this wall time: none, one or two."""
    readings = (wall_time.replace(tzinfo=zone, fold=fold).astimezone(dt.UTC) for fold in (0, 1))
    return {each for each in readings if each.astimezone(zone).replace(tzinfo=None, fold=0) == wall_time}


def test_moments_with_bare_offsets_stand_in_the_order_in_which_they_were() -> None:
    first = dt.datetime(2026, 10, 25, 2, 55, tzinfo=ZoneInfo("Europe/Berlin"))
    second = dt.datetime(2026, 10, 25, 2, 10, fold=1, tzinfo=ZoneInfo("Europe/Berlin"))
    assert second < first
    assert with_bare_offset(first) < with_bare_offset(second)
