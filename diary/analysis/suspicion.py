"""The one suspicion of the person: believed more from the start, and weighed by answers from before the night alone.

Its prior probability is .25 in the place of 1.2/K. That is safe only where the nights could not have suggested it, so it
must have been named before the first look; and where memory cannot lean towards it, so at least two thirds of its answers
must have been given before the night, and only these are weighed. Else it is weighed as everything is.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from diary.analysis.finding import Suspected
from diary.model.early_answers import is_settled_early

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from diary.analysis.finding import ExposureColumn, Finding
    from diary.model.exposure import Exposure
    from diary.model.night import Night


def with_suspicion(columns: Sequence[ExposureColumn], key: str) -> list[ExposureColumn]:
    """The columns with the suspected one believed more, where enough of its answers were given before the night."""
    return [
        replace(column, suspected=True) if column.key == key and not column.from_memory else column
        for column in columns
    ]


def without_memory(frame: pd.DataFrame, nights: Sequence[Night], exposure: Exposure) -> pd.DataFrame:
    """The frame with an exposure unanswered where it was answered from memory; `nights` are its nights, in its order."""
    early = np.array([is_settled_early(night, exposure) for night in nights], dtype=bool)
    return frame.assign(**{exposure.key: frame[exposure.key].where(early)})


def with_standing(finding: Finding, key: str, *, in_time: bool) -> Finding:
    """The finding with how the suspicion stands, where it is of what is suspected; else with nothing of it."""
    if finding.key != key:
        return replace(finding, suspected=None)
    if not in_time:
        return replace(finding, suspected=Suspected.NAMED_LATE)
    return replace(finding, suspected=finding.suspected or Suspected.FROM_MEMORY)
