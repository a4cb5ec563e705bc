from __future__ import annotations

from itertools import product
from math import exp

import numpy as np
import pytest
from scipy.stats import binom

from diary.analysis import halves
from diary.analysis.halves import SPELLS, probability_of_more
from diary.analysis.priors import Spells


def _told(length: int, shares: tuple[float, float], seed: int) -> tuple[list[int], list[bool]]:
    """Days and cramps of a made-up diary; a fifth is not logged."""
    chance = np.random.default_rng(seed)
    days = np.flatnonzero(chance.random(length) < 0.8)
    cramp = chance.random(len(days)) < np.where(days < length // 2, *shares)
    return days.tolist(), cramp.tolist()


def _by_quadrature(days: list[int], cramp: tuple[bool, ...], halfway: int, spells: Spells) -> float:
    """From the definition: Gauss-Hermite over every night's u at once, from their covariance written out."""
    nodes, weights = np.polynomial.hermite_e.hermegauss(16)
    at = np.array(days)
    covariance = spells.sd**2 * np.exp(-np.abs(at[:, None] - at) / spells.length)
    u = np.array(list(product(nodes, repeat=len(days)))) @ np.linalg.cholesky(covariance).T
    weight = np.array(list(product(weights, repeat=len(days)))).prod(axis=1)
    drawn_in = (1 + 0.346 * spells.sd**2) ** 0.5
    above = total = 0.0
    for one, other in product(np.linspace(-6, 5, 45), repeat=2):
        odds = np.exp(u + drawn_in * np.where(at < halfway, one, other))
        likelihood = weight @ np.where(cramp, odds / (1 + odds), 1 / (1 + odds)).prod(axis=1)
        step, mean = other - one, (one + other) / 2
        prior = exp(-((step / halves.STEP_SD) ** 2 + ((mean - halves.MEAN) / halves.MEAN_SD) ** 2) / 2)
        total += prior * likelihood
        above += prior * likelihood * (0.5 + np.sign(round(step, 9)) / 2)
    return above / total


@pytest.mark.parametrize("spells", [Spells(0.8, 6.0, 1.0), Spells(1.5, 14.0, 1.0)])
def test_it_is_what_quadrature_over_every_night_gives(monkeypatch: pytest.MonkeyPatch, spells: Spells) -> None:
    days, cramp, halfway = [0, 2, 5], (True, False, False), 2
    monkeypatch.setattr(halves, "_SPREAD", np.full((1, 1, 1), spells.sd))
    monkeypatch.setattr(halves, "_LENGTHS", np.full((1, 1, 1), spells.length))
    monkeypatch.setattr(halves, "_WEIGHTS", np.ones(1))
    assert probability_of_more(days, cramp, halfway) == pytest.approx(
        _by_quadrature(days, cramp, halfway, spells), abs=0.004
    )


def test_without_spells_it_is_that_of_two_binomials(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(halves, "_WEIGHTS", np.array([1.0] + [1e-300] * (len(SPELLS) - 1)))
    days = list(range(120))
    cramp = [day % 4 == 0 if day < 60 else day % 6 == 0 for day in days]
    levels = np.linspace(-6, 5, 1101)
    earlier, later = levels[:, None], levels[None, :]
    prior = (
        -(((later - earlier) / halves.STEP_SD) ** 2 + (((earlier + later) / 2 - halves.MEAN) / halves.MEAN_SD) ** 2) / 2
    )
    weight = np.exp(prior) * binom.pmf(15, 60, 1 / (1 + np.exp(-earlier))) * binom.pmf(10, 60, 1 / (1 + np.exp(-later)))
    expected = (weight[later > earlier].sum() + np.trace(weight) / 2) / weight.sum()
    assert probability_of_more(days, cramp, 60) == pytest.approx(expected, abs=0.002)


@pytest.mark.parametrize("seed", range(5))
def test_read_from_the_end_a_fall_is_a_rise(seed: int) -> None:
    days, cramp = _told(120, (0.4, 0.25), seed)
    backwards = [119 - day for day in reversed(days)]
    assert probability_of_more(days, cramp, 60) == pytest.approx(1 - probability_of_more(backwards, cramp[::-1], 60))


def test_the_same_counts_say_less_where_they_come_in_a_row() -> None:
    days = list(range(120))
    scattered = [day % 3 == 0 if day < 60 else day % 12 == 0 for day in days]
    in_a_row = [20 <= day < 40 or 80 <= day < 85 for day in days]
    assert sum(scattered) == sum(in_a_row)
    assert probability_of_more(days, scattered, 60) < probability_of_more(days, in_a_row, 60) / 3


def test_ten_years_and_halves_of_one_kind_give_a_probability() -> None:
    days, cramp = _told(3650, (0.3, 0.05), 1)
    assert 0 <= probability_of_more(days, cramp, 1825) < 1e-6
    assert 0 < probability_of_more([0, 4_000], [True, False], 2_000) < 0.5
    assert probability_of_more([0, 1], [True, True], 1) == pytest.approx(0.5, abs=0.01)


def test_the_prior_is_a_probability() -> None:
    assert sum(spells.weight for spells in SPELLS) == pytest.approx(1)
