"""The logged nights as arrays: what the method computes on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from diary.analysis.arrays import Flags, Floats, Indices

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.analysis.finding import ExposureColumn

FEWEST = 5
"""Nights needed of each kind (exposed, unexposed, with cramps, quiet) before a question can be judged."""

FEWEST_GRADED = 20
"""Nights on which an amount is known, below which it has no degrees."""
PERCENTILES = (0.1, 0.9)
"""Where the line of an amount begins and ends: a few extremes must not draw it."""


@dataclass(frozen=True, slots=True)
class NightArrays:
    """The n logged nights in order, and K questions about each."""

    days: Floats
    """n; days since the first logged night. Time runs on through nights not logged."""
    cramp: Floats
    """n; 1 on a cramp night, 0 on a quiet one."""
    weekday: Indices
    """n; of the morning, 0 for a Monday to 6 for a Sunday."""
    exposed: Floats
    """n by K; 1 exposed, 0 unexposed, NaN neither. Between 0 and 1 where it is only so likely that it was exposed."""
    two_sided: Flags
    """K; whether the direction is not known, so that both are looked at."""
    suspected: Flags
    """K; whether the question is believed more from the start."""
    works_later: Flags
    """K; whether it is also weighed as that day or the day before."""
    grade: Floats
    """n by K; a second way of looking at it, NaN where there is none or it is not known: how much of it there was, from 0
    at the 10th percentile to 1 at the 90th, or whether it was so that day or the day before."""

    @property
    def span(self) -> int:
        """Nights from the first to the last, logged or not."""
        return int(self.days[-1]) + 1

    @property
    def graded(self) -> Flags:
        """K; whether the question has degrees, or is looked at on two days."""
        return np.asarray(~np.isnan(self.grade).all(axis=0), dtype=bool)

    def with_exposed(self, exposed: Floats) -> NightArrays:
        """The nights with other exposures; what is looked at on two days goes with them."""
        grade = self.grade.copy()
        for place in np.flatnonzero(self.works_later & self.graded):
            grade[:, place] = or_the_day_before(exposed[:, place], self.days)
        return replace(self, exposed=exposed, grade=grade)

    @property
    def answered(self) -> Flags:
        """N by K; whether the night is exposed or unexposed."""
        return ~np.isnan(self.exposed)


def night_arrays(frame: pd.DataFrame, columns: Sequence[ExposureColumn]) -> NightArrays:
    """The arrays of a frame in the form that diary.analysis.findings describes."""
    mornings = pd.DatetimeIndex(frame.index)
    days = np.asarray((mornings - mornings[:1].repeat(len(mornings))).days, dtype=float)
    exposed = [yes_no(frame[column.key]) for column in columns]
    grades = [
        _two_days(values, days) if column.works_later else _grade(frame, column.grade)
        for column, values in zip(columns, exposed, strict=True)
    ]
    return NightArrays(
        days,
        yes_no(frame["cramp"]),
        np.asarray(mornings.day_of_week, dtype=np.intp),
        np.column_stack(exposed) if exposed else np.empty((len(frame), 0)),
        np.array([not column.direction_known for column in columns], dtype=bool),
        np.array([column.suspected for column in columns], dtype=bool),
        np.array([column.works_later for column in columns], dtype=bool),
        np.column_stack(grades) if grades else np.empty((len(frame), 0)),
    )


def _grade(frame: pd.DataFrame, name: str) -> Floats:
    """How much there was on each night, as a line from the 10th to the 90th percentile; NaN everywhere where none is drawn."""
    if not name:
        return np.full(len(frame), np.nan)
    amount = np.asarray(frame[name], dtype=float)
    known = amount[~np.isnan(amount)]
    low, high = np.quantile(known, PERCENTILES) if len(known) >= FEWEST_GRADED else (0.0, 0.0)
    if not low < high:
        return np.full(len(frame), np.nan)
    return np.clip((amount - low) / (high - low), 0.0, 1.0)


def or_the_day_before(exposed: Floats, days: Floats) -> Floats:
    """n; whether it was so on that day or on the one before: 1 - (1 - this day)(1 - the day before).

    The day before is known where its night was logged and answers it. Where one of the two is not known, a *yes* of the
    other settles it, and a *no* does not: NaN.
    """
    before = np.full_like(exposed, np.nan)
    follows = np.flatnonzero(np.diff(days) == 1)
    before[follows + 1] = exposed[follows]
    known = np.fmax(exposed, before)
    either = np.where(np.isnan(exposed) | np.isnan(before), known, 1 - (1 - exposed) * (1 - before))
    return np.where((np.isnan(exposed) | np.isnan(before)) & (known == 0), np.nan, either)


def _two_days(exposed: Floats, days: Floats) -> Floats:
    """The same; NaN everywhere where too few nights tell it from that day alone."""
    either = or_the_day_before(exposed, days)
    fewest = min(int(((either == 1) & (exposed == 0)).sum()), int((either == 0).sum()))
    return either if fewest >= FEWEST else np.full_like(either, np.nan)


def judgeable(nights: NightArrays) -> Flags:
    """K; whether there are nights enough of each kind to judge the question: cramps and quiet among its answered ones."""
    kinds = (
        nights.exposed == 1,
        nights.exposed == 0,
        nights.answered & (nights.cramp == 1)[:, None],
        nights.answered & (nights.cramp == 0)[:, None],
    )
    enough: Flags = np.min([kind.sum(axis=0) for kind in kinds], axis=0) >= FEWEST
    return enough


def exposure_correlation(nights: NightArrays) -> Floats:
    """K by K; φ of each two exposures over the nights on which both are answered; 0 where one of them is constant.

    φ = (P(A and B) - P(A)P(B)) / √(P(A)(1 - P(A))P(B)(1 - P(B))): Pearson's correlation of two yes/no values.
    """
    both = nights.answered.astype(float)
    yes = np.where(nights.answered, nights.exposed, 0.0)
    count = np.maximum(both.T @ both, 1)
    share = yes.T @ both / count
    spread = share * (1 - share) * (share * (1 - share)).T
    joint = yes.T @ yes / count - share * share.T
    return np.where(spread > 0, joint / np.sqrt(np.where(spread > 0, spread, 1)), 0.0)


def yes_no(column: pd.Series) -> Floats:
    """A yes/no column as numbers: 1, 0, and NaN for neither."""
    return np.asarray(column.astype("boolean").to_numpy(dtype=float, na_value=np.nan), dtype=float)
