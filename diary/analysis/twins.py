"""Two options of one choice between which nearly every night decides: one comparison, seen from both sides.

Weighed as two questions they would share the evidence between them, and neither would show what the nights hold. So
the first is weighed, and the second is told as the first turned round.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

from diary.analysis.finding import Direction, Finding, Verdict
from diary.model.compared import Compared, Section, section_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

NEARLY_EVERY = 0.95
"""The share of answered nights on which exactly one of the two was chosen."""
_TURNED = {Direction.MORE: Direction.LESS, Direction.LESS: Direction.MORE}


def twins_of(those: Sequence[Compared], frame: pd.DataFrame) -> dict[str, str]:
    """The key of each that is the other side of an earlier one, with the key of that one."""
    found: dict[str, str] = {}
    for one, other in combinations([each for each in those if section_of(each) is Section.TRACKED], 2):
        if one.factors == other.factors and one.key not in found and _decides(frame[one.key], frame[other.key]):
            found.setdefault(other.key, one.key)
    return found


def _decides(one: pd.Series, other: pd.Series) -> bool:
    """Whether nearly every night had one of the two, and both were chosen."""
    apart = (one != other).dropna()
    return bool(len(apart) and one.any() and other.any() and apart.mean() >= NEARLY_EVERY)


def turned_round(finding: Finding, key: str) -> Finding:
    """The finding of the other side. What came together with the one did not come with the other."""
    told = (finding.log_odds_ratio, finding.low, finding.high)
    middle, high, low = (None if value is None else -value for value in told)
    apart = finding.verdict is Verdict.CANNOT_TELL_APART
    return replace(
        finding,
        key=key,
        verdict=Verdict.NO_CLEAR_PATTERN if apart else finding.verdict,
        log_odds_ratio=middle,
        low=low,
        high=high,
        direction=_TURNED[finding.direction],
        with_=(),
    )
