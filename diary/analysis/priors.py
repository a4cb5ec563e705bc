"""What is believed before a diary is read: the numbers of the method, each with what it says.

They were chosen on simulated diaries and confirmed on 60,000 fresh ones.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from diary.analysis.arrays import Flags, Floats

SLAB_MEAN, SLAB_SD = 1.0, 0.6
"""The log odds ratio of a question that does go with the cramps: odds ratio about 2.7, 95 % between 0.8 and 8.8."""
EXPECTED = 1.2
"""How many questions are expected to go with the cramps, however many are asked."""
MOST_PRIOR = 0.25
"""The prior probability of a question where few are asked, and of the one that the person suspected beforehand."""
MOST_AT_ONCE = 4
"""Questions that may go with the cramps at once."""
MANY_COLUMNS, MOST_OF_MANY = 30, 3
"""With more columns than the first, sets hold no more than the second: all sets of four would take too long."""

INTERCEPT_PRECISION = 1 / 9
NIGHT_BEFORE_PRECISION = 4.0
WEEKDAY_PRECISION = 4.0
NIGHTS_A_COSINE, MOST_COSINES = 45, 8
"""The slow season has a cosine for each so many nights, up to so many."""

LEANING = 0.08
"""Where memory leans after a bad night: the share of *no* on cramp nights that is remembered as *yes*."""


@dataclass(frozen=True, slots=True)
class Spells:
    """How bad spells may run: a latent AR(1) over the nights, added to the log odds."""

    sd: float
    """0: there are none."""
    length: float
    """Nights over which the correlation falls to 1/e."""
    weight: float
    """The prior probability of this way."""


SPELLS = (Spells(0.0, 1.0, 0.35), Spells(0.8, 5.0, 0.40), Spells(1.5, 5.0, 0.25))


def prior_of_each(questions: int) -> float:
    """The prior probability that a question goes with the cramps: min(.25, 1.2 / K)."""
    return min(MOST_PRIOR, EXPECTED / questions)


def priors(suspected: Flags) -> Floats:
    """K; the prior probability of each question: .25 of what was suspected beforehand, min(.25, 1.2 / K) of all others."""
    return np.where(suspected, MOST_PRIOR, prior_of_each(max(1, len(suspected))))


def most_at_once(columns: int) -> int:
    """The largest set of columns that is looked at."""
    return MOST_OF_MANY if columns > MANY_COLUMNS else MOST_AT_ONCE
