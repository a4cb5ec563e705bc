"""Shapes that a change over time may take: what the share of cramp nights is regressed on."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.analysis.arrays import Floats

STEP_WEIGHT = 2.0
"""A step halfway weighs twice as much as a straight line of the same variance."""


def since_halfway(days: Sequence[int]) -> Floats:
    """A step halfway mixed with a straight line, over days in order.

    Over evenly logged nights it correlates with a step halfway by .98 and with a straight line by .94, so that one
    contrast finds sudden and gradual changes, and no second look has to be paid for.
    """
    at = np.asarray(days, dtype=float)
    place = (at - at[0]) / (at[-1] - at[0]) - 0.5
    contrast: Floats = STEP_WEIGHT * np.sign(place) + place * sqrt(12)
    return contrast


def since_day(days: Sequence[int], day: int) -> Floats:
    """A step: 0 before the day, 1 from it on."""
    return (np.asarray(days) >= day).astype(float)
