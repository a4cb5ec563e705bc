"""Where the lines lie that tell nights apart: the person's own, and those that their nights draw.

The nights of one look draw them, so that they do not move under the counts from day to day.
"""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

from diary.analysis.cold_line import cold_line
from diary.analysis.looks import nights_of_look
from diary.model.answered import number
from diary.model.factors import OWN_PREFIX, Catalogue, Number
from diary.model.triggers import Lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.model.night import Night
    from diary.model.preferences import Preferences


def lines_of(nights: Sequence[Night], preferences: Preferences, catalogue: Catalogue) -> Lines:
    """The lines that the nights of one look draw."""
    measured = _told(nights, "room_temperature")
    own = (factor.key for factor in catalogue if factor.key.startswith(OWN_PREFIX) and isinstance(factor.kind, Number))
    return Lines(
        cold_line(nights, preferences.cold_below).below,
        preferences.calcium_aim,
        warm_from=warmest_third(measured) if measured else None,
        medians={key: median(told) for key in own if (told := _told(nights, key))},
    )


def lines_today(nights: Sequence[Night], preferences: Preferences, catalogue: Catalogue) -> Lines:
    """The lines in use: those of the last look, and before the first those of all nights."""
    return lines_of(nights_of_look(nights) or nights, preferences, catalogue)


def warmest_third(measured: Sequence[float]) -> float:
    """The coolest of the warmest third, in °C; nights as warm as it count among them, so that ties stay together."""
    return sorted(measured, reverse=True)[-(-len(measured) // 3) - 1]


def _told(nights: Sequence[Night], key: str) -> list[float]:
    """The numbers that logged nights tell."""
    return [value for night in nights if night.logged and (value := number(night.values(), key)) is not None]
