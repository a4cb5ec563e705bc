"""The likelihood behind the bound is that of the diaries it is summed for."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from tests.bench.trend import Kind
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
