"""The likelihood behind the bound is that of the diaries it is summed for."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from tests.bench.trend import KINDS, Kind
from tests.bench.trend_bound import log_likelihood

SPELLS = Kind("spells", 1.5, 5)


def test_the_likelihoods_of_all_short_diaries_add_up_to_one() -> None:
    cramp = np.array(list(product((False, True), repeat=5)))
    told = log_likelihood(SPELLS, np.array([0.4, 0.4, 0.15, 0.15, 0.15]), cramp, np.ones_like(cramp))
    assert np.exp(told).sum() == pytest.approx(1, abs=1e-12)


def test_one_night_has_its_share_of_cramps_and_a_night_not_logged_says_nothing() -> None:
    cramp, logged = np.array([[True], [True]]), np.array([[True], [False]])
    told = np.exp(log_likelihood(SPELLS, np.array([0.3]), cramp, logged))
    assert told == pytest.approx([0.3, 1.0], abs=1e-4)


def test_two_cramp_nights_in_a_row_are_likelier_in_spells_than_one_by_one() -> None:
    both = np.array([[True, True]])
    told = np.exp(log_likelihood(SPELLS, np.array([0.3, 0.3]), both, np.ones_like(both)))
    assert told[0] > 0.3**2


def test_where_spells_are_drawn_each_diary_has_its_own_within_the_range() -> None:
    chance = np.random.default_rng(1)
    (kind,) = (each for each in KINDS if each.drawn)
    ones = [kind.one(chance) for _ in range(200)]
    assert len({one.sd for one in ones}) == 200
    assert all(0.6 <= one.sd <= 1.8 and 1.9 < one.length < 20 and not one.drawn for one in ones)
    assert all(each.one(chance) is each for each in KINDS if not each.drawn)
