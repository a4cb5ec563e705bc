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
    WEEKEND_PRECISION,
)

if TYPE_CHECKING:
    from diary.analysis.logged import Logged


@dataclass(frozen=True, slots=True)
class Always:
    """The q columns that are in every model, with normal priors of mean 0."""

    columns: Floats
    """n by q."""
    precision: Floats
    """q; one over the prior variance of each coefficient."""


def always_in(logged: Logged) -> Always:
    """Intercept, slow season, cramp on the night before, and weekend less 2/7."""
    season = slow_season(logged.nights, logged.span)
    columns = [np.ones_like(logged.cramp), *season, night_before(logged), logged.weekend - 2 / 7]
    cosines = np.arange(1.0, len(season) + 1)
    precision = [INTERCEPT_PRECISION, *cosines, NIGHT_BEFORE_PRECISION, WEEKEND_PRECISION]
    return Always(np.column_stack(columns), np.array(precision))


def slow_season(nights: Floats, span: int) -> list[Floats]:
    """cos(π(k + 1)(t + ½)/N) at night t of N, for k from 0 to max(1, min(8, N div 45)) - 1."""
    cosines = max(1, min(MOST_COSINES, span // NIGHTS_A_COSINE))
    return [np.cos(np.pi * (k + 1) * (nights + 0.5) / span) for k in range(cosines)]


def night_before(logged: Logged) -> Floats:
    """Cramp on the night before less the overall share of cramp nights; 0 where that night was not logged."""
    before = np.zeros_like(logged.cramp)
    follows = np.diff(logged.nights) == 1
    before[1:][follows] = logged.cramp[:-1][follows] - logged.cramp.mean()
    return before


def centred(logged: Logged, questions: Flags) -> Floats:
    """Of n by the chosen questions: each exposure less its mean over its answered nights; 0 where not answered."""
    answered, exposed = logged.answered[:, questions], logged.exposed[:, questions]
    return np.where(answered, exposed - np.nanmean(exposed, axis=0), 0.0)
