"""How bins of answers are named on a chart: “14 to 15.9 °C”, “3 or more”, “Thin”, “22:00 to 22:29”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.language import mark, tr
from diary.model.factors import Choice, Number, TimeOfDay, Unit
from diary.model.preferences import TemperatureUnit

if TYPE_CHECKING:
    from collections.abc import Callable

    from diary.analysis.bins import Bin
    from diary.model.factors import Factor

UNIT_NAMES: dict[str, str] = {
    Unit.CELSIUS: mark("°C"),
    Unit.MINUTES: mark("min"),
    Unit.GLASSES: mark("glasses"),
    Unit.DRINKS: mark("drinks"),
    Unit.PORTIONS: mark("portions"),
    Unit.POINTS: "",
}


def bin_name(factor: Factor, bin_: Bin) -> str:
    """The bin's answer or range, without its unit."""
    if isinstance(bin_.key, bool):
        return tr("Yes") if bin_.key else tr("No")
    if bin_.key is not None:
        return factor.kind.name_of(bin_.key) if isinstance(factor.kind, Choice) else bin_.key
    number_words = _clock if isinstance(factor.kind, TimeOfDay) else _number
    return _range_name(bin_, number_words)


def _range_name(bin_: Bin, number_words: Callable[[float], str]) -> str:
    if bin_.low is None:
        return tr("up to {high}").format(high=number_words(bin_.high)) if bin_.high is not None else tr("all")
    if bin_.high is None:
        return tr("{low} or more").format(low=number_words(bin_.low))
    if bin_.low == bin_.high:
        return number_words(bin_.low)
    return tr("{low} to {high}").format(low=number_words(bin_.low), high=number_words(bin_.high))


def _number(value: float) -> str:
    return f"{value:g}"


def _clock(minutes: float) -> str:
    whole = round(minutes + 720) % 1440
    return f"{whole // 60:02}:{whole % 60:02}"


def unit_name(factor: Factor, temperature: TemperatureUnit) -> str:
    """The unit in which the bins are named; nothing where they have none. Own factors bring their own."""
    if not isinstance(factor.kind, Number):
        return ""
    if factor.kind.unit == Unit.CELSIUS and temperature is TemperatureUnit.FAHRENHEIT:
        return "°F"
    name = UNIT_NAMES.get(factor.kind.unit)
    return factor.kind.unit if name is None else tr(name) if name else ""
