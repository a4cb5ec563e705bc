"""Plain counts of nights, and how many more are needed before a question can be judged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from diary.analysis.answering import AnsweredNights
from diary.analysis.finding import MissingNights
from diary.analysis.night_arrays import FEWEST, yes_no

if TYPE_CHECKING:
    import pandas as pd

    from diary.analysis.arrays import Flags


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
    """How many nights of each kind are missing, at five needed of each.

    While nights with it or without it are missing, cramps and quiet nights are counted among all; after that, among those
    that answer it, for these are what is compared.
    """
    exposed, unexposed = _missing(counts.exposed), _missing(counts.unexposed)
    nights, cramp = len(frame), int(frame["cramp"].sum())
    if not exposed and not unexposed:
        nights, cramp = counts.exposed + counts.unexposed, counts.exposed_cramp + counts.unexposed_cramp
    return MissingNights(exposed, unexposed, _missing(cramp), _missing(nights - cramp))


def _missing(nights: int) -> int:
    return max(0, FEWEST - nights)


def answered_nights(cramp: Flags, answered: Flags) -> AnsweredNights:
    """On how many of its cramp nights and of its quiet ones a question was answered.

    Its nights are those from its first answer to its last: before, it was perhaps not asked yet.
    """
    places = np.flatnonzero(answered)
    if not len(places):
        return AnsweredNights()
    asked = slice(places[0], places[-1] + 1)
    cramp, answered = cramp[asked], answered[asked]
    return AnsweredNights(
        int((answered & cramp).sum()), int(cramp.sum()), int((answered & ~cramp).sum()), int((~cramp).sum())
    )
