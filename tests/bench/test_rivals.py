from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
import statsmodels.api as sm
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import fisher_exact
from statsmodels.stats.multitest import multipletests

from diary.analysis.columns import centred_exposures
from diary.analysis.night_arrays import judgeable, night_arrays
from tests.bench.people import REGIMES
from tests.bench.rivals import by_correlation, by_fisher, by_logistic, fisher, logistic
from tests.bench.simulator import simulate

if TYPE_CHECKING:
    from diary.analysis.night_arrays import NightArrays


@pytest.fixture(params=range(4))
def logged(request: pytest.FixtureRequest) -> NightArrays:
    (diary,) = simulate(REGIMES["messy"], nights=180, people=[request.param], seed=1)
    return night_arrays(diary.frame, diary.questions)


def test_the_logistic_regression_is_that_of_statsmodels(logged: NightArrays) -> None:
    columns = sm.add_constant(centred_exposures(logged, judgeable(logged)))
    at, covariance = logistic(columns, logged.cramp)
    theirs = sm.Logit(logged.cramp, columns).fit(disp=False, method="newton", tol=1e-10)
    assert at == pytest.approx(theirs.params, abs=1e-6)
    assert np.sqrt(np.diagonal(covariance)) == pytest.approx(theirs.bse, rel=1e-5)
    found = multipletests(theirs.pvalues[1:], alpha=0.1, method="fdr_bh")[0]
    assert by_logistic(logged)[judgeable(logged)].tolist() == found.tolist()


NIGHTS = st.integers(5, 200).flatmap(lambda nights: st.tuples(st.integers(0, nights), st.just(nights)))


@given(NIGHTS, NIGHTS)
def test_fishers_exact_test_is_that_of_scipy(one: tuple[int, int], other: tuple[int, int]) -> None:
    table = [[cramp, nights - cramp] for cramp, nights in (one, other)]
    assert fisher(*one, *other) == pytest.approx(fisher_exact(table).pvalue, abs=1e-9)


def test_fishers_tests_are_those_of_scipy_corrected_as_statsmodels_does(logged: NightArrays) -> None:
    chances = []
    for place in np.flatnonzero(judgeable(logged)):
        told = [logged.cramp[logged.exposed[:, place] == exposed] for exposed in (1, 0)]
        chances.append(fisher_exact([[cramp.sum(), len(cramp) - cramp.sum()] for cramp in told])[1])
    found = multipletests(chances, alpha=0.1, method="fdr_bh")[0]
    assert by_fisher(logged)[judgeable(logged)].tolist() == found.tolist()


def test_a_correlation_is_shown_from_a_fifth_on_whichever_way(logged: NightArrays) -> None:
    shown = by_correlation(logged)
    for place in np.flatnonzero(judgeable(logged)):
        answered = ~np.isnan(logged.exposed[:, place])
        r = np.corrcoef(logged.exposed[answered, place], logged.cramp[answered])[0, 1]
        assert shown[place] == (abs(r) > 0.2)


def test_what_cannot_be_judged_is_shown_by_nobody() -> None:
    (diary,) = simulate(REGIMES["clean"], nights=8, people=[1], seed=1)
    few = night_arrays(diary.frame, diary.questions)
    assert not judgeable(few).any()
    assert not any(rival(few).any() for rival in (by_correlation, by_fisher, by_logistic))


def test_exposures_that_are_one_and_the_same_stop_no_regression() -> None:
    draw = np.random.default_rng(1)
    column = draw.integers(0, 2, 200).astype(float)
    at, covariance = logistic(np.column_stack([np.ones(200), column, column]), draw.integers(0, 2, 200).astype(float))
    assert np.isfinite(at).all()
    assert (np.diagonal(covariance) > 0).all()
