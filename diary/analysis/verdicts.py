"""From probabilities to verdicts.

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
    from diary.analysis.weighing import Weighed

STANDS_OUT, LIKELY, POSSIBLE = 0.90, 0.60, 0.40
TOGETHER = 0.3
"""φ from which two exposures are said to come together."""


def pairs(weighed: Weighed, late: Flags, phi: Floats) -> Flags:
    """K by K; whether two questions cannot be told apart: P(one or the other) = P + P - P(both) ≥ .60.

    Both lean the same way: where one brings more cramps and the other fewer, they are not one pattern seen twice.
    """
    able = weighed.judged & (weighed.probability < LIKELY) & ~late
    either = weighed.probability[:, None] + weighed.probability - weighed.joint
    alike = weighed.less[:, None] == weighed.less
    together: Flags = np.outer(able, able) & alike & (phi >= TOGETHER) & (either >= LIKELY)
    np.fill_diagonal(together, val=False)
    return together


def verdicts(weighed: Weighed, late: Flags, paired: Flags) -> list[Verdict]:
    """The verdict of each question."""
    gate = bool((weighed.probability[~late] >= LIKELY).any())
    return [
        _verdict(probability, late=capped, gate=gate, paired=bool(row.any()))
        for probability, capped, row in zip(weighed.probability, late, paired, strict=True)
    ]


def _verdict(probability: float, *, late: bool, gate: bool, paired: bool) -> Verdict:
    if np.isnan(probability):
        return Verdict.NOT_ENOUGH_NIGHTS
    if probability >= LIKELY and not late:
        return Verdict.STANDS_OUT if probability >= STANDS_OUT else Verdict.LIKELY
    if paired:
        return Verdict.CANNOT_TELL_APART
    return Verdict.POSSIBLE if gate and probability >= POSSIBLE else Verdict.NO_CLEAR_PATTERN
