"""The verdict that a probability earns.

*stands out* from .90, *likely* from .60; *possible* from .40 where some question reaches .60; questions that come
together, none at .60, *cannot be told apart* where one or another is at .60 (diary.analysis.groups). Where too few answers
were given before the night, what reaches .60 must reach it as well with memory's leaning taken back, else it is *from
memory*. A question whose answers could make a pattern by themselves is capped at *possible*, opens no gate for others
and is in no group; where it is not *possible*, it is *not judged*.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from diary.analysis.finding import Verdict
from diary.analysis.groups import LIKELY

if TYPE_CHECKING:
    from diary.analysis.arrays import Flags, Floats

STANDS_OUT, POSSIBLE = 0.90, 0.40


def verdicts(probability: Floats, standing: Floats, *, capped: Flags, grouped: Flags) -> list[Verdict]:
    """The verdict of each question; `standing` is the probability that is left with memory's leaning taken back."""
    # Capped answers open no gate: filling in alone must not make other questions *possible*.
    gate = bool((standing[~capped] >= LIKELY).any())
    return [
        _verdict(*each, gate=gate, capped=bool(is_capped), grouped=bool(is_grouped))
        for *each, is_capped, is_grouped in zip(probability, standing, capped, grouped, strict=True)
    ]


def _verdict(probability: float, standing: float, *, gate: bool, capped: bool, grouped: bool) -> Verdict:
    if np.isnan(probability):
        return Verdict.NOT_ENOUGH_NIGHTS
    is_possible = gate and probability >= POSSIBLE
    if capped:
        return Verdict.POSSIBLE if is_possible else Verdict.NOT_JUDGED
    if standing >= LIKELY:
        return Verdict.STANDS_OUT if standing >= STANDS_OUT else Verdict.LIKELY
    if probability >= LIKELY:
        return Verdict.FROM_MEMORY
    if grouped:
        return Verdict.CANNOT_TELL_APART
    return Verdict.POSSIBLE if is_possible else Verdict.NO_CLEAR_PATTERN
