"""Averaging over every set of at most four questions that may go with the cramps.

A question of known direction is one column; one of unknown direction is two, ±Z; one that has degrees has a column for its
step and one for its line, in each of its directions. The columns of one question are never in a set together.
Reference: George & McCulloch (1997), Approaches for Bayesian variable selection, Statistica Sinica 7:339.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

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


def signed_columns(two_sided: Flags, prior: Floats | float, graded: Flags | None = None) -> SignedColumns:
    """The columns of judged questions, each question's prior probability p shared evenly between its columns."""
    prior = np.broadcast_to(prior, two_sided.shape)
    graded = np.zeros_like(two_sided) if graded is None else graded
    lines = len(two_sided) + np.cumsum(graded) - 1
    columns = [
        (place, source, sign)
        for place, two in enumerate(two_sided)
        for source in ((place, lines[place]) if graded[place] else (place,))
        for sign in ((1.0, -1.0) if two else (1.0,))
    ]
    question, source, sign = zip(*columns, strict=True)
    of = np.array(question)
    none = np.log1p(-prior)
    log_prior = np.log(prior[of] / np.bincount(of)[of]) - none[of]
    return SignedColumns(question, np.array(source, dtype=np.intp), np.array(sign), log_prior, float(none.sum()))


def posterior(quadratic: Quadratic, columns: SignedColumns) -> Posterior:
    """The posterior over the sets, on the quadratic approximation, each log odds ratio with prior N(1.0, 0.6²)."""
    source, sign = columns.source, columns.sign
    vector = sign * quadratic.slope[source] + SLAB_MEAN * SLAB_PRECISION
    matrix = np.outer(sign, sign) * quadratic.curvature[np.ix_(source, source)] + SLAB_PRECISION * np.eye(len(source))
    by_size = _all_factored(vector, matrix, columns)
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


class GrownSets(NamedTuple):
    """All sets of one size."""

    columns: Indices
    """The columns of each set, k by m, ascending."""
    without_last: Indices
    """m; the set without its last column, by its place among those of one column less."""


# The sets hang on the questions alone, and every analysis of a diary and every way of spells asks for the same.
@lru_cache(maxsize=64)
def column_sets(question: tuple[int, ...]) -> tuple[GrownSets, ...]:
    """Every set of columns with no two of one question, by its size, from one on."""
    of, count = np.array(question, dtype=np.intp), len(question)
    sets = np.empty((0, 1), dtype=np.intp)
    by_size: list[GrownSets] = []
    for _ in range(min(most_at_once(count), count)):
        last = sets[-1] if len(sets) else np.full(1, -1)
        # Columns of one question stand side by side, so the next ones that may follow begin with the next question.
        begins = np.searchsorted(of, of[last], side="right") if len(sets) else np.zeros(1, dtype=np.intp)
        parents = np.repeat(np.arange(sets.shape[1]), count - begins)
        added = np.arange(len(parents)) - np.repeat(np.cumsum(count - begins) - count, count - begins)
        sets = np.vstack((sets[:, parents], added))
        by_size.append(GrownSets(sets, parents))
    return tuple(by_size)


def _all_factored(vector: Floats, matrix: Floats, columns: SignedColumns) -> tuple[ColumnSets, ...]:
    """The sets of each size, from those that are one column smaller."""
    empty = np.empty((0, 1), dtype=np.intp)
    smaller = ColumnSets(empty, (), (), np.full(1, columns.log_none))
    by_size: list[ColumnSets] = []
    for sets in column_sets(columns.question):
        smaller = _extended(smaller, vector, matrix, columns=columns, sets=sets)
        by_size.append(smaller)
    return tuple(by_size)


def _extended(
    smaller: ColumnSets, vector: Floats, matrix: Floats, *, columns: SignedColumns, sets: GrownSets
) -> ColumnSets:
    """Each set's L is that of the set without its last column, and one row more; and so is what it makes of v.

    ½v'A⁻¹v - ½log|A| = Σ ½(L⁻¹v)ᵢ² - log Lᵢᵢ.
    """
    flat, count, last = matrix.ravel(), len(vector), sets.columns[-1]
    upper = [tuple(entry[sets.without_last] for entry in row) for row in smaller.lower]
    forward = [value[sets.without_last] for value in smaller.forward]
    entries: list[Floats] = []
    for column, row in zip(sets.columns, upper, strict=False):
        entries.append((flat[last * count + column] - _dot(entries, row)) / row[-1])
    diagonal = np.sqrt(flat[last * (count + 1)] - _dot(entries, entries))
    value = (vector[last] - _dot(entries, forward)) / diagonal
    log_weight = smaller.log_weight[sets.without_last] + columns.log_prior[last] - _SLAB
    log_weight += 0.5 * value**2 - np.log(diagonal)
    return ColumnSets(sets.columns, (*upper, (*entries, diagonal)), (*forward, value), log_weight)


def _dot(left: Sequence[Floats], right: Sequence[Floats]) -> Floats:
    """The sum of products, as far as the shorter one goes; 0 where there are none."""
    return sum((factor * partner for factor, partner in zip(left, right, strict=False)), np.zeros(1))
