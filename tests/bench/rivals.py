"""What others show: three common ways to name triggers, to set beside ours on the same diaries.

Each names columns of n nights by K exposures (1, 0, NaN), of those that can be judged by our own rule. They know no
direction: whatever is *significant*, with more cramps or fewer, is shown, as such programs do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.special import expit, gammaln, ndtr, softmax
from scipy.stats import false_discovery_control

from diary.analysis.columns import centred_exposures
from diary.analysis.night_arrays import NightArrays, judgeable

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]

CORRELATION = 0.2
DISCOVERIES = 0.10
"""The false discovery rate that Benjamini and Hochberg's procedure is asked for."""
MOST_STEPS, CLOSE = 25, 1e-8
ROUNDING = 1e-7
"""By so much a table may seem likelier than another that is just as likely."""
RIDGE = 1e-9
"""Keeps the information matrix of collinear or separated columns from being singular; changes no other result."""


def by_correlation(logged: NightArrays) -> Flags:
    """Pearson's |r| > .2 of exposure and cramp, over the answered nights of each."""
    shown = np.zeros(logged.exposed.shape[1], dtype=bool)
    for place in np.flatnonzero(judgeable(logged)):
        answered = logged.answered[:, place]
        exposed, cramp = logged.exposed[answered, place], logged.cramp[answered]
        shown[place] = cramp.std() > 0 and abs(np.corrcoef(exposed, cramp)[0, 1]) > CORRELATION
    return shown


def by_fisher(logged: NightArrays) -> Flags:
    """Fisher's exact test of each, then Benjamini and Hochberg at 10 %."""
    return _discovered([_fisher(logged, int(place)) for place in np.flatnonzero(judgeable(logged))], judgeable(logged))


def by_logistic(logged: NightArrays) -> Flags:
    """A logistic regression on all at once, Wald's test of each, then Benjamini and Hochberg at 10 %."""
    chosen = judgeable(logged)
    columns = np.column_stack([np.ones_like(logged.cramp), centred_exposures(logged, chosen)])
    coefficients, covariance = logistic(columns, logged.cramp)
    wald = np.abs(coefficients) / np.sqrt(np.diagonal(covariance))
    return _discovered(list(2 * ndtr(-wald[1:])), chosen)


def logistic(columns: Floats, cramp: Floats) -> tuple[Floats, Floats]:
    """The maximum-likelihood coefficients and their covariance, by Newton's method."""
    at = np.zeros(columns.shape[1])
    for _ in range(MOST_STEPS):
        mean = expit(columns @ at)
        information = (columns * (mean * (1 - mean))[:, None]).T @ columns + RIDGE * np.eye(len(at))
        step = np.linalg.solve(information, columns.T @ (cramp - mean))
        at = at + step
        if np.abs(step).max() < CLOSE:
            break
    return at, np.linalg.inv(information)


def _fisher(logged: NightArrays, place: int) -> float:
    exposed, unexposed = (logged.cramp[logged.exposed[:, place] == answer] for answer in (1, 0))
    return fisher(int(exposed.sum()), len(exposed), int(unexposed.sum()), len(unexposed))


def fisher(exposed_cramp: int, exposed: int, unexposed_cramp: int, unexposed: int) -> float:
    """The two-sided p of Fisher's exact test: that of all tables with these margins that are no likelier than this one.

    As scipy.stats.fisher_exact, which takes longer for one table than our own method for one question.
    """
    cramp = exposed_cramp + unexposed_cramp
    with_both = np.arange(max(0, cramp - unexposed), min(cramp, exposed) + 1)
    log_weight = -(
        gammaln(with_both + 1)
        + gammaln(exposed - with_both + 1)
        + gammaln(cramp - with_both + 1)
        + gammaln(unexposed - cramp + with_both + 1)
    )
    chance = softmax(log_weight)
    return float(chance[chance <= chance[exposed_cramp - with_both[0]] * (1 + ROUNDING)].sum())


def _discovered(chances: list[float], chosen: Flags) -> Flags:
    shown = np.zeros(len(chosen), dtype=bool)
    if chances:
        shown[chosen] = false_discovery_control(np.clip(chances, 0, 1), method="bh") <= DISCOVERIES
    return shown


RIVALS = {"|r| > .2": by_correlation, "Fisher + BH": by_fisher, "logistic + BH": by_logistic}
