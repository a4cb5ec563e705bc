"""A number as people type it: with a point or a comma, grouped or not, with halves. What has two readings is asked."""

from __future__ import annotations

import math
import re

from diary.language import tr
from diary.model.ambiguous import AmbiguousError
from diary.model.errors import NotWholeError, OutOfRangeError, WrongKindError
from diary.model.plain_characters import plain_characters
from diary.model.plain_number import plain_number
from diary.model.preferences import TemperatureUnit, celsius_of, shown_temperature
from diary.model.same_name import name_key

_PARTS = re.compile(r"(?:(?P<whole>\d+) )?(?P<part>1/2|1/4|3/4|1/3|2/3|[1357]/8)")
_GROUPED_BY_BLANKS = re.compile(r"(?P<whole>\d{1,3}(?:(?P<mark>[ '])\d{3})(?:(?P=mark)\d{3})*)(?:[.,](?P<part>\d+))?")
_GROUPED_AND_PARTED = re.compile(
    r"(?P<whole>\d{1,3}(?P<mark>[.,])\d{3}(?:(?P=mark)\d{3})*)(?!(?P=mark))[.,](?P<part>\d+)"
)
_GROUPED_TWICE = re.compile(r"\d{1,3}(?P<mark>[.,])\d{3}(?:(?P=mark)\d{3})+")
_GROUPED_OR_PARTED = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")
_PARTED = re.compile(r"\d+[.,]?\d*|[.,]\d+")

_WITH_UNIT = re.compile(r"(?P<number>.*\d) ?(?:°|degrees?)? ?(?P<unit>[CcFf]|[Cc]elsius|[Ff]ahrenheit)")
_WITH_SIGN_ALONE = re.compile(r"(?P<number>.*\d) ?(?:°|degrees?)")
_UNITS = {
    "c": TemperatureUnit.CELSIUS,
    "celsius": TemperatureUnit.CELSIUS,
    "f": TemperatureUnit.FAHRENHEIT,
    "fahrenheit": TemperatureUnit.FAHRENHEIT,
}
DEGREES = {TemperatureUnit.CELSIUS: "°C", TemperatureUnit.FAHRENHEIT: "°F"}

COLDEST, WARMEST = -20, 50
"""The coldest and the warmest room, in °C."""


def number_from_text(text: str, what: str, low: float = -math.inf, high: float = math.inf, *, unit: str = "") -> float:
    """The number that was typed, with its unit behind it or without.

    Raises WrongKindError, or AmbiguousError where two readings lie from low to high.
    """
    digits = _without(unit, plain_characters(text))
    sign = -1 if digits.startswith("-") else 1
    readings = [sign * size + 0.0 for size in _sizes(digits.removeprefix("-" if sign < 0 else "+").lstrip())]
    if not readings or not all(map(math.isfinite, readings)):
        raise WrongKindError(what, text, tr("a number"))
    possible = [reading for reading in readings if low <= reading <= high] or readings[:1]
    if len(possible) > 1:
        raise AmbiguousError(what, text, *(plain_number(reading) for reading in possible))
    return possible[0]


def _without(unit: str, entry: str) -> str:
    """The text without this unit at its end, in whatever case: “71.5 KG” is 71.5."""
    plain, end = name_key(entry), name_key(plain_characters(unit))
    return plain.removesuffix(end).rstrip() if end and plain.endswith(end) else entry


def _sizes(entry: str) -> list[float]:
    """What the digits can mean: nothing, one size, or two where a mark may divide thousands or tenths."""
    if parts := _PARTS.fullmatch(entry):
        over, under = map(int, parts["part"].split("/"))
        return [int(parts["whole"] or 0) + over / under]
    for pattern in (_GROUPED_BY_BLANKS, _GROUPED_AND_PARTED):
        if match := pattern.fullmatch(entry):
            return [float(f"{_digits(match['whole'])}.{match['part'] or 0}")]
    if _GROUPED_TWICE.fullmatch(entry):
        return [float(_digits(entry))]
    if not _PARTED.fullmatch(entry):
        return []
    size = float(entry.replace(",", "."))
    return [size, float(_digits(entry))] if _GROUPED_OR_PARTED.fullmatch(entry) else [size]


def _digits(entry: str) -> str:
    return re.sub(r"\D", "", entry)


def temperature_from_text(text: str, what: str, unit: TemperatureUnit) -> float:
    """A temperature of a room, in °C: in the unit that is shown, or in one that was typed with it.

    Raises a refusal in the words of its unit.
    """
    bare, typed = _without_unit(text)
    unit = typed or unit
    low, high = _room_range(unit)
    degrees = number_from_text(bare, what, low, high)
    if not low <= degrees <= high:
        raise OutOfRangeError(what, plain_number(degrees), low, high, DEGREES[unit])
    if degrees != round(degrees, 1):
        raise NotWholeError(what, plain_number(degrees), 0.1)
    return celsius_of(degrees, unit)


def temperature_without_a_screen(text: str, what: str, preferred: TemperatureUnit) -> float:
    """A temperature of a room, in °C, where no unit is seen beside what is typed.

    It is one in °C, as files and manuals have it, or in the unit of the screens; where it can be both it is asked.
    """
    bare, typed = _without_unit(text)
    unit = typed or preferred
    if typed is None and preferred is not TemperatureUnit.CELSIUS:
        number = number_from_text(bare, what, _room_range(TemperatureUnit.CELSIUS)[0], _room_range(preferred)[1])
        possible = [each for each in TemperatureUnit if _room_range(each)[0] <= number <= _room_range(each)[1]]
        if len(possible) > 1:
            raise AmbiguousError(what, text, *(f"{plain_number(number)} {DEGREES[each]}" for each in possible))
        unit = possible[0] if possible else preferred
    return temperature_from_text(bare, what, unit)


def _without_unit(text: str) -> tuple[str, TemperatureUnit | None]:
    """What was typed without a unit that stands behind it, and that unit; a degree sign alone names none."""
    plain = plain_characters(text)
    if match := _WITH_UNIT.fullmatch(plain):
        return match["number"], _UNITS[match["unit"].casefold()]
    sign = _WITH_SIGN_ALONE.fullmatch(plain)
    return (sign["number"] if sign else text), None


def _room_range(unit: TemperatureUnit) -> tuple[float, float]:
    return shown_temperature(COLDEST, unit), shown_temperature(WARMEST, unit)
