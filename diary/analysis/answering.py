"""How a question was answered: on which nights, and when; and what such answers alone could look like.

Who answers everything after a cramp and only ticks what was so after a quiet night makes a pattern from nothing. So the
answered share of cramp nights is compared with that of quiet ones, and a question is held back where they differ by at
least ten points and by more than chance makes in one of a hundred questions. Loads without pandas.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import sqrt

MOST_LATE = 0.20
"""A question with a larger share of late answers than this is capped at *possible*."""
UNLIKE_BY = 0.10
"""The difference of the answered shares of cramp nights and of quiet ones from which they are unlike,"""
UNLIKE_Z = 2.58
"""where it is also more than so many standard errors: chance makes it in one of a hundred."""
MOSTLY_BEFORE = 2 / 3
"""The share of answers given before the night from which memory is taken to have no part in them."""
ROUNDING = 1e-9
"""Shares are compared with room for rounding."""


class CappedBy(StrEnum):
    """What in the answers holds a verdict back, whatever the probability."""

    ANSWERED_UNLIKE = "answered_unlike"
    LATE = "late"
    MEMORY = "memory"


@dataclass(frozen=True, slots=True)
class AnsweredNights:
    """On how many of its cramp nights and of its quiet ones a question was answered."""

    answered_cramp: int = 0
    cramp_nights: int = 0
    answered_quiet: int = 0
    quiet_nights: int = 0

    @property
    def unlike(self) -> bool:
        """Whether it was answered so much more often after the one kind that this alone could make a pattern."""
        return shares_differ(self.answered_cramp, self.cramp_nights, self.answered_quiet, self.quiet_nights)


def shares_differ(first: int, of_first: int, second: int, of_second: int) -> bool:
    """Whether two shares differ by ten points or more, and by more than chance makes in one of a hundred.

    The test of two proportions with a pooled variance (Fleiss, Levin & Paik 2003, Statistical Methods for Rates and
    Proportions, chapter 3). False where there is nothing to be a share of.
    """
    if not of_first or not of_second:
        return False
    gap = abs(first / of_first - second / of_second)
    pooled = (first + second) / (of_first + of_second)
    error = sqrt(pooled * (1 - pooled) * (1 / of_first + 1 / of_second))
    return gap >= UNLIKE_BY - ROUNDING and gap > UNLIKE_Z * error
