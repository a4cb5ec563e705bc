"""How often nights had cramps, by bins of something: a temperature, any factor, the day of the week, the month.

Only logged nights with an answer are in a bin. It illustrates and never judges: verdicts come from the findings alone.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from math import floor
from typing import TYPE_CHECKING

from diary.model.factors import Choice, Clock, Number, Unit, YesNo
from diary.model.preferences import TemperatureUnit, shown_temperature

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from diary.model.factors import Factor, Value
    from diary.model.night import Night

MOST_BINS = 7
ENDS = 0.04
"""The share of values at each end that may fall into the outermost bin, however far out they lie."""
WIDTHS = (1.0, 2.0, 2.5, 5.0)
"""Widths of a bin, times a power of ten."""
CLOCK_WIDTHS = (15.0, 30.0, 60.0, 120.0, 180.0, 360.0)
"""In minutes."""
MINUTES_A_DAY, NOON = 1440, 720


@dataclass(frozen=True, slots=True)
class Bin:
    """The nights of one bin."""

    nights: int
    cramp_nights: int
    key: str | bool | None = None
    """The answer, where it is yes or no or an option's key."""
    low: float | None = None
    """The least value, for numbers; None where the bin is open below."""
    high: float | None = None
    """The greatest value in it; None where the bin is open above."""


@dataclass(frozen=True, slots=True)
class Bins:
    """All bins in order, and the logged nights without an answer."""

    each: tuple[Bin, ...]
    not_answered: int = 0

    @property
    def nights(self) -> int:
        """Nights in a bin."""
        return sum(each.nights for each in self.each)

    @property
    def cramp_nights(self) -> int:
        """Those with cramps."""
        return sum(each.cramp_nights for each in self.each)


def factor_bins(
    nights: Iterable[Night],
    factor: Factor,
    *,
    first: dt.date,
    last: dt.date,
    temperature: TemperatureUnit = TemperatureUnit.CELSIUS,
) -> Bins:
    """The logged nights from first to last by their answer to a factor; temperatures in the unit that is shown."""
    told = [(night.value(factor.key), bool(night.cramps)) for night in _logged(nights, first, last)]
    answered = [(value, cramp) for value, cramp in told if value is not None]
    return Bins(_bins_of(factor, answered, temperature), len(told) - len(answered))


def _bins_of(factor: Factor, answered: Sequence[tuple[Value, bool]], temperature: TemperatureUnit) -> tuple[Bin, ...]:
    match factor.kind:
        case YesNo():
            return _by_key(answered, (True, False))
        case Choice(options):
            return _by_key(answered, [option.key for option in options])
        case Clock():
            return _by_number(_numbers(answered, _minutes_from_noon), step=1, widths=CLOCK_WIDTHS)
        case Number(step=step, unit=unit) as kind:
            if unit == Unit.CELSIUS:
                shown = _numbers(answered, lambda value: _shown(value, temperature))
                return _by_number(shown, step=0.1, widths=[width for width in _widths(0.5) if width >= 1])
            values = _numbers(answered, _as_number)
            if len({value for value, _ in values}) <= MOST_BINS:
                return _by_value(values, open_from=kind.high if kind.open_ended else None)
            return _by_number(values, step=step, widths=_widths(step))


def by_weekday(nights: Iterable[Night], first: dt.date, last: dt.date) -> Bins:
    """The logged nights by the weekday of their morning, 0 for Monday."""
    return _by_part(_logged(nights, first, last), range(7), lambda night: night.morning.weekday())


def by_month(nights: Iterable[Night], first: dt.date, last: dt.date) -> Bins:
    """The logged nights by the month of their morning, 1 for January, all years together."""
    return _by_part(_logged(nights, first, last), range(1, 13), lambda night: night.morning.month)


def _logged(nights: Iterable[Night], first: dt.date, last: dt.date) -> list[Night]:
    return [night for night in nights if night.logged and first <= night.morning <= last]


def _by_part(nights: Sequence[Night], parts: Iterable[int], part: Callable[[Night], int]) -> Bins:
    counted = Counter((part(night), bool(night.cramps)) for night in nights)
    return Bins(
        tuple(
            Bin(counted[each, True] + counted[each, False], counted[each, True], low=each, high=each) for each in parts
        )
    )


def _by_key(answered: Sequence[tuple[Value, bool]], keys: Sequence[str | bool]) -> tuple[Bin, ...]:
    counted = Counter(answered)
    return tuple(Bin(counted[key, True] + counted[key, False], counted[key, True], key=key) for key in keys)


def _by_value(values: Sequence[tuple[float, bool]], *, open_from: float | None) -> tuple[Bin, ...]:
    """A bin for each value that was answered."""
    counted = Counter(values)
    told = sorted({value for value, _ in values})
    return tuple(
        Bin(
            counted[value, True] + counted[value, False],
            counted[value, True],
            low=value,
            high=None if value == open_from else value,
        )
        for value in told
    )


def _by_number(values: Sequence[tuple[float, bool]], *, step: float, widths: Sequence[float]) -> tuple[Bin, ...]:
    """Bins of one width, so many that all but the outermost few values have room; the ends are open to these."""
    if not values:
        return ()
    ordered = sorted(value for value, _ in values)
    cut = int(ENDS * len(ordered))
    least, most = ordered[cut], ordered[-1 - cut]
    width = next((width for width in widths if floor(most / width) - floor(least / width) < MOST_BINS), widths[-1])
    start, end = floor(least / width), floor(most / width)
    places = [(min(max(floor(value / width), start), end), cramp) for value, cramp in values]
    counted = Counter(places)
    return tuple(
        Bin(
            counted[place, True] + counted[place, False],
            counted[place, True],
            low=None if place == start and ordered[0] < start * width else round(place * width, 6),
            high=None if place == end and ordered[-1] >= (end + 1) * width else round((place + 1) * width - step, 6),
        )
        for place in range(start, end + 1)
    )


def _widths(least: float) -> list[float]:
    """Widths from this one on, each a round number of steps."""
    widths = [width * 10**power for power in range(5) for width in WIDTHS]
    return [width for width in widths if width >= least and width / least == round(width / least)]


def _numbers(answered: Sequence[tuple[Value, bool]], of: Callable[[Value], float]) -> list[tuple[float, bool]]:
    return [(of(value), cramp) for value, cramp in answered]


def _as_number(value: Value) -> float:
    return float(value) if isinstance(value, (int, float)) else 0.0


def _shown(value: Value, temperature: TemperatureUnit) -> float:
    return shown_temperature(_as_number(value), temperature)


def _minutes_from_noon(value: Value) -> float:
    minutes = value.hour * 60 + value.minute if isinstance(value, dt.time) else 0
    return float((minutes - NOON) % MINUTES_A_DAY)
