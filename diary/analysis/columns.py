"""The columns of the model: what is always in it, and the exposures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from diary.analysis.arrays import Flags, Floats
from diary.analysis.priors import (
    INTERCEPT_PRECISION,
    MOST_COSINES,
    NIGHT_BEFORE_PRECISION,
    NIGHTS_A_COSINE,
    WEEKDAY_PRECISION,
)

if TYPE_CHECKING:
    from diary.analysis.night_arrays import NightArrays

WEEKDAYS = 7


@dataclass(frozen=True, slots=True)
class BaselineColumns:
    """The q columns that are in every model, with normal priors of mean 0."""

    columns: Floats
    """n by q."""
    precision: Floats
    """q; one over the prior variance of each coefficient."""


def baseline_columns(nights: NightArrays) -> BaselineColumns:
    """Intercept, slow season, cramp on the night before, and each weekday less 1/7."""
    # Less 1/7, the share of each weekday in a week, so that the intercept stays that of an average night.
    season = slow_season(nights.days, nights.span)
    columns = [np.ones_like(nights.cramp), *season, night_before(nights), weekdays(nights)]
    cosines = np.arange(1.0, len(season) + 1)
    precision = [INTERCEPT_PRECISION, *cosines, NIGHT_BEFORE_PRECISION, *[WEEKDAY_PRECISION] * WEEKDAYS]
    # Column by column in memory, as the solver of the spells wants them: else it copies them at every step.
    return BaselineColumns(np.asfortranarray(np.column_stack(columns)), np.array(precision))


def slow_season(nights: Floats, span: int) -> list[Floats]:
    """cos(π(k + 1)(t + ½)/N) at night t of N, for k from 0 to max(1, min(8, N div 45)) - 1."""
    cosines = max(1, min(MOST_COSINES, span // NIGHTS_A_COSINE))
    return [np.cos(np.pi * (k + 1) * (nights + 0.5) / span) for k in range(cosines)]


def weekdays(nights: NightArrays) -> Floats:
    """N by 7; whether the morning is each of the weekdays, less 1/7."""
    weekday: Floats = np.equal.outer(nights.weekday, np.arange(WEEKDAYS)) - 1 / WEEKDAYS
    return weekday


def night_before(nights: NightArrays) -> Floats:
    """Cramp on the night before less the overall share of cramp nights; 0 where that night was not logged."""
    before = np.zeros_like(nights.cramp)
    follows = np.diff(nights.days) == 1
    before[1:][follows] = nights.cramp[:-1][follows] - nights.cramp.mean()
    return before


def centred_exposures(nights: NightArrays, questions: Flags) -> Floats:
    """The chosen exposures, n rows: the steps of all, then the second ways of those that have one.

    Each less its mean over its answered nights; 0 where not answered.
    """
    values = np.column_stack((nights.exposed[:, questions], nights.grade[:, questions & nights.graded]))
    return np.asfortranarray(np.where(np.isnan(values), 0.0, values - np.nanmean(values, axis=0)))
