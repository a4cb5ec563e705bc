from __future__ import annotations

import numpy as np
import pytest
import statsmodels.api as sm

from diary.analysis.clustered import INDEPENDENT, LENGTHS, PARTS, _log_likelihood, design_effect, step_at


@pytest.mark.parametrize(("part", "length"), [(part, length) for part in PARTS for length, _ in LENGTHS])
def test_the_log_likelihood_is_that_of_generalised_least_squares_with_its_covariance_written_out(
    part: float, length: float
) -> None:
    chance = np.random.default_rng(3)
    days = np.flatnonzero(chance.random(80) < 0.8).astype(float)
    cramp = (chance.random(len(days)) < 0.3).astype(float)
    columns = np.column_stack((np.ones(len(days)), step_at([int(day) for day in days], 40)))
    remembered = np.exp(-np.abs(days[:, None] - days[None, :]) / length)
    covariance = (1 - part) * np.eye(len(days)) + part * remembered
    expected = sm.GLS(cramp, columns, sigma=covariance).fit()
    left = float((expected.resid @ np.linalg.inv(covariance)) @ expected.resid)
    restricted = -0.5 * (
        np.linalg.slogdet(covariance)[1]
        + np.linalg.slogdet(columns.T @ np.linalg.inv(covariance) @ columns)[1]
        + (len(days) - 2) * np.log(left)
    )
    assert _log_likelihood(days, np.column_stack((cramp, columns)), part, length) == pytest.approx(restricted)


def test_the_prior_is_a_probability() -> None:
    assert INDEPENDENT + (1 - INDEPENDENT) * sum(weight for _, weight in LENGTHS) == pytest.approx(1)


def test_nights_in_long_spells_are_worth_less_than_scattered_ones() -> None:
    days = list(range(120))
    step = step_at(days, 60)
    scattered = design_effect(days, [day % 3 == 0 for day in days], step)
    in_spells = design_effect(days, [day % 60 < 20 for day in days], step)
    assert 1 <= scattered < in_spells
