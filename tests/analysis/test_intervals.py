from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

from diary.analysis.intervals import newcombe, wilson

NIGHTS = st.integers(1, 4000).flatmap(lambda nights: st.tuples(st.integers(0, nights), st.just(nights)))


@given(NIGHTS)
def test_the_interval_of_a_share_is_that_of_statsmodels(told: tuple[int, int]) -> None:
    cramp, nights = told
    assert wilson(cramp, nights) == pytest.approx(proportion_confint(cramp, nights, method="wilson"), abs=1e-8)


@given(NIGHTS, NIGHTS)
def test_the_interval_of_a_difference_is_that_of_statsmodels(one: tuple[int, int], other: tuple[int, int]) -> None:
    difference = newcombe(*one, unexposed_cramp=other[0], unexposed=other[1])
    assert difference is not None
    theirs = confint_proportions_2indep(*one, *other, method="newcomb", compare="diff")
    assert (difference.low, difference.high) == pytest.approx(theirs, abs=1e-8)
    assert difference.middle == pytest.approx(one[0] / one[1] - other[0] / other[1])
    assert -1 - 1e-12 <= difference.low <= difference.middle <= difference.high <= 1 + 1e-12


@given(NIGHTS)
def test_the_share_lies_within_its_interval_and_that_within_0_and_1(told: tuple[int, int]) -> None:
    low, high = wilson(*told)
    assert 0 <= low <= told[0] / told[1] + 1e-12
    assert told[0] / told[1] - 1e-12 <= high <= 1


def test_no_night_says_nothing_about_a_share() -> None:
    assert wilson(0, 0) == (0, 1)


@pytest.mark.parametrize(("exposed", "unexposed"), [(0, 4), (4, 0), (0, 0)])
def test_without_nights_of_both_kinds_there_is_no_difference(exposed: int, unexposed: int) -> None:
    assert newcombe(0, exposed, unexposed_cramp=0, unexposed=unexposed) is None
