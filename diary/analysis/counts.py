"""Plain counts of nights, and how many more are needed before a question can be judged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from diary.analysis.finding import MissingNights
from diary.analysis.night_arrays import FEWEST, yes_no

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class ExposureCounts:
    """The logged nights by exposure and cramps."""

    exposed_cramp: int
    exposed: int
    unexposed_cramp: int
    unexposed: int
    unknown: int


def counts_of(frame: pd.DataFrame, key: str) -> ExposureCounts:
    """The counts of one question over a frame in the form that diary.analysis.findings describes."""
    answer = yes_no(frame[key])
    cramp = yes_no(frame["cramp"]) == 1
    exposed, unexposed = answer == 1, answer == 0
    return ExposureCounts(
        int((exposed & cramp).sum()),
        int(exposed.sum()),
        int((unexposed & cramp).sum()),
        int(unexposed.sum()),
        int(np.isnan(answer).sum()),
    )


def missing_nights(frame: pd.DataFrame, counts: ExposureCounts) -> MissingNights:
    """How many nights of each kind are missing, at five needed of each."""
    cramp = int(frame["cramp"].sum())
    kinds = (counts.exposed, counts.unexposed, cramp, len(frame) - cramp)
    return MissingNights(*(max(0, FEWEST - nights) for nights in kinds))
