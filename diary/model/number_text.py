"""A number as people type it: with a point or a comma, grouped or not, with halves. What has two readings is asked."""

from __future__ import annotations

import math
import re

from diary.language import tr
from diary.model.ambiguous import AmbiguousError
from diary.model.errors import NotWholeError, OutOfRangeError, WrongKindError
from diary.model.plain_characters import plain_characters
from diary.model.preferences import TemperatureUnit, kept_temperature, shown_temperature
from diary.model.shown import plain_number

_PARTS = re.compile(r"(?:(?P<whole>\d+) )?(?P<part>1/2|1/4|3/4|1/3|2/3|[1357]/8)")
_GROUPED_BY_BLANKS = re.compile(r"(?P<whole>\d{1,3}(?:(?P<mark>[ '])\d{3})(?:(?P=mark)\d{3})*)(?:[.,](?P<part>\d+))?")
_GROUPED_AND_PARTED = re.compile(
    r"(?P<whole>\d{1,3}(?P<mark>[.,])\d{3}(?:(?P=mark)\d{3})*)(?!(?P=mark))[.,](?P<part>\d+)"
)
_GROUPED_TWICE = re.compile(r"\d{1,3}(?P<mark>[.,])\d{3}(?:(?P=mark)\d{3})+")
_GROUPED_OR_PARTED = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")
_PARTED = re.compile(r"\d+[.,]?\d*|[.,]\d+")

COLDEST, WARMEST = -20, 50
"""Of a room, in °C."""


def number_from_text(text: str, what: str, low: float = -math.inf, high: float = math.inf) -> float:
    """The number that was typed. Raises WrongKindError, or AmbiguousError where two readings lie from low to high."""
    typed = plain_characters(text)
    sign = -1 if typed.startswith("-") else 1
    readings = [sign * size + 0.0 for size in _sizes(typed.removeprefix("-" if sign < 0 else "+").lstrip())]
    if not readings or not all(map(math.isfinite, readings)):
        raise WrongKindError(what, text, tr("a number"))
    possible = [reading for reading in readings if low <= reading <= high] or readings[:1]
    if len(possible) > 1:
        raise AmbiguousError(what, text, *(plain_number(reading) for reading in possible))
    return possible[0]


def _sizes(typed: str) -> list[float]:
    """What the digits can mean: nothing, one size, or two where a mark may divide thousands or tenths."""
    if parts := _PARTS.fullmatch(typed):
        over, under = map(int, parts["part"].split("/"))
        return [int(parts["whole"] or 0) + over / under]
    for grouped in (_GROUPED_BY_BLANKS, _GROUPED_AND_PARTED):
        if found := grouped.fullmatch(typed):
            return [float(f"{_digits(found['whole'])}.{found['part'] or 0}")]
    if _GROUPED_TWICE.fullmatch(typed):
        return [float(_digits(typed))]
    if not _PARTED.fullmatch(typed):
        return []
    parted = float(typed.replace(",", "."))
    return [parted, float(_digits(typed))] if _GROUPED_OR_PARTED.fullmatch(typed) else [parted]


def _digits(typed: str) -> str:
    return re.sub(r"\D", "", typed)


def temperature_from_text(text: str, what: str, unit: TemperatureUnit) -> float:
    """A temperature of a room, typed in the unit that is shown, in °C. Raises a refusal in the words of that unit."""
    low, high = (shown_temperature(celsius, unit) for celsius in (COLDEST, WARMEST))
    shown = number_from_text(text, what, low, high)
    if not low <= shown <= high:
        degrees = "°F" if unit is TemperatureUnit.FAHRENHEIT else "°C"
        raise OutOfRangeError(what, plain_number(shown), low, high, degrees)
    if shown != round(shown, 1):
        raise NotWholeError(what, plain_number(shown), 0.1)
    return kept_temperature(shown, unit)
