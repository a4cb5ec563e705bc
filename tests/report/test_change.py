from __future__ import annotations

import datetime as dt

import pytest

from diary.analysis.trend import Outcome
from diary.model.night import Cramp, Night
from diary.model.period import Period
from diary.report.change import change_sentence, is_clear
from diary.report.period_nights import PeriodNights, nights_in_period

FIRST = dt.date(2026, 9, 1)
DAY = dt.timedelta(days=1)
PLACEBO = "People on placebo improved by about 28 % in four weeks"


def _period(cramps: int, logged: int = 28) -> PeriodNights:
    """So many logged nights, with so many cramps spread over them one a night."""
    nights = [Night(FIRST + at * DAY, cramps=(Cramp(),) if at < cramps else ()) for at in range(logged)]
    return nights_in_period(nights, Period(FIRST, FIRST + (logged - 1) * DAY))


@pytest.mark.parametrize(
    ("then", "now", "outcome", "clear"),
    [
        (16, 8, Outcome.FEWER, True),
        (16, 8, Outcome.NO_CLEAR_CHANGE, False),  # large enough, but the test does not say so
        (16, 8, Outcome.MORE, False),  # the test speaks of the other direction
        (6, 3, Outcome.FEWER, False),  # half, but less than one cramp a week
        (24, 20, Outcome.FEWER, False),  # one a week, but less than a quarter
        (24, 18, Outcome.FEWER, True),  # a quarter, and more than one a week
        (8, 16, Outcome.MORE, True),
        (0, 3, Outcome.MORE, False),
        (0, 4, Outcome.MORE, True),
        (16, 8, Outcome.NOT_ENOUGH_NIGHTS, False),
    ],
)
def test_a_change_is_clear_only_where_the_test_says_so_and_it_is_large_enough(
    then: int, now: int, outcome: Outcome, *, clear: bool
) -> None:
    assert is_clear(_period(now), _period(then), outcome) is clear
    assert ("not a clear change" in change_sentence(_period(now), _period(then), outcome)) is not clear


def test_the_change_is_told_in_cramps_a_week() -> None:
    words = change_sentence(_period(10), _period(6), Outcome.NO_CLEAR_CHANGE)
    assert words == "Cramps a week went from 1.5 to 2.5: not a clear change."


def test_beside_any_improvement_and_no_other_change_stands_what_people_on_placebo_saw() -> None:
    for outcome in Outcome:
        assert PLACEBO in change_sentence(_period(4), _period(16), outcome)
        assert PLACEBO not in change_sentence(_period(16), _period(4), outcome)
        assert change_sentence(_period(4), _period(4), outcome) == "Cramps a week stayed at 1.0."
