"""The verdict that a probability earns.

*stands out* from .90, *likely* from .60; *possible* from .40 where some question reaches .60; two questions that are
exposed together, neither at .60, *cannot be told apart* where one or the other is at .60. A question with too many
late answers is capped at *possible*: it opens no gate, and forms no pair.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from diary.analysis.finding import Verdict

if TYPE_CHECKING:
    from diary.analysis.arrays import Flags, Floats
    from diary.analysis.weighing import Estimates

STANDS_OUT, LIKELY, POSSIBLE = 0.90, 0.60, 0.40
TOGETHER = 0.3
"""φ from which two exposures are said to come together."""


def pairs(estimates: Estimates, late: Flags, phi: Floats) -> Flags:
    """K by K; whether two questions cannot be told apart: P(one or the other) = P + P - P(both) ≥ .60.

    Both lean the same way: where one brings more cramps and the other fewer, they are not one pattern seen twice.
    """
    pairable = estimates.judgeable & (estimates.probability < LIKELY) & ~late
    either = estimates.probability[:, None] + estimates.probability - estimates.joint
    same_direction = estimates.less[:, None] == estimates.less
    together: Flags = np.outer(pairable, pairable) & same_direction & (phi >= TOGETHER) & (either >= LIKELY)
    np.fill_diagonal(together, val=False)
    return together


def verdicts(estimates: Estimates, late: Flags, pair_flags: Flags) -> list[Verdict]:
    """The verdict of each question."""
    # Late answers open no gate: memory alone must not make other questions *possible*.
    gate = bool((estimates.probability[~late] >= LIKELY).any())
    return [
        _verdict(probability, late=is_late, gate=gate, is_paired=bool(row.any()))
        for probability, is_late, row in zip(estimates.probability, late, pair_flags, strict=True)
    ]


def _verdict(probability: float, *, late: bool, gate: bool, is_paired: bool) -> Verdict:
    if np.isnan(probability):
        return Verdict.NOT_ENOUGH_NIGHTS
    if probability >= LIKELY and not late:
        return Verdict.STANDS_OUT if probability >= STANDS_OUT else Verdict.LIKELY
    if is_paired:
        return Verdict.CANNOT_TELL_APART
    return Verdict.POSSIBLE if gate and probability >= POSSIBLE else Verdict.NO_CLEAR_PATTERN
