"""Averaging over every set of at most four questions that may go with the cramps.

A question of known direction is one column; one of unknown direction is two, ±Z; one that has degrees has a column for its
step and one for its line, in each of its directions. The columns of one question are never in a set together.
Reference: George & McCulloch (1997), Approaches for Bayesian variable selection, Statistica Sinica 7:339.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np
from scipy.special import ndtr

from diary.analysis.arrays import Flags, Floats, Indices
from diary.analysis.priors import SLAB_MEAN, SLAB_SD, most_at_once

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.analysis.quadratic import Quadratic

SLAB_PRECISION = SLAB_SD**-2
_SLAB = np.log(SLAB_SD) + 0.5 * SLAB_MEAN**2 * SLAB_PRECISION


@dataclass(frozen=True, slots=True)
class SignedColumns:
    """The signed columns of the judged questions."""

    question: tuple[int, ...]
    """The question that each column belongs to, by its index among the judged ones."""
    source: Indices
    """The exposures that each column is made of, by their place: the questions' steps, then the lines."""
    sign: Floats
    """+1, or -1 where the column is the negated exposure."""
    log_prior: Floats
    """log(p/(1 - p)) of each: how much likelier a set becomes, before the data, by having it."""
    log_none: float
    """log of the prior probability that no question is in."""


@dataclass(frozen=True, slots=True)
class ModelAverage:
    """The average over all sets of columns, weighted by their posterior probability; one value a column."""

    log_evidence: float
    inclusion: Floats
    """The probability that the column is in."""
    positive: Floats
    """The probability that it is in and its log odds ratio is above 0."""
    mean: Floats
    """The mean of its log odds ratio, with 0 where it is not in."""
    mean_square: Floats
    """The mean of the square of its log odds ratio, with 0 where it is not in."""


@dataclass(frozen=True, slots=True)
class ColumnSets:
    """Sets of one size, m of k columns each, with A = H + I/s² and v = b + m/s² over their columns, A = LL'.

    There are thousands of small matrices: each entry is worked out for all sets at once, which is many times quicker
    than a call to LAPACK for each.
    """

    columns: Indices
    """The columns of each set, k by m."""
    lower: tuple[tuple[Floats, ...], ...]
    """The rows of L, each up to the diagonal; each entry of m."""
    forward: tuple[Floats, ...]
    """L⁻¹v, k of m."""
    log_weight: Floats
    """m; log prior - k·log s - ½k·m²/s² + ½v'A⁻¹v - ½log|A|, m and s the slab's mean and sd."""

    def means(self) -> list[Floats]:
        """A⁻¹v = L'⁻¹(L⁻¹v), k of m, from the last column back."""
        means: list[Floats] = []
        for row in reversed(range(len(self.forward))):
            rest = self.forward[row] - _dot([lower_row[row] for lower_row in self.lower[row + 1 :]], means)
            means.insert(0, rest / self.lower[row][row])
        return means

    def variances(self) -> list[Floats]:
        """The diagonal of A⁻¹ = L'⁻¹L⁻¹, k of m: the squares of each column of L⁻¹, added up."""
        variances: list[Floats] = []
        for top in range(len(self.lower)):
            column_values = [1 / self.lower[top][top]]
            for row in self.lower[top + 1 :]:
                column_values.append((0.0 - _dot(row[top:-1], column_values)) / row[-1])
            variances.append(_dot(column_values, column_values))
        return variances


@dataclass(frozen=True, slots=True)
class Posterior:
    """All sets, with the evidence for them together."""

    by_size: tuple[ColumnSets, ...]
    weights: tuple[Floats, ...]
    """The probability of each set, by size."""
    log_evidence: float
    """The log evidence of all sets together, without the quadratic's constant."""
    constant: float
    count: int
    """How many columns there are."""

    def mean(self) -> Floats:
        """The mean log odds ratio of each column, with 0 where it is not in."""
        sums = np.zeros(self.count)
        for sets, weight in zip(self.by_size, self.weights, strict=True):
            for column, mean in zip(sets.columns, sets.means(), strict=True):
                sums += self._by_column(column, weight * mean)
        return sums

    def model_average(self) -> ModelAverage:
        """The average over all sets."""
        sums = np.zeros((4, self.count))
        for sets, weight in zip(self.by_size, self.weights, strict=True):
            for column, mean, variance in zip(sets.columns, sets.means(), sets.variances(), strict=True):
                terms = (1.0, ndtr(mean / np.sqrt(variance)), mean, mean**2 + variance)
                sums += [self._by_column(column, weight * term) for term in terms]
        inclusion, positive, mean, mean_square = sums
        return ModelAverage(
            self.constant + self.log_evidence,
            inclusion=inclusion,
            positive=positive,
            mean=mean,
            mean_square=mean_square,
        )

    def probability_of_any(self, columns: Sequence[int]) -> float:
        """The probability that at least one of these columns is in: the weight of all sets that hold one."""
        chosen = np.zeros(self.count, dtype=bool)
        chosen[list(columns)] = True
        return float(
            sum(
                weight @ chosen[sets.columns].any(axis=0)
                for sets, weight in zip(self.by_size, self.weights, strict=True)
            )
        )

    def _by_column(self, column: Indices, values: Floats) -> Floats:
        return np.bincount(column, weights=values, minlength=self.count).astype(float)


def signed_columns(two_sided: Flags, prior: float, graded: Flags | None = None) -> SignedColumns:
    """The columns of judged questions, of prior probability p each, shared evenly between a question's columns."""
    graded = np.zeros_like(two_sided) if graded is None else graded
    lines = len(two_sided) + np.cumsum(graded) - 1
    columns = [
        (place, source, sign)
        for place, two in enumerate(two_sided)
        for source in ((place, lines[place]) if graded[place] else (place,))
        for sign in ((1.0, -1.0) if two else (1.0,))
    ]
    question, source, sign = zip(*columns, strict=True)
    shares = prior / np.bincount(question)[list(question)]
    none = float(np.log1p(-prior))
    return SignedColumns(
        question, np.array(source, dtype=np.intp), np.array(sign), np.log(shares) - none, len(two_sided) * none
    )


def posterior(quadratic: Quadratic, columns: SignedColumns) -> Posterior:
    """The posterior over the sets, on the quadratic approximation, each log odds ratio with prior N(1.0, 0.6²)."""
    source, sign = columns.source, columns.sign
    vector = sign * quadratic.slope[source] + SLAB_MEAN * SLAB_PRECISION
    matrix = np.outer(sign, sign) * quadratic.curvature[np.ix_(source, source)] + SLAB_PRECISION * np.eye(len(source))
    by_size = tuple(_factorize(vector, matrix, columns=columns, sets=sets) for sets in column_sets(columns.question))
    most = max(columns.log_none, *(float(sets.log_weight.max(initial=-np.inf)) for sets in by_size))
    relative = [np.exp(sets.log_weight - most) for sets in by_size]
    total = np.exp(columns.log_none - most) + sum(float(weight.sum()) for weight in relative)
    return Posterior(
        by_size,
        tuple(weight / total for weight in relative),
        most + float(np.log(total)),
        quadratic.constant,
        len(source),
    )


# The sets hang on the questions alone, and every analysis of a diary and every way of spells asks for the same.
@lru_cache(maxsize=64)
def column_sets(question: tuple[int, ...]) -> tuple[Indices, ...]:
    """Every set of columns with no two of one question, as an array of k columns by m sets for each size k."""
    count = len(question)
    sizes = range(1, min(most_at_once(count), count) + 1)
    return tuple(
        _without_doubles(np.array(list(combinations(range(count), k)), dtype=np.intp).T, question) for k in sizes
    )


def _without_doubles(sets: Indices, question: tuple[int, ...]) -> Indices:
    questions = np.array(question)[sets]
    # Columns of one question stand side by side, so a double is always between neighbours.
    return np.ascontiguousarray(sets[:, (np.diff(questions, axis=0) != 0).all(axis=0)])


def _factorize(vector: Floats, matrix: Floats, *, columns: SignedColumns, sets: Indices) -> ColumnSets:
    """L row by row, with what it makes of v: ½v'A⁻¹v - ½log|A| = Σ ½(L⁻¹v)ᵢ² - log Lᵢᵢ."""
    flat, count = matrix.ravel(), len(vector)
    lower: list[tuple[Floats, ...]] = []
    forward: list[Floats] = []
    log_weight = np.full(sets.shape[1], columns.log_none - len(sets) * _SLAB)
    for row, place in enumerate(sets):
        entries: list[Floats] = []
        for column, upper_row in zip(sets, lower, strict=False):
            entries.append((flat[place * count + column] - _dot(entries, upper_row)) / upper_row[-1])
        diagonal = np.sqrt(flat[place * (count + 1)] - _dot(entries, entries))
        forward.append((vector[place] - _dot(entries, forward)) / diagonal)
        lower.append((*entries, diagonal))
        log_weight += columns.log_prior[place] + 0.5 * forward[row] ** 2 - np.log(diagonal)
    return ColumnSets(sets, tuple(lower), tuple(forward), log_weight)


def _dot(left: Sequence[Floats], right: Sequence[Floats]) -> Floats:
    """The sum of products, as far as the shorter one goes; 0 where there are none."""
    return sum((factor * partner for factor, partner in zip(left, right, strict=False)), np.zeros(1))
