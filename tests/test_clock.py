"""The machine's clock, in zones that the machine is set to."""

from __future__ import annotations

import datetime as dt
import os
import time
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from diary.clock import MACHINE_ZONE, local_now
from diary.model.wall_time import latest_wall_time

if TYPE_CHECKING:
    from collections.abc import Iterator

ZONES = ("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Beirut", "Pacific/Niue")


@pytest.fixture
def zone_of_machine() -> Iterator[None]:
    """The zone as it was, afterwards."""
    before = os.environ.get("TZ")
    yield
    if before is None:
        os.environ.pop("TZ", None)
    else:
        os.environ["TZ"] = before
    time.tzset()


@pytest.mark.usefixtures("zone_of_machine")
def test_a_zone_set_anew_while_the_program_runs_is_seen() -> None:
    for zone in (*ZONES, *reversed(ZONES)):
        os.environ["TZ"] = zone
        now = local_now()
        assert now.utcoffset() == dt.datetime.now(ZoneInfo(zone)).utcoffset()


@pytest.mark.usefixtures("zone_of_machine")
@pytest.mark.parametrize("zone", ZONES)
def test_the_machines_zone_knows_the_hours_that_a_clock_change_repeats_and_skips(zone: str) -> None:
    os.environ["TZ"] = zone
    time.tzset()
    for quarter in range(365 * 24 * 4):
        moment = dt.datetime(2026, 1, 1, tzinfo=dt.UTC) + quarter * dt.timedelta(minutes=15)
        here, there = moment.astimezone(MACHINE_ZONE), moment.astimezone(ZoneInfo(zone))
        assert here.replace(tzinfo=None) == there.replace(tzinfo=None)
        assert here.fold == there.fold
        assert latest_wall_time(here) == latest_wall_time(there)
