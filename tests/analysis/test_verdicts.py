from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from diary.analysis.finding import Verdict
from diary.analysis.verdicts import pairs, verdicts
from diary.analysis.weighing import Estimates

if TYPE_CHECKING:
    from collections.abc import Sequence

NAN = float("nan")
NONE, POSSIBLE, LIKELY, STRONG = (
    Verdict.NO_CLEAR_PATTERN,
    Verdict.POSSIBLE,
    Verdict.LIKELY,
    Verdict.STANDS_OUT,
)


def _weighed(probability: Sequence[float], joint: float = 0.0, less: Sequence[bool] | None = None) -> Estimates:
    told = np.array(probability)
    size = len(told)
    return Estimates(
        ~np.isnan(told), told, told, told, told, np.array(less or [False] * size), np.full((size, size), joint)
    )


def _verdicts(probability: Sequence[float], late: Sequence[bool] | None = None) -> list[Verdict]:
    size = len(probability)
    return verdicts(_weighed(probability), np.array(late or [False] * size), np.zeros((size, size), dtype=bool))


@pytest.mark.parametrize(
    ("probability", "verdict"),
    [(0.9, STRONG), (0.8999999, LIKELY), (0.6, LIKELY), (0.5999999, NONE), (NAN, Verdict.NOT_ENOUGH_NIGHTS)],
)
def test_a_verdict_follows_from_the_unrounded_probability(probability: float, verdict: Verdict) -> None:
    assert _verdicts([probability]) == [verdict]


def test_below_the_gate_nothing_is_named() -> None:
    assert _verdicts([0.59, 0.45]) == [NONE, NONE]
    assert _verdicts([0.60, 0.45, 0.40, 0.39]) == [LIKELY, POSSIBLE, POSSIBLE, NONE]


def test_a_question_with_too_many_late_answers_is_possible_at_most_and_opens_no_gate() -> None:
    assert _verdicts([0.95, 0.45], late=[True, False]) == [NONE, NONE]
    assert _verdicts([0.95, 0.65], late=[True, False]) == [POSSIBLE, LIKELY]


PHI = np.array([[1.0, 0.5], [0.5, 1.0]])
ON_TIME = np.array([False, False])


def _paired(weighed: Estimates, late: np.ndarray = ON_TIME, phi: np.ndarray = PHI) -> bool:
    found = pairs(weighed, late, phi)
    assert not found.diagonal().any()
    assert found[0, 1] == found[1, 0]
    return bool(found[0, 1])


def test_two_that_come_together_cannot_be_told_apart_where_one_or_the_other_is_likely() -> None:
    assert _paired(_weighed([0.4, 0.3], joint=0.1))
    assert not _paired(_weighed([0.4, 0.3], joint=0.11))


def test_what_stands_on_its_own_is_not_half_of_a_pair() -> None:
    assert not _paired(_weighed([0.6, 0.5], joint=0.1))


def test_what_does_not_come_together_is_no_pair() -> None:
    assert not _paired(_weighed([0.4, 0.4]), phi=np.array([[1.0, 0.29], [0.29, 1.0]]))


def test_late_answers_and_opposite_directions_and_unjudged_questions_form_no_pair() -> None:
    assert not _paired(_weighed([0.5, 0.5]), late=np.array([True, False]))
    assert not _paired(_weighed([0.5, 0.5], less=[True, False]))
    assert not _paired(_weighed([0.5, NAN]))


def test_a_pair_needs_no_gate_and_takes_the_place_of_possible() -> None:
    paired = np.array([[False, True, False], [True, False, False], [False, False, False]])
    for third in (0.1, 0.7):
        found = verdicts(_weighed([0.45, 0.3, third]), np.array([False] * 3), paired)
        assert found[:2] == [Verdict.CANNOT_TELL_APART] * 2
