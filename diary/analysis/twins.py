"""Two options of one choice between which nearly every night decides: one comparison, seen from both sides.

Weighed as two questions they would share the evidence between them, and neither would show what the nights hold. So
the first is weighed, and the second is told as its mirror image.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

from diary.analysis.finding import Direction, Finding, Verdict
from diary.model.exposure import Exposure, Section

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

NEARLY_EVERY = 0.95
"""The share of answered nights on which exactly one of the two was chosen."""
_OPPOSITE = {Direction.MORE: Direction.LESS, Direction.LESS: Direction.MORE}


def twins_of(exposures: Sequence[Exposure], frame: pd.DataFrame) -> dict[str, str]:
    """The key of each that is the other side of an earlier one, with the key of its twin."""
    twins: dict[str, str] = {}
    for first, second in combinations([exposure for exposure in exposures if exposure.section is Section.TRACKED], 2):
        if (
            first.factors == second.factors
            and first.key not in twins
            and _is_either_or(frame[first.key], frame[second.key])
        ):
            twins.setdefault(second.key, first.key)
    return twins


def _is_either_or(first: pd.Series, second: pd.Series) -> bool:
    """Whether nearly every night had one of the two, and both were chosen."""
    differs = (first != second).dropna()
    return bool(len(differs) and first.any() and second.any() and differs.mean() >= NEARLY_EVERY)


def mirror(finding: Finding, key: str) -> Finding:
    """The finding of the other side. What came together with the one did not come with the other."""
    odds = (finding.log_odds_ratio, finding.low, finding.high)
    middle, high, low = (None if value is None else -value for value in odds)
    was_paired = finding.verdict is Verdict.CANNOT_TELL_APART
    return replace(
        finding,
        key=key,
        verdict=Verdict.NO_CLEAR_PATTERN if was_paired else finding.verdict,
        log_odds_ratio=middle,
        low=low,
        high=high,
        direction=_OPPOSITE[finding.direction],
        with_=(),
    )
