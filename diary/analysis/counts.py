"""Plain counts of nights, and how many more are needed before a question can be judged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from diary.analysis.finding import Missing
from diary.analysis.logged import FEWEST, yes_no

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Counts:
    """The logged nights by exposure and cramps."""

    exposed_cramp: int
    exposed: int
    unexposed_cramp: int
    unexposed: int
    unknown: int


def counts_of(frame: pd.DataFrame, key: str) -> Counts:
    """The counts of one question over a frame in the form that diary.analysis.findings describes."""
    answer = yes_no(frame[key])
    cramp = yes_no(frame["cramp"]) == 1
    exposed, unexposed = answer == 1, answer == 0
    return Counts(
        int((exposed & cramp).sum()),
        int(exposed.sum()),
        int((unexposed & cramp).sum()),
        int(unexposed.sum()),
        int(np.isnan(answer).sum()),
    )


def missing_of(frame: pd.DataFrame, counts: Counts) -> Missing:
    """How many nights of each kind are missing, at five needed of each."""
    cramp = int(frame["cramp"].sum())
    there = (counts.exposed, counts.unexposed, cramp, len(frame) - cramp)
    return Missing(*(max(0, FEWEST - nights) for nights in there))
