"""From month to month in Diary's calendar, by steps and by swipes, however fast they come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.ui.page.content.month import month_after, month_before, month_of
from diary.ui.page.night_steps import EARLIEST

if TYPE_CHECKING:
    import datetime as dt

SHORTEST = 60
"""Logical pixels that make a movement of the finger a swipe."""


def month_turned(month: dt.date | None, months: int, today: dt.date) -> dt.date | None:
    """The month so many later than this one, or earlier; None is the present one, which is the last."""
    present = month_of(today)
    turned = month or present
    for _ in range(abs(months)):
        turned = month_after(turned) if months > 0 else month_before(turned)
    turned = max(turned, month_of(EARLIEST))
    return None if turned >= present else turned


class Swipe:
    """One movement of a finger from side to side; the calendar may be drawn anew while it lasts."""

    def __init__(self) -> None:
        self._start: float | None = None

    def begin(self, x: float) -> None:
        """The finger came down here."""
        self._start = x

    def end(self, x: float) -> int:
        """By how many months the calendar turns: to the left for the one after, to the right for the one before."""
        moved = 0 if self._start is None else x - self._start
        self._start = None
        return 0 if abs(moved) <= SHORTEST else -1 if moved > 0 else 1
