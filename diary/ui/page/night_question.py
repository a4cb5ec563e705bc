"""The question which night a tap is for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Awaitable, Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class NightQuestion:
    """Which of two nights a tap is for."""

    mornings: tuple[dt.date, dt.date]
    """Of both nights, the earlier first."""
    choose: Callable[[dt.date], Awaitable[None]]
    """Does what was tapped, for the night to this morning."""
