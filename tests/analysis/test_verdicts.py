from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from diary.analysis.finding import Verdict
from diary.analysis.verdicts import verdicts

if TYPE_CHECKING:
    from collections.abc import Sequence

NAN = float("nan")
NONE, POSSIBLE, LIKELY, STRONG = (
    Verdict.NO_CLEAR_PATTERN,
    Verdict.POSSIBLE,
    Verdict.LIKELY,
    Verdict.STANDS_OUT,
)


def _verdicts(
    probability: Sequence[float],
    *,
    standing: Sequence[float] | None = None,
    capped: Sequence[bool] | None = None,
    grouped: Sequence[bool] | None = None,
) -> list[Verdict]:
    nothing = [False] * len(probability)
    return verdicts(
        np.array(probability),
        np.array(standing or probability),
        capped=np.array(capped or nothing),
        grouped=np.array(grouped or nothing),
    )


@pytest.mark.parametrize(
    ("probability", "verdict"),
    [(0.9, STRONG), (0.8999999, LIKELY), (0.6, LIKELY), (0.5999999, NONE), (NAN, Verdict.NOT_ENOUGH_NIGHTS)],
)
def test_a_verdict_follows_from_the_unrounded_probability(probability: float, verdict: Verdict) -> None:
    assert _verdicts([probability]) == [verdict]


def test_below_the_gate_nothing_is_named() -> None:
    assert _verdicts([0.59, 0.45]) == [NONE, NONE]
    assert _verdicts([0.60, 0.45, 0.40, 0.39]) == [LIKELY, POSSIBLE, POSSIBLE, NONE]


def test_answers_that_make_a_pattern_by_themselves_are_possible_at_most_and_open_no_gate() -> None:
    assert _verdicts([0.95, 0.45], capped=[True, False]) == [Verdict.NOT_JUDGED, NONE]
    assert _verdicts([0.95, 0.65, 0.2], capped=[True, False, True]) == [POSSIBLE, LIKELY, Verdict.NOT_JUDGED]
    assert _verdicts([NAN], capped=[True]) == [Verdict.NOT_ENOUGH_NIGHTS]


def test_what_reaches_the_line_must_reach_it_with_memory_taken_back_too() -> None:
    assert _verdicts([0.95, 0.95, 0.7], standing=[0.91, 0.7, 0.59]) == [STRONG, LIKELY, Verdict.FROM_MEMORY]
    assert _verdicts([0.95, 0.45], standing=[0.59, 0.45]) == [Verdict.FROM_MEMORY, NONE]


def test_a_group_needs_no_gate_and_takes_the_place_of_possible() -> None:
    for third in (0.1, 0.7):
        found = _verdicts([0.45, 0.3, third], grouped=[True, True, False])
        assert found[:2] == [Verdict.CANNOT_TELL_APART] * 2
