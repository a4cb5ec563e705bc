"""Nights as a pandas DataFrame: one row a night, what was not answered as NA.

===================  ==========  ====================================================================================
column               dtype       holds
===================  ==========  ====================================================================================
(index) `morning`    datetime64  midnight of the date on which the night ends; sorted, unique, seconds, no time zone
`cramp`              boolean     cramp night or quiet night; NA where the night was not logged
`cramps`             Int64       how many; 0 on a quiet night
`worst_intensity`    Int64       0 to 10, of the cramps that tell it; NA on a quiet night
`cramp_minutes`      Float64     in all; 0 on a quiet night, NA where any of the cramps does not tell its own
`minutes_awake`      Float64     in all, likewise
a yes/no factor      boolean
a number             Float64     in the factor's unit
a choice             category    the option's key; categories are all options in order
a time of day        Int64       minutes from the noon before: 22:30 is 630, 06:30 is 1110
===================  ==========  ====================================================================================

Each factor of the catalogue has its column, named by its key, whether anyone answered it or not.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from diary.model.factors import Choice, Clock, Number, YesNo

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from diary.model.factors import Catalogue, Factor, Kind, Value
    from diary.model.night import Cramp, Night

MINUTES_A_DAY, NOON = 1440, 720


def nights_frame(nights: Iterable[Night], catalogue: Catalogue) -> pd.DataFrame:
    """The nights, in the columns of this module's table."""
    rows = sorted(nights, key=lambda night: night.morning)
    columns = _of_cramps([night.cramps for night in rows])
    columns |= {factor.key: _of_factor(factor, [night.value(factor.key) for night in rows]) for factor in catalogue}
    return pd.DataFrame(columns, index=mornings_index(rows))


def mornings_index(nights: Iterable[Night]) -> pd.DatetimeIndex:
    """The index of a frame with these nights."""
    # Seconds, not nanoseconds: these end in 2262, and a diary's dates may be any.
    return pd.DatetimeIndex(np.array([night.morning for night in nights], dtype="datetime64[s]"), name="morning")


def _of_cramps(told: Sequence[tuple[Cramp, ...] | None]) -> dict[str, Any]:
    return {
        "cramp": pd.array([None if cramps is None else bool(cramps) for cramps in told], dtype="boolean"),
        "cramps": pd.array([None if cramps is None else len(cramps) for cramps in told], dtype="Int64"),
        "worst_intensity": pd.array([_worst(cramps or ()) for cramps in told], dtype="Int64"),
        "cramp_minutes": pd.array([_total(cramps, lambda cramp: cramp.minutes) for cramps in told], dtype="Float64"),
        "minutes_awake": pd.array(
            [_total(cramps, lambda cramp: cramp.minutes_awake) for cramps in told], dtype="Float64"
        ),
    }


def _worst(cramps: tuple[Cramp, ...]) -> int | None:
    return max((cramp.intensity for cramp in cramps if cramp.intensity is not None), default=None)


def _total(cramps: tuple[Cramp, ...] | None, of: Callable[[Cramp], float | None]) -> float | None:
    """The sum over all cramps; None where one is not told, which a sum would count as zero."""
    if cramps is None:
        return None
    told = [value for cramp in cramps if (value := of(cramp)) is not None]
    return sum(told) if len(told) == len(cramps) else None


def _of_factor(factor: Factor, values: Sequence[Value | None]) -> Any:
    if isinstance(factor.kind, Clock):
        values = [_minutes_from_noon(value) if isinstance(value, dt.time) else None for value in values]
    return pd.array(values, dtype=_dtype(factor.kind))


def _dtype(kind: Kind) -> Any:
    match kind:
        case YesNo():
            return pd.BooleanDtype()
        case Number():
            return pd.Float64Dtype()
        case Choice(options):
            return pd.CategoricalDtype([option.key for option in options])
        case Clock():
            return pd.Int64Dtype()


def _minutes_from_noon(time: dt.time) -> int:
    return (time.hour * 60 + time.minute - NOON) % MINUTES_A_DAY
