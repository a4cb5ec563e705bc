"""How long a cramp lasted that was timed, and when it counts as forgotten."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from diary.model.running_cramp import CrampStart

BERLIN = ZoneInfo("Europe/Berlin")
START = CrampStart(
    dt.date(2026, 11, 22), dt.datetime(2026, 11, 22, 3, 12), dt.datetime(2026, 11, 22, 3, 12, 40, tzinfo=dt.UTC)
)


@pytest.mark.parametrize(
    ("seconds", "minutes"), [(0, 0.5), (14, 0.5), (30, 0.5), (50, 1), (60, 1), (80, 1.5), (270, 4.5), (7200, 120)]
)
def test_a_cramp_is_measured_in_halves_of_a_minute_and_lasts_at_least_one_half(seconds: int, minutes: float) -> None:
    assert START.minutes(START.moment + dt.timedelta(seconds=seconds)) == minutes


@pytest.mark.parametrize(("seconds", "forgotten"), [(-1, True), (0, False), (7200, False), (7201, True)])
def test_a_cramp_is_forgotten_after_two_hours_or_where_the_clock_was_set_to_before_it(
    seconds: int, *, forgotten: bool
) -> None:
    assert START.is_forgotten(START.moment + dt.timedelta(seconds=seconds)) is forgotten


def test_a_change_of_the_clocks_does_not_lengthen_a_cramp() -> None:
    began = dt.datetime(2026, 10, 25, 2, 58, tzinfo=BERLIN)
    start = CrampStart(began.date(), began.replace(tzinfo=None), began.astimezone(dt.UTC))
    over = dt.datetime(2026, 10, 25, 2, 3, tzinfo=BERLIN, fold=1)
    assert start.minutes(over.astimezone(dt.UTC)) == 5
