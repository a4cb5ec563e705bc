"""Whether cramp nights are more in the later half of a stretch: two levels, and bad spells that run across both.

Each night's log odds of a cramp are the level of its half plus u(t), a latent AR(1) with variance σ² and correlation
exp(-Δt/length) across Δt nights. On a grid of u this is a hidden Markov model, so that the likelihood of two levels is
exact but for the grid, and a night not logged only lets u run on. An AR(1) looks the same from either end: each half is
summed from its far end towards halfway, where the two meet. The ways in which spells may run are averaged by prior times
likelihood.

A level is written as the log odds of the half's share of cramp nights, to which it is drawn in by √(1 + 0.346 σ²): Zeger,
Liang and Albert (1988), Biometrics 44:1049. A latent AR(1) on a grid: Zucchini, MacDonald and Langrock (2016), Hidden
Markov Models for Time Series, chapter 11.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.special import expit, logsumexp

from diary.analysis.arrays import Floats
from diary.analysis.priors import Spells

if TYPE_CHECKING:
    from collections.abc import Sequence

SPELLS = (
    Spells(0.0, 1.0, 0.10),
    Spells(0.8, 2.5, 0.16),
    Spells(1.5, 2.5, 0.16),
    Spells(0.8, 6.0, 0.18),
    Spells(1.5, 6.0, 0.18),
    Spells(0.8, 14.0, 0.10),
    Spells(1.5, 14.0, 0.12),
)
"""How spells may run, each with its probability: over a few nights up to a fortnight. Longer than the findings need: a
long spell is easily taken for a change that stays."""
STEP_SD = 1.2
"""The standard deviation of the later level less the earlier one, around 0: odds ratio between 1/10 and 10 with 95 %."""
MEAN, MEAN_SD = -1.0, 1.3
"""Mean and standard deviation of the mean of both levels: between 3 and 82 % cramp nights with 95 %."""
GRID = np.linspace(-3.5, 3.5, 25)
"""The values of u, in standard deviations."""
LEVELS = np.linspace(-1, 1, 31)
"""The levels of a half that are tried, from the lowest, -1, to the highest, 1,"""
STANDARD_ERRORS = 7.0
"""where 1 stands for so many standard errors of independent nights from the half's own log odds,"""
FARTHEST = 4.5
"""but never farther than this."""
_SPREAD = np.array([spells.sd for spells in SPELLS])[:, None, None]
_LENGTHS = np.array([spells.length for spells in SPELLS])[:, None, None]
_WEIGHTS = np.array([spells.weight for spells in SPELLS])


@dataclass(frozen=True, slots=True)
class _HalfLikelihood:
    """One half's likelihood, given its level and u at halfway."""

    levels: Floats
    """Log odds of the share of cramp nights, evenly spaced."""
    likelihood: Floats
    """The likelihood for each way that spells may run, level and u; scaled to 1 at most over u."""
    log_scale: Floats
    """The logarithm of what the likelihood was divided by, for each way and level."""


def probability_of_more(days: Sequence[int], cramp: Sequence[bool], halfway: int) -> float:
    """That the level from day halfway on lies above the level before it.

    Days are those of the logged nights, in order, each once; at least one lies before halfway and one does not.
    """
    at, cramps = np.asarray(days), np.asarray(cramp, dtype=bool)
    before = at < halfway
    transitions: dict[int, tuple[Floats, Floats]] = {}
    earlier = _half_likelihood(halfway - at[before], cramps[before], transitions)
    later = _half_likelihood((at - halfway)[~before][::-1], cramps[~before][::-1], transitions)
    stationary = _transition(1, transitions)[1]
    together = np.einsum("sku,slu,su->skl", earlier.likelihood, later.likelihood, stationary)
    step, mean = later.levels - earlier.levels[:, None], (later.levels + earlier.levels[:, None]) / 2
    log_weight = (
        np.log(together)
        + earlier.log_scale[:, :, None]
        + later.log_scale[:, None, :]
        - ((step / STEP_SD) ** 2 + ((mean - MEAN) / MEAN_SD) ** 2) / 2
        + np.log(_WEIGHTS)[:, None, None]
    )
    weight = np.exp(log_weight - logsumexp(log_weight)).sum(axis=0)
    return float((weight * _share_above_zero(step, earlier.levels, later.levels)).sum())


def _share_above_zero(step: Floats, earlier: Floats, later: Floats) -> Floats:
    """How much of the cell around each step of the two levels lies above 0."""
    width = (earlier[1] - earlier[0] + later[1] - later[0]) / 2
    above: Floats = np.clip(step / width + 0.5, 0, 1)
    return above


def _half_likelihood(away: Floats, cramp: Floats, transitions: dict[int, tuple[Floats, Floats]]) -> _HalfLikelihood:
    """The likelihood of a half, summed from its farthest night to halfway; `away` counts the nights to halfway."""
    levels = _levels(int(cramp.sum()), len(cramp))
    chance = expit((levels[:, None] * np.sqrt(1 + 0.346 * _SPREAD**2)) + _SPREAD * GRID)
    emission = {True: chance, False: 1 - chance}
    likelihood = np.ones_like(chance)
    log_scale = np.zeros(chance.shape[:2])
    for night, gap in zip(cramp, -np.diff(away, append=0), strict=True):
        likelihood *= emission[bool(night)]
        if gap:
            likelihood = likelihood @ _transition(int(gap), transitions)[0]
        largest = likelihood.max(axis=2)
        log_scale += np.log(largest)
        likelihood /= largest[:, :, None]
    return _HalfLikelihood(levels, likelihood, log_scale)


def _levels(cramp_nights: int, logged: int) -> Floats:
    """The levels at which a half is looked at, around its own share with half a night of either kind added."""
    cramps, quiet = cramp_nights + 0.5, logged - cramp_nights + 0.5
    reach = min(FARTHEST, STANDARD_ERRORS * float(np.sqrt(1 / cramps + 1 / quiet)))
    levels: Floats = np.log(cramps / quiet) + reach * LEVELS
    return levels


def _transition(gap: int, transitions: dict[int, tuple[Floats, Floats]]) -> tuple[Floats, Floats]:
    """From the likelihood given u to that given u so many nights nearer to halfway; and how often u takes each value.

    Both are those of a bivariate normal on the grid, so that time runs alike in either direction.
    """
    if gap not in transitions:
        memory = np.exp(-gap / _LENGTHS)
        distance = GRID[:, None] ** 2 - 2 * memory * GRID[:, None] * GRID + GRID**2
        joint = np.exp(-distance / (2 * (1 - memory**2)))
        joint /= joint.sum(axis=(1, 2), keepdims=True)
        frequencies = joint.sum(axis=1)
        transitions[gap] = joint / frequencies[:, None, :], frequencies
    return transitions[gap]
