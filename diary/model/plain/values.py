"""An answer, a day and a moment as plain data and back."""

from __future__ import annotations

import datetime as dt
from typing import Any

from diary.model.built_in import BUILT_IN
from diary.model.factors import TimeOfDay, Value

Plain = dict[str, Any]


def plain_value(value: Value) -> bool | float | str:
    """An answer as plain data."""
    return value.isoformat("minutes") if isinstance(value, dt.time) else value


def value_from_plain(key: str, plain: bool | float | str) -> Value:
    """An answer from plain data."""
    if key in BUILT_IN and isinstance(BUILT_IN.get(key).kind, TimeOfDay):
        return dt.time.fromisoformat(str(plain))
    return plain


def day_from_plain(text: str | None) -> dt.date | None:
    """A day from plain data, where one was told."""
    return dt.date.fromisoformat(text) if text else None


def moment_from_plain(text: str | None) -> dt.datetime | None:
    """A moment from plain data, where one was told."""
    return dt.datetime.fromisoformat(text) if text else None
