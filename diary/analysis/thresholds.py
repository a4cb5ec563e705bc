"""Where the lines lie that tell nights apart: the person's own, and those that their nights draw.

The nights of one interim analysis draw them, so that they do not move under the counts from day to day.
"""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

from diary.analysis.cold_threshold import cold_threshold, warm_threshold
from diary.analysis.interim import nights_of_last_analysis
from diary.model.answer_rules import number_of
from diary.model.exposure import Thresholds
from diary.model.factors import OWN_PREFIX, Catalogue, Number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.model.night import Night
    from diary.model.preferences import Preferences


def thresholds_from(nights: Sequence[Night], preferences: Preferences, catalogue: Catalogue) -> Thresholds:
    """The lines that the nights of one interim analysis draw."""
    temperatures = _numbers(nights, "room_temperature")
    own = (factor.key for factor in catalogue if factor.key.startswith(OWN_PREFIX) and isinstance(factor.kind, Number))
    cold = cold_threshold(nights, preferences.cold_below)
    return Thresholds(
        cold.below,
        preferences.calcium_aim,
        warm_from=warm_threshold(temperatures, cold),
        medians={key: median(numbers) for key in own if (numbers := _numbers(nights, key))},
    )


def thresholds_today(nights: Sequence[Night], preferences: Preferences, catalogue: Catalogue) -> Thresholds:
    """The lines in use: those of the last interim analysis, and before the first those of all nights."""
    return thresholds_from(nights_of_last_analysis(nights) or nights, preferences, catalogue)


def _numbers(nights: Sequence[Night], key: str) -> list[float]:
    """The numbers that logged nights tell."""
    return [value for night in nights if night.logged and (value := number_of(night.values(), key)) is not None]
