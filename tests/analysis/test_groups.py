from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from scipy.sparse.csgraph import connected_components

from diary.analysis.averaging import posterior, signed_columns
from diary.analysis.groups import _components, companions, groups
from diary.analysis.quadratic import Quadratic
from diary.analysis.weighing import Estimates, Mixture

if TYPE_CHECKING:
    from collections.abc import Sequence

NAN = float("nan")
ALIKE = np.full((4, 4), 0.5) + 0.5 * np.eye(4)
FREE = np.zeros(4, dtype=bool)


def _estimates(probability: Sequence[float], any_of: float = 0.8, less: Sequence[bool] | None = None) -> Estimates:
    """Estimates of which the mixture says `any_of` of whatever group it is asked about."""
    size, values = len(probability), np.array(probability)

    class Told(Mixture):
        def probability_of_any(self, _questions: Sequence[int]) -> float:
            return any_of

    less_flags = np.array(less or [False] * size)
    mixture = Told((), np.ones(1), (), ())
    return Estimates(~np.isnan(values), values, values, values, values, less_flags, np.full(size, 0.1), mixture)


def test_all_that_come_together_are_one_group_of_any_size() -> None:
    assert groups(_estimates([0.2, 0.2, 0.2, 0.2]), FREE, ALIKE) == [(0, 1, 2, 3)]


def test_what_comes_together_with_a_member_is_a_member() -> None:
    chain = np.eye(4)
    chain[0, 1] = chain[1, 0] = chain[1, 2] = chain[2, 1] = 0.3
    assert groups(_estimates([0.3, 0.3, 0.3, 0.3]), FREE, chain) == [(0, 1, 2)]


def test_a_group_is_shown_where_one_or_another_is_likely() -> None:
    assert groups(_estimates([0.4, 0.3, 0.2, 0.2], any_of=0.6), FREE, ALIKE)
    assert not groups(_estimates([0.4, 0.3, 0.2, 0.2], any_of=0.59), FREE, ALIKE)


def test_what_stands_by_itself_or_lost_by_the_nights_is_in_no_group() -> None:
    assert groups(_estimates([0.6, 0.3, 0.2, 0.09]), FREE, ALIKE) == [(1, 2)]


def test_capped_unjudged_and_opposite_questions_are_in_no_group() -> None:
    assert groups(_estimates([0.3] * 4), np.array([True, False, False, False]), ALIKE) == [(1, 2, 3)]
    assert groups(_estimates([NAN, NAN, NAN, 0.3]), FREE, ALIKE) == []
    assert groups(_estimates([0.3] * 4, less=[True, False, True, False]), FREE, ALIKE) == [(0, 2), (1, 3)]


def test_members_of_a_group_are_each_others_companions() -> None:
    together = companions([(0, 2), (1, 3)], 5)
    assert together[0].tolist() == [False, False, True, False, False]
    assert together[3].tolist() == [False, True, False, False, False]
    assert not together[4].any()


def test_at_least_one_of_some_is_in_where_not_all_are_out() -> None:
    columns = signed_columns(np.array([False, False, False]), 0.2)
    sets = posterior(Quadratic(np.zeros(3), np.zeros((3, 3)), 0.0), columns)
    assert sets.probability_of_any([0, 2]) == pytest.approx(1 - 0.8**2)
    assert sets.probability_of_any([0, 1, 2]) == pytest.approx(1 - 0.8**3)


@pytest.mark.parametrize("size", [0, 1, 2, 12, 40])
def test_what_is_joined_through_others_has_one_label_as_scipy_finds_it(size: int) -> None:
    chance = np.random.default_rng(size)
    for density in (0.0, 0.03, 0.1, 0.5):
        half = chance.random((size, size)) < density
        joined = half | half.T
        found = _components(joined)
        if size == 0:
            assert found.size == 0
            continue
        _, label = connected_components(joined, directed=False)
        assert np.array_equal(found[:, None] == found, label[:, None] == label)
