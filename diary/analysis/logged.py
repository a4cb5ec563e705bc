"""The logged nights as arrays: what the method computes on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from diary.analysis.arrays import Flags, Floats

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.analysis.finding import Question

FEWEST = 5
"""Nights needed of each kind (exposed, unexposed, with cramps, quiet) before a question can be judged."""
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Logged:
    """The n logged nights in order, and K questions about each."""

    nights: Floats
    """n; days since the first logged night. Time runs on through nights not logged."""
    cramp: Floats
    """n; 1 on a cramp night, 0 on a quiet one."""
    weekend: Floats
    """n; 1 where the morning is a Saturday or Sunday."""
    exposed: Floats
    """n by K; 1 exposed, 0 unexposed, NaN neither."""
    both_ways: Flags
    """K; whether the direction is not known, so that both are looked at."""

    @property
    def span(self) -> int:
        """Nights from the first to the last, logged or not."""
        return int(self.nights[-1]) + 1

    @property
    def answered(self) -> Flags:
        """Of n by K; whether the night is exposed or unexposed."""
        return ~np.isnan(self.exposed)


def logged_of(frame: pd.DataFrame, questions: Sequence[Question]) -> Logged:
    """The arrays of a frame in the form that diary.analysis.findings describes."""
    mornings = pd.DatetimeIndex(frame.index)
    days = (mornings - mornings[:1].repeat(len(mornings))).days
    columns = [yes_no(frame[question.key]) for question in questions]
    return Logged(
        np.asarray(days, dtype=float),
        yes_no(frame["cramp"]),
        np.asarray(mornings.day_of_week >= SATURDAY, dtype=float),
        np.column_stack(columns) if columns else np.empty((len(frame), 0)),
        np.array([not question.direction_known for question in questions], dtype=bool),
    )


def judged(logged: Logged) -> Flags:
    """K; whether there are nights enough of each kind to judge the question."""
    exposed, unexposed = (np.nansum(logged.exposed == answer, axis=0) for answer in (1, 0))
    cramp = logged.cramp.sum()
    told_apart = min(cramp, len(logged.cramp) - cramp) >= FEWEST
    enough: Flags = (exposed >= FEWEST) & (unexposed >= FEWEST) & told_apart
    return enough


def coupling(logged: Logged) -> Floats:
    """K by K; φ of each two exposures over the nights on which both are answered; 0 where one of them is constant.

    φ = (P(A and B) - P(A)P(B)) / √(P(A)(1 - P(A))P(B)(1 - P(B))): Pearson's correlation of two yes/no values.
    """
    both = logged.answered.astype(float)
    yes = np.where(logged.answered, logged.exposed, 0.0)
    nights = np.maximum(both.T @ both, 1)
    one = yes.T @ both / nights
    spread = one * (1 - one) * (one * (1 - one)).T
    joint = yes.T @ yes / nights - one * one.T
    return np.where(spread > 0, joint / np.sqrt(np.where(spread > 0, spread, 1)), 0.0)


def yes_no(column: pd.Series) -> Floats:
    """A yes/no column as numbers: 1, 0, and NaN for neither."""
    return np.asarray(column.astype("boolean").to_numpy(dtype=float, na_value=np.nan), dtype=float)
