from __future__ import annotations

import pytest
from statsmodels.stats.proportion import proportions_ztest

from diary.analysis.answering import AnsweredNights


@pytest.mark.parametrize(
    ("answered", "unlike"),
    [
        ((95, 100, 40, 100), True),
        ((40, 100, 95, 100), True),  # the other way round makes a pattern just as well
        ((100, 100, 91, 100), False),  # less than ten points
        ((10, 10, 7, 10), False),  # chance
        ((0, 0, 40, 100), False),
        ((100, 100, 100, 100), False),
    ],
)
def test_answered_shares_are_unlike_from_ten_points_on_where_chance_does_not_explain_it(
    answered: tuple[int, int, int, int], *, unlike: bool
) -> None:
    assert AnsweredNights(*answered).unlike is unlike


@pytest.mark.parametrize("answered_quiet", range(0, 60, 5))
def test_chance_is_that_of_the_test_of_two_proportions(answered_quiet: int) -> None:
    told = AnsweredNights(20, 25, answered_quiet, 60)
    z, _ = proportions_ztest([20, answered_quiet], [25, 60])
    assert told.unlike == (abs(20 / 25 - answered_quiet / 60) >= 0.1 and abs(z) > 2.58)
