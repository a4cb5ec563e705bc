"""Answers and cramps as a person reads them."""

from __future__ import annotations

import datetime as dt

from diary.language import mark, tr, trn
from diary.model.factors import Catalogue, Choice, Factor, Group, Number, Unit, Value
from diary.model.night import MUSCLE_NAMES, SIDE_NAMES, Cramp, Night
from diary.model.plain_number import plain_number
from diary.model.preferences import TemperatureUnit, shown_temperature

UNIT_WORDS = {
    Unit.CELSIUS: (mark("{n} °C"), mark("{n} °C")),
    Unit.MINUTES: (mark("{n} min"), mark("{n} min")),
    Unit.GLASSES: (mark("{n} glass"), mark("{n} glasses")),
    Unit.DRINKS: (mark("{n} drink"), mark("{n} drinks")),
    Unit.PORTIONS: (mark("{n} portion"), mark("{n} portions")),
    Unit.POINTS: ("{n}", "{n}"),
}
"""A number with its unit, in the words for one and for many."""


def answer_words(factor: Factor, value: Value, temperature: TemperatureUnit) -> str:
    """An answer in words and units: “Thin”, “16.5 °C”, “3 or more”, “22:30”."""
    if isinstance(value, bool):
        return tr("yes") if value else tr("no")
    if isinstance(value, dt.time):
        return f"{value:%H:%M}"
    if isinstance(value, str):
        return factor.kind.name_of(value) if isinstance(factor.kind, Choice) else value
    return _number_words(factor.kind, value, temperature) if isinstance(factor.kind, Number) else f"{value:g}"


def _number_words(kind: Number, value: float, temperature: TemperatureUnit) -> str:
    """A number with its unit: “16.5 °C”, “3 or more”, “5 glasses”."""
    if kind.unit is Unit.CELSIUS:
        degrees = "°F" if temperature is TemperatureUnit.FAHRENHEIT else "°C"
        return f"{shown_temperature(value, temperature):g} {degrees}"
    if kind.open_ended and value >= kind.high:
        return tr("{n} or more").format(n=f"{value:g}")
    if not isinstance(kind.unit, Unit):
        return f"{plain_number(value)} {kind.unit}".strip()
    singular, plural = UNIT_WORDS[kind.unit]
    return trn(singular, plural, round(value)).format(n=f"{value:g}")


def own_answers_words(night: Night, catalogue: Catalogue) -> str:
    """What was answered to the person's own questions: “Tea: yes · Steps: 8000 steps”. Nothing where nothing was."""
    own = (factor for factor in catalogue.group(Group.OWN) if factor.key in night.answers)
    return " · ".join(
        f"{tr(factor.name)}: {answer_words(factor, night.answers[factor.key].value, TemperatureUnit.CELSIUS)}"
        for factor in own
    )


def _cramp_time_words(cramp: Cramp) -> str:
    """When a cramp came: “03:10”, “about 3”, “about midnight”, or that the time is not known."""
    if cramp.at is None:
        return tr("time not known")
    if not cramp.about:
        return f"{cramp.at:%H:%M}"
    return tr("about {hour}").format(hour=cramp.at.hour) if cramp.at.hour else tr("about midnight")


def cramp_words(cramp: Cramp) -> str:
    """A cramp in one line: “03:10, calf, left, 7 of 10, 4 min”. What was not told is left out, but for the time."""
    words = [
        _cramp_time_words(cramp),
        tr(MUSCLE_NAMES[cramp.muscle]).lower() if cramp.muscle else "",
        tr(SIDE_NAMES[cramp.side]).lower() if cramp.side else "",
        tr("{n} of 10").format(n=cramp.intensity) if cramp.intensity is not None else "",
        tr("{n} min").format(n=f"{cramp.minutes:g}") if cramp.minutes is not None else "",
    ]
    return ", ".join(word for word in words if word)
