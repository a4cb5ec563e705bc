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
    from collections.abc import Sequence

    from diary.analysis.quadratic import Quadratic

SLAB_PRECISION = SLAB_SD**-2
_SLAB = np.log(SLAB_SD) + 0.5 * SLAB_MEAN**2 * SLAB_PRECISION
LEAST_LOG_WEIGHT = float(np.log(1e-12))
"""A set whose posterior probability is below 1e-12 adds to the evidence, and to nothing else."""


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
class _Sets:
    """Sets of one size, m of k columns each, with A = H + I/s² and v = b + m/s² over their columns, A = LL'.

    Thousands of small matrices: each entry is found for all sets at once, which is many times quicker than a call to
    LAPACK for each.
    """

    columns: Places
    """k by m."""
    lower: tuple[tuple[Floats, ...], ...]
    """The rows of L, each up to the diagonal; each entry of m."""
    forward: tuple[Floats, ...]
    """L⁻¹v, k of m."""
    log_weight: Floats
    """m; log prior - k·log s - ½k·m²/s² + ½v'A⁻¹v - ½log|A|, m and s the slab's mean and sd."""

    def those(self, chosen: Flags) -> _Sets:
        """Some of the sets."""
        return _Sets(
            self.columns[:, chosen],
            tuple(tuple(entry[chosen] for entry in row) for row in self.lower),
            tuple(entry[chosen] for entry in self.forward),
            self.log_weight[chosen],
        )


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
    vector = sign * quadratic.slope[of] + SLAB_MEAN * SLAB_PRECISION
    matrix = np.outer(sign, sign) * quadratic.curvature[np.ix_(of, of)] + SLAB_PRECISION * np.eye(len(of))
    by_size = [_factored(vector, matrix, columns=columns, sets=sets) for sets in sets_of(columns.question)]
    evidence = float(logsumexp(np.concatenate([[columns.log_none], *[sets.log_weight for sets in by_size]])))
    heavy = [sets.those(sets.log_weight - evidence > LEAST_LOG_WEIGHT) for sets in by_size]
    return _mixture(heavy, evidence, constant=quadratic.constant, count=len(of))


@lru_cache(maxsize=8)
def sets_of(question: tuple[int, ...]) -> tuple[Places, ...]:
    """Every set of columns with no two of one question, as an array of k columns by m sets for each size k."""
    count = len(question)
    sizes = range(1, min(most_at_once(count), count) + 1)
    return tuple(
        _without_doubles(np.array(list(combinations(range(count), k)), dtype=np.intp).T, question) for k in sizes
    )


def _without_doubles(sets: Places, question: tuple[int, ...]) -> Places:
    of = np.array(question)[sets]
    # Columns of one question stand side by side, so a double is always between neighbours.
    return np.ascontiguousarray(sets[:, (np.diff(of, axis=0) != 0).all(axis=0)])


def _factored(vector: Floats, matrix: Floats, *, columns: Columns, sets: Places) -> _Sets:
    """L row by row, with what it makes of v: ½v'A⁻¹v - ½log|A| = Σ ½(L⁻¹v)ᵢ² - log Lᵢᵢ."""
    flat, count = matrix.ravel(), len(vector)
    lower: list[tuple[Floats, ...]] = []
    forward: list[Floats] = []
    log_weight = np.full(sets.shape[1], columns.log_none - len(sets) * _SLAB)
    for row, place in enumerate(sets):
        entries: list[Floats] = []
        for other, over in zip(sets, lower, strict=False):
            entries.append((flat[place * count + other] - _dot(entries, over)) / over[-1])
        diagonal = np.sqrt(flat[place * (count + 1)] - _dot(entries, entries))
        forward.append((vector[place] - _dot(entries, forward)) / diagonal)
        lower.append((*entries, diagonal))
        log_weight += columns.log_prior[place] + 0.5 * forward[row] ** 2 - np.log(diagonal)
    return _Sets(sets, tuple(lower), tuple(forward), log_weight)


def _dot(left: Sequence[Floats], right: Sequence[Floats]) -> Floats | float:
    """The sum of products, as far as the shorter one goes."""
    return sum((one * other for one, other in zip(left, right, strict=False)), 0.0)


def _inverse(lower: Sequence[Sequence[Floats]]) -> list[list[Floats]]:
    """The columns of L⁻¹, each from the diagonal down."""
    columns: list[list[Floats]] = []
    for top in range(len(lower)):
        entries = [1 / lower[top][top]]
        for row in lower[top + 1 :]:
            entries.append(-_dot(row[top:], entries) / row[-1])
        columns.append(entries)
    return columns


def _mixture(by_size: Sequence[_Sets], evidence: float, *, constant: float, count: int) -> Averaged:
    """The sums over all sets by column; a set's log odds ratios have mean L'⁻¹(L⁻¹v) and variances diag(L'⁻¹L⁻¹)."""
    sums = np.zeros((4, count))
    together = np.zeros((count, count))
    for sets in by_size:
        weight = np.exp(sets.log_weight - evidence)
        for row, (place, down) in enumerate(zip(sets.columns, _inverse(sets.lower), strict=True)):
            mean, variance = _dot(down, sets.forward[row:]), _dot(down, down)
            above = ndtr(mean / np.sqrt(variance))
            terms = (1.0, above, mean, mean**2 + variance)
            sums += [np.bincount(place, weights=weight * term, minlength=count) for term in terms]
            for other in sets.columns[row + 1 :]:
                pairs = np.bincount(place * count + other, weights=weight, minlength=count**2)
                together += pairs.reshape(count, count)
    inside, raises, first, second = sums
    return Averaged(
        constant + evidence,
        inside=inside,
        raises=raises,
        first=first,
        second=second,
        together=together + together.T + np.diag(inside),
    )
