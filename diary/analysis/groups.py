"""Questions that come together, of which one or another goes with the cramps and the nights cannot say which.

None of them reaches .60 by itself, each is exposed together with another of them (φ at least .3), all point the same
way, and the nights made each at least as likely as it was before. They are a group where P(at least one) is .60 or more:
the weight of all sets of questions that hold one of them. Of any size; each question is in one group at most.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.analysis.arrays import Flags, Floats, Indices
    from diary.analysis.weighing import Estimates

TOGETHER = 0.3
"""φ from which two exposures are said to come together."""
LIKELY = 0.60


def groups(estimates: Estimates, capped: Flags, phi: Floats) -> list[tuple[int, ...]]:
    """The groups, each of the places of its questions; none holds a question whose answers hold it back."""
    probability = np.where(estimates.judgeable, estimates.probability, -1.0)
    able = (probability >= estimates.prior) & (probability < LIKELY) & ~capped
    same_direction = estimates.less[:, None] == estimates.less
    joined = np.outer(able, able) & same_direction & (phi >= TOGETHER)
    label = _components(joined)
    by_label = (tuple(np.flatnonzero(able & (label == each)).tolist()) for each in np.unique(label[able]))
    return [group for group in by_label if len(group) > 1 and estimates.probability_of_any(group) >= LIKELY]


def _components(joined: Flags) -> Indices:
    """Of a K by K matrix, for each place the smallest place that it is joined with, directly or through others.

    SciPy has it too, but its sparse matrices take a third as long to load as pandas, and the first report waits for them.
    """
    label = np.arange(len(joined))
    reach = joined | np.eye(len(joined), dtype=bool)
    while True:
        smallest = np.where(reach, label, len(joined)).min(axis=1, initial=len(joined))
        if np.array_equal(smallest, label):
            return label
        label = smallest


def companions(groups_shown: Sequence[Sequence[int]], questions: int) -> Flags:
    """K by K; whether two questions are in one group."""
    together = np.zeros((questions, questions), dtype=bool)
    for group in groups_shown:
        together[np.ix_(group, group)] = True
    np.fill_diagonal(together, val=False)
    return together
