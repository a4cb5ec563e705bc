"""The line below which a room counts as cold: the person's own, the usual one, or their coldest third."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from diary.analysis.interim import nights_of_last_analysis
from diary.model.exposure import Thresholds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.model.night import Night

ThresholdKind = Literal["default", "own", "coldest_third"]

USUAL = Thresholds().cold_below
FEWEST_MEASURED = 20
"""Measured nights from which the coldest third may take the place of the usual line."""
TOO_FEW, TOO_MANY = 0.10, 0.60
"""Shares of measured nights below the usual line outside which it tells the nights badly apart."""
STEP = 0.1
"""°C; the steps in which temperatures are kept."""


@dataclass(frozen=True, slots=True)
class ColdThreshold:
    """Where the line lies, and where it comes from."""

    below: float
    """°C; a room colder than this counts as cold."""
    kind: ThresholdKind = "default"


def cold_threshold(nights: Sequence[Night], own: float | None) -> ColdThreshold:
    """The line for the nights of one interim analysis; `own` is the person's, in °C, None where they have set none."""
    if own is not None:
        return ColdThreshold(own, "own")
    temperatures = [value for night in nights if night.logged and (value := _room_temperature(night)) is not None]
    if len(temperatures) < FEWEST_MEASURED:
        return ColdThreshold(USUAL)
    share = sum(value < USUAL for value in temperatures) / len(temperatures)
    return (
        ColdThreshold(USUAL)
        if TOO_FEW <= share <= TOO_MANY
        else ColdThreshold(_above_coldest_third(temperatures), "coldest_third")
    )


def cold_threshold_today(nights: Sequence[Night], own: float | None) -> ColdThreshold:
    """The line in use: fixed at the last interim analysis, so that it does not move under the counts from day to day."""
    return cold_threshold(nights_of_last_analysis(nights) or nights, own)


def _room_temperature(night: Night) -> float | None:
    value = night.value("room_temperature")
    return float(value) if isinstance(value, (int, float)) else None


def _above_coldest_third(temperatures: list[float]) -> float:
    """One step above the warmest of the coldest third, so that this one and its ties are below the line."""
    return round(sorted(temperatures)[-(-len(temperatures) // 3) - 1] + STEP, 1)
