"""The line below which a room counts as cold: the person's own, the usual one, or their coldest third."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from diary.analysis.interim import nights_of_last_analysis
from diary.model.exposure import USUAL_COLD as USUAL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.model.night import Night

ThresholdKind = Literal["default", "own", "coldest_third", "alike"]

FEWEST_MEASURED = 20
"""Measured nights from which the coldest third may take the place of the usual line."""
TOO_FEW, TOO_MANY = 0.10, 0.60
"""Shares of measured nights below the usual line outside which it tells the nights badly apart."""
STEP = 0.1
"""°C; the steps in which temperatures are kept."""


@dataclass(frozen=True, slots=True)
class ColdThreshold:
    """Where the line lies, and where it comes from."""

    below: float | None
    """°C; a room colder than this counts as cold. None where the nights are too alike to tell cold from warm."""
    kind: ThresholdKind = "default"


def cold_threshold(nights: Sequence[Night], own: float | None) -> ColdThreshold:
    """The line for the nights of one interim analysis; `own` is the person's, in °C, None where they have set none."""
    if own is not None:
        return ColdThreshold(own, "own")
    temperatures = [value for night in nights if night.logged and (value := _room_temperature(night)) is not None]
    if len(temperatures) < FEWEST_MEASURED:
        return ColdThreshold(USUAL)
    share = sum(value < USUAL for value in temperatures) / len(temperatures)
    if TOO_FEW <= share <= TOO_MANY:
        return ColdThreshold(USUAL)
    below = _above_coldest_third(temperatures)
    if coolest_of_warmest_third(temperatures) < below:
        return ColdThreshold(None, "alike")
    return ColdThreshold(below, "coldest_third")


def warm_threshold(temperatures: Sequence[float], cold: ColdThreshold) -> float | None:
    """Where the warmest third begins, in °C; None where none was measured, or where it would count cold nights too."""
    if not temperatures or cold.below is None:
        return None
    coolest = coolest_of_warmest_third(temperatures)
    return None if coolest < cold.below else coolest


def coolest_of_warmest_third(temperatures: Sequence[float]) -> float:
    """In °C; nights as warm as it count among the warmest, so that ties stay together."""
    return sorted(temperatures, reverse=True)[-(-len(temperatures) // 3) - 1]


def cold_threshold_today(nights: Sequence[Night], own: float | None) -> ColdThreshold:
    """The line in use: fixed at the last interim analysis, so that it does not move under the counts from day to day."""
    return cold_threshold(nights_of_last_analysis(nights) or nights, own)


def _room_temperature(night: Night) -> float | None:
    value = night.value("room_temperature")
    return float(value) if isinstance(value, (int, float)) else None


def _above_coldest_third(temperatures: list[float]) -> float:
    """One step above the warmest of the coldest third, so that this one and its ties are below the line."""
    return round(sorted(temperatures)[-(-len(temperatures) // 3) - 1] + STEP, 1)
