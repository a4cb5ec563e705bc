"""Averaging over every set of at most four questions that may go with the cramps.

A question of known direction is one column; one of unknown direction is two, ±Z, which are never in a set together.
Reference: George & McCulloch (1997), Approaches for Bayesian variable selection, Statistica Sinica 7:339.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np
from scipy.special import logsumexp, ndtr

from diary.analysis.arrays import Flags, Floats, Places
from diary.analysis.priors import SLAB_MEAN, SLAB_SD, most_at_once

if TYPE_CHECKING:
    from diary.analysis.quadratic import Quadratic

SLAB_PRECISION = SLAB_SD**-2


@dataclass(frozen=True, slots=True)
class Columns:
    """The signed columns of the judged questions."""

    question: tuple[int, ...]
    """Which question each belongs to, by its place among the judged."""
    sign: Floats
    """+1, or -1 where the column is the exposure turned round."""
    log_prior: Floats
    """log(p/(1 - p)) of each: how much likelier a set becomes, before the data, by having it."""
    log_none: float
    """log of the prior probability that no question is in."""


@dataclass(frozen=True, slots=True)
class Averaged:
    """The mixture over all sets, by column."""

    log_evidence: float
    inside: Floats
    """The probability that the column is in."""
    raises: Floats
    """The probability that it is in and its log odds ratio is above 0."""
    first: Floats
    """The mean of its log odds ratio, with 0 where it is not in."""
    second: Floats
    """The mean of its square, likewise."""
    together: Floats
    """The probability that both of two columns are in."""


@dataclass(frozen=True, slots=True)
class _Fits:
    """The sets of one size: m sets of k columns each."""

    sets: Places
    log_weight: Floats
    mean: Floats
    variance: Floats


def columns_of(both_ways: Flags, prior: float) -> Columns:
    """The columns of judged questions, of prior probability p each: p for one direction, p/2 for each of two."""
    signs = [(place, sign) for place, two in enumerate(both_ways) for sign in ((1.0, -1.0) if two else (1.0,))]
    shares = np.array([prior / 2 if both_ways[place] else prior for place, _ in signs])
    none = float(np.log1p(-prior))
    return Columns(
        tuple(place for place, _ in signs),
        np.array([sign for _, sign in signs]),
        np.log(shares) - none,
        len(both_ways) * none,
    )


def average(quadratic: Quadratic, columns: Columns) -> Averaged:
    """The posterior over the sets, on the quadratic approximation, each log odds ratio with prior N(1.0, 0.6²)."""
    of, sign = list(columns.question), columns.sign
    slope = sign * quadratic.slope[of]
    curvature = np.outer(sign, sign) * quadratic.curvature[np.ix_(of, of)]
    fits = [_fits(slope, curvature, columns=columns, sets=sets) for sets in sets_of(columns.question)]
    evidence = float(logsumexp(np.concatenate([[columns.log_none], *[fit.log_weight for fit in fits]])))
    return _mixture(fits, evidence, constant=quadratic.constant, count=len(of))


@lru_cache(maxsize=8)
def sets_of(question: tuple[int, ...]) -> tuple[Places, ...]:
    """Every set of columns with no two of one question, as an array of m sets by k columns for each size k."""
    count = len(question)
    sizes = range(1, min(most_at_once(count), count) + 1)
    return tuple(
        _without_doubles(np.array(list(combinations(range(count), k)), dtype=np.intp), question) for k in sizes
    )


def _without_doubles(sets: Places, question: tuple[int, ...]) -> Places:
    of = np.array(question)[sets]
    # Columns of one question stand side by side, so a double is always between neighbours.
    kept: Places = sets[(np.diff(of, axis=1) != 0).all(axis=1)]
    return kept


def _fits(slope: Floats, curvature: Floats, *, columns: Columns, sets: Places) -> _Fits:
    """For each set: A = H + I/s², v = b + m/s², mean A⁻¹v, and its weight.

    log weight = log prior - k·log s - ½k·m²/s² + ½v'A⁻¹v - ½log|A|, with m and s the slab's mean and sd.
    """
    size = sets.shape[1]
    matrix = curvature[sets[:, :, None], sets[:, None, :]] + SLAB_PRECISION * np.eye(size)
    vector = slope[sets] + SLAB_MEAN * SLAB_PRECISION
    inverse = np.linalg.inv(matrix)
    mean = (inverse @ vector[:, :, None])[:, :, 0]
    prior = columns.log_none + columns.log_prior[sets].sum(axis=1)
    slab = size * (np.log(SLAB_SD) + 0.5 * SLAB_MEAN**2 * SLAB_PRECISION)
    gain = 0.5 * (vector * mean).sum(axis=1) - 0.5 * np.linalg.slogdet(matrix).logabsdet
    return _Fits(sets, prior - slab + gain, mean, np.diagonal(inverse, axis1=1, axis2=2))


def _mixture(fits: list[_Fits], evidence: float, *, constant: float, count: int) -> Averaged:
    sums = np.zeros((4, count))
    together = np.zeros((count, count))
    for fit in fits:
        weight = np.exp(fit.log_weight - evidence)[:, None]
        above = ndtr(fit.mean / np.sqrt(fit.variance))
        terms = (np.ones_like(fit.mean), above, fit.mean, fit.mean**2 + fit.variance)
        sums += [_by_column(fit.sets, weight * term, count) for term in terms]
        together += _by_pair(fit.sets, weight, count)
    inside, raises, first, second = sums
    return Averaged(constant + evidence, inside=inside, raises=raises, first=first, second=second, together=together)


def _by_column(sets: Places, values: Floats, count: int) -> Floats:
    return np.bincount(sets.ravel(), weights=values.ravel(), minlength=count).astype(float)


def _by_pair(sets: Places, weight: Floats, count: int) -> Floats:
    pairs = sets[:, :, None] * count + sets[:, None, :]
    weights = np.broadcast_to(weight[:, :, None], pairs.shape)
    sums = np.bincount(pairs.ravel(), weights=weights.ravel(), minlength=count * count)
    return sums.reshape(count, count).astype(float)
