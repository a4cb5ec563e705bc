"""What is said of a change is true of the two periods that it names."""

from __future__ import annotations

import datetime as dt
import random

import pytest

from diary.analysis.before_after import BeforeAfter, before_after
from diary.model.mornings import DAY
from diary.model.night import Cramp, Night
from diary.model.period import Period
from diary.report.change import change_sentence, is_clear_change

FIRST = dt.date(2026, 3, 1)
PLACEBO = "People on placebo improved by about 28 % in four weeks"


def _periods(then: tuple[int, int], now: tuple[int, int]) -> BeforeAfter:
    """So many cramp nights of so many logged, in no order, in one period of 90 nights and in the next."""
    nights = []
    for place, (cramp_nights, logged) in enumerate((then, now)):
        kinds = [(Cramp(),)] * cramp_nights + [()] * (logged - cramp_nights)
        random.Random(logged).shuffle(kinds)
        mornings = sorted(random.Random(place).sample(range(90), logged))
        nights += [Night(FIRST + (90 * place + at) * DAY, kind) for at, kind in zip(mornings, kinds, strict=True)]
    return before_after(nights, FIRST + 89 * DAY, Period(FIRST, FIRST + 179 * DAY))


def test_periods_that_do_not_differ_by_the_test_of_both_have_no_clear_change() -> None:
    periods = _periods((5, 7), (37, 90))  # Fisher's p is .23
    assert not is_clear_change(periods)
    assert change_sentence(periods) == ("20.0 → 11.5 in 28: too few nights to tell.")


@pytest.mark.parametrize(
    ("then", "now", "clear"),
    [
        ((56, 80), (8, 80), True),
        ((8, 80), (56, 80), True),
        ((30, 80), (26, 80), False),  # chance
        ((80, 88), (64, 88), False),  # surely, but by less than a quarter
        ((12, 90), (1, 90), False),  # surely, but by less than one cramp night a week
        ((12, 13), (2, 80), False),  # fewer than 14 logged nights on one side
    ],
)
def test_a_change_is_clear_only_where_the_test_says_so_and_it_is_large_enough(
    then: tuple[int, int], now: tuple[int, int], *, clear: bool
) -> None:
    assert is_clear_change(_periods(then, now)) is clear
    assert change_sentence(_periods(then, now)).partition(":")[2].startswith(" a clear change") is clear


def test_what_prints_equal_stayed_and_has_no_line_on_placebo() -> None:
    periods = _periods((20, 80), (22, 88))
    assert change_sentence(periods) == "Stayed at 7.0 in 28."
    almost = _periods((50, 89), (49, 88))  # 15.73 and 15.59
    assert change_sentence(almost).startswith("15.7 → 15.6 in 28")
    assert change_sentence(_periods((1, 89), (1, 90))) == "Stayed at 0.3 in 28."


def test_what_people_on_placebo_saw_stands_beside_a_clear_fall_and_no_other_change() -> None:
    assert PLACEBO in change_sentence(_periods((55, 88), (10, 88)))
    assert PLACEBO not in change_sentence(_periods((10, 88), (55, 88)))
    assert PLACEBO not in change_sentence(_periods((30, 80), (26, 80)))
