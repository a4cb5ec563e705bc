"""How often nights had cramps, by bins of something: a temperature, any factor, the day of the week, the month.

Only logged nights with an answer are in a bin. It illustrates and never judges: verdicts come from the findings alone.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from math import floor
from typing import TYPE_CHECKING

from diary.model.factors import Choice, Number, TimeOfDay, Unit, YesNo
from diary.model.preferences import TemperatureUnit, shown_temperature

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from diary.model.factors import Factor, Value
    from diary.model.night import Night
    from diary.model.period import Period

MOST_BINS = 7
ENDS = 0.04
"""The share of values at each end that may fall into the outermost bin, however far out they lie."""
WIDTHS = (1.0, 2.0, 2.5, 5.0)
"""Widths of a bin, times a power of ten."""
CLOCK_WIDTHS = (15.0, 30.0, 60.0, 120.0, 180.0, 360.0)
"""Widths of a bin of times, in minutes."""
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

    items: tuple[Bin, ...]
    not_answered: int = 0

    @property
    def nights(self) -> int:
        """Nights in a bin."""
        return sum(bin_.nights for bin_ in self.items)

    @property
    def cramp_nights(self) -> int:
        """Cramp nights in a bin."""
        return sum(bin_.cramp_nights for bin_ in self.items)


def factor_bins(
    nights: Iterable[Night],
    factor: Factor,
    period: Period,
    *,
    temperature: TemperatureUnit = TemperatureUnit.CELSIUS,
) -> Bins:
    """The logged nights of a period by their answer to a factor; temperatures in the unit that is shown."""
    values = [(night.value(factor.key), bool(night.cramps)) for night in _logged_nights(nights, period)]
    answers = [(value, cramp) for value, cramp in values if value is not None]
    return Bins(_factor_kind_bins(factor, answers, temperature), len(values) - len(answers))


def _factor_kind_bins(
    factor: Factor, answers: Sequence[tuple[Value, bool]], temperature: TemperatureUnit
) -> tuple[Bin, ...]:
    match factor.kind:
        case YesNo():
            return _by_key(answers, (True, False))
        case Choice(options):
            return _by_key(answers, [option.key for option in options])
        case TimeOfDay():
            return _by_number(_numbers(answers, _minutes_from_noon), step=1, widths=CLOCK_WIDTHS)
        case Number(step=step, unit=unit) as kind:
            if unit == Unit.CELSIUS:
                temperatures = _numbers(answers, lambda value: _temperature_shown(value, temperature))
                return _by_number(temperatures, step=0.1, widths=[width for width in _widths(0.5) if width >= 1])
            values = _numbers(answers, _as_number)
            if len({value for value, _ in values}) <= MOST_BINS:
                return _by_value(values, open_from=kind.high if kind.open_ended else None)
            return _by_number(values, step=step, widths=_widths(step))


def by_weekday(nights: Iterable[Night], period: Period) -> Bins:
    """The logged nights by the weekday of their morning, 0 for Monday."""
    return _by_part(_logged_nights(nights, period), range(7), lambda night: night.morning.weekday())


def by_month(nights: Iterable[Night], period: Period) -> Bins:
    """The logged nights by the month of their morning, 1 for January, all years together."""
    return _by_part(_logged_nights(nights, period), range(1, 13), lambda night: night.morning.month)


def _logged_nights(nights: Iterable[Night], period: Period) -> list[Night]:
    return [night for night in period.nights_in(nights) if night.logged]


def _by_part(nights: Sequence[Night], numbers: Iterable[int], part: Callable[[Night], int]) -> Bins:
    counts = Counter((part(night), bool(night.cramps)) for night in nights)
    return Bins(
        tuple(
            Bin(counts[number, True] + counts[number, False], counts[number, True], low=number, high=number)
            for number in numbers
        )
    )


def _by_key(answers: Sequence[tuple[Value, bool]], keys: Sequence[str | bool]) -> tuple[Bin, ...]:
    counts = Counter(answers)
    return tuple(Bin(counts[key, True] + counts[key, False], counts[key, True], key=key) for key in keys)


def _by_value(values: Sequence[tuple[float, bool]], *, open_from: float | None) -> tuple[Bin, ...]:
    """A bin for each value that was answered."""
    counts = Counter(values)
    distinct = sorted({value for value, _ in values})
    return tuple(
        Bin(
            counts[value, True] + counts[value, False],
            counts[value, True],
            low=value,
            high=None if value == open_from else value,
        )
        for value in distinct
    )


def _by_number(values: Sequence[tuple[float, bool]], *, step: float, widths: Sequence[float]) -> tuple[Bin, ...]:
    """Bins of one width, so many that all but the outermost few values have room; the ends are open to these."""
    if not values:
        return ()
    ascending = sorted(value for value, _ in values)
    cut = int(ENDS * len(ascending))
    least, most = ascending[cut], ascending[-1 - cut]
    width = next((width for width in widths if floor(most / width) - floor(least / width) < MOST_BINS), widths[-1])
    start, end = floor(least / width), floor(most / width)
    places = [(min(max(floor(value / width), start), end), cramp) for value, cramp in values]
    counts = Counter(places)
    return tuple(
        Bin(
            counts[place, True] + counts[place, False],
            counts[place, True],
            low=None if place == start and ascending[0] < start * width else round(place * width, 6),
            high=None if place == end and ascending[-1] >= (end + 1) * width else round((place + 1) * width - step, 6),
        )
        for place in range(start, end + 1)
    )


def _widths(least: float) -> list[float]:
    """Widths from this one on, each a round number of steps."""
    widths = [width * 10**power for power in range(5) for width in WIDTHS]
    return [width for width in widths if width >= least and width / least == round(width / least)]


def _numbers(answers: Sequence[tuple[Value, bool]], to_number: Callable[[Value], float]) -> list[tuple[float, bool]]:
    return [(to_number(value), cramp) for value, cramp in answers]


def _as_number(value: Value) -> float:
    return float(value) if isinstance(value, (int, float)) else 0.0


def _temperature_shown(value: Value, temperature: TemperatureUnit) -> float:
    return shown_temperature(_as_number(value), temperature)


def _minutes_from_noon(value: Value) -> float:
    minutes = value.hour * 60 + value.minute if isinstance(value, dt.time) else 0
    return float((minutes - NOON) % MINUTES_A_DAY)
