"""The picture of an amount on a finding's page: the share of cramp nights by how much, with counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.analysis.bins import factor_bins
from diary.analysis.intervals import wilson
from diary.charts.bin_names import bin_name, unit_name
from diary.language import tr
from diary.model.period import Period
from diary.ui.triggers.content.shares import Share

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.model.exposure import Exposure
    from diary.model.factors import Catalogue, Factor
    from diary.model.night import Night
    from diary.model.preferences import TemperatureUnit

MINUTES = "exercise_minutes"
"""Of days without exercise it is not asked."""


@dataclass(frozen=True, slots=True)
class BinShown:
    """One bin: how much, in words, and its share of cramp nights."""

    name: str
    share: Share | None
    """None where there is no such night."""


@dataclass(frozen=True, slots=True)
class AmountShown:
    """The whole picture."""

    title: str
    bins: tuple[BinShown, ...]


def amount_shown(
    exposure: Exposure, nights: Sequence[Night], catalogue: Catalogue, unit: TemperatureUnit
) -> AmountShown | None:
    """The picture of the amount behind a question; None where there is none, or no night that tells it."""
    if exposure.amount not in catalogue:
        return None
    factor = catalogue.get(exposure.amount)
    bins = (*(_without_exercise(nights) if factor.key == MINUTES else ()), *_bins(nights, factor, unit))
    return AmountShown(_title(factor, unit), bins) if bins else None


def _title(factor: Factor, unit: TemperatureUnit) -> str:
    """The factor's name, with its unit where the name does not tell it already."""
    name, of = tr(factor.name), unit_name(factor, unit)
    return tr("{name}, in {unit}").format(name=name, unit=of) if of.casefold() not in name.casefold() else name


def _bins(nights: Sequence[Night], factor: Factor, unit: TemperatureUnit) -> tuple[BinShown, ...]:
    if not nights:
        return ()
    mornings = [night.morning for night in nights]
    bins = factor_bins(nights, factor, Period(min(mornings), max(mornings)), temperature=unit)
    return tuple(BinShown(bin_name(factor, each), _share(each.cramp_nights, each.nights)) for each in bins.items)


def _without_exercise(nights: Sequence[Night]) -> tuple[BinShown, ...]:
    """Days without exercise have a row of their own: of them no minutes are asked."""
    cramps = [bool(night.cramps) for night in nights if night.logged and night.value("exercise") == "none"]
    return (BinShown(tr("No exercise"), _share(sum(cramps), len(cramps))),) if cramps else ()


def _share(cramp_nights: int, nights: int) -> Share | None:
    return Share(cramp_nights, nights, *wilson(cramp_nights, nights)) if nights else None
