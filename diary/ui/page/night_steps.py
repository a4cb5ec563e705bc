"""Steps from night to night, faster than the page's address can follow."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from diary.model.mornings import DAY

EARLIEST = dt.date(1970, 1, 1)
"""The first morning that the diary shows."""
LONGEST_WAY = 3.0
"""Seconds after which a night that was asked for and never came is asked for no more: the page lost its connection."""


@dataclass(slots=True)
class NightSteps:
    """The nights that were asked for and that the address has not come to yet, the last one last."""

    _on_the_way: list[dt.date] = field(default_factory=list)
    _shown: dt.date | None = None
    _last_step: float = 0

    def step(self, shown: dt.date, days: int, *, latest: dt.date, at: float) -> dt.date:
        """The night so many days from the one asked for last, else from the one shown; never past the latest.

        `at` is the moment of the tap by a steady clock, in seconds.
        """
        if at - self._last_step > LONGEST_WAY:
            self._on_the_way.clear()
        start = self._on_the_way[-1] if self._on_the_way else shown
        goal = max(EARLIEST, min(start + days * DAY, max(latest, start)))
        self._on_the_way.append(goal)
        self._last_step = at
        return goal

    def arrive(self, morning: dt.date) -> None:
        """Note which night the page shows. One that no step asked for was chosen otherwise: steps begin there."""
        if morning == self._shown:
            return
        self._shown = morning
        if morning in self._on_the_way:
            del self._on_the_way[: self._on_the_way.index(morning) + 1]
        else:
            self._on_the_way.clear()
