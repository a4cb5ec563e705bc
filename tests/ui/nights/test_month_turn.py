"""From month to month in Diary's calendar."""

from __future__ import annotations

import datetime as dt

import pytest

from diary.ui.nights.month_turn import Swipe, month_turned
from diary.ui.page.night_steps import EARLIEST

TODAY = dt.date(2026, 11, 22)
OCTOBER, SEPTEMBER = dt.date(2026, 10, 1), dt.date(2026, 9, 1)


def test_each_step_goes_on_from_the_month_that_stands_now() -> None:
    month = None
    for _ in range(2):
        month = month_turned(month, -1, TODAY)
    assert month == SEPTEMBER
    assert month_turned(month, 1, TODAY) == OCTOBER


def test_the_present_month_is_the_last_and_goes_with_the_day() -> None:
    assert month_turned(OCTOBER, 1, TODAY) is None
    assert month_turned(None, 1, TODAY) is None
    assert month_turned(OCTOBER, 1, dt.date(2026, 12, 1)) == dt.date(2026, 11, 1)


def test_the_month_of_the_first_night_is_the_first() -> None:
    assert month_turned(EARLIEST.replace(day=1), -1, TODAY) == EARLIEST.replace(day=1)


@pytest.mark.parametrize(("start", "end", "months"), [(300, 200, 1), (100, 200, -1), (200, 250, 0), (250, 200, 0)])
def test_a_swipe_to_the_left_is_the_month_after_and_a_short_one_is_none(start: float, end: float, months: int) -> None:
    swipe = Swipe()
    swipe.begin(start)
    assert swipe.end(end) == months


def test_a_swipe_whose_beginning_was_not_seen_turns_nothing() -> None:
    swipe = Swipe()
    assert swipe.end(20) == 0
    swipe.begin(300)
    swipe.end(20)
    assert swipe.end(300) == 0
