"""A clock for taps: it stands still while the page cannot hear any.

A large screen is drawn in one go, on a slow machine for half a second, and a tap that comes meanwhile is heard when that
is over. By a plain clock the second half of a double tap would then be late, and would count as a tap of its own.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

BEAT = 0.05
"""Seconds after which the clock looks whether it is still heard."""
LONGEST_BEAT = 0.1
"""Seconds that a beat counts at most; what it took longer, the page was deaf."""
LISTENS = 3.0
"""Seconds from a reading in which the next one matters; a clock that nobody reads does not beat."""


class HearingClock:
    """Gives seconds that never run back; to be read on the event loop."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._last = clock()
        self._seconds = 0.0
        self._until = 0.0
        self._is_beating = False

    def __call__(self) -> float:
        """The seconds in which the event loop was free."""
        self._until = self._pass_time() + LISTENS
        if not self._is_beating:
            self._is_beating = True
            asyncio.get_running_loop().call_later(BEAT, self._beat)
        return self._seconds

    def _beat(self) -> None:
        if self._pass_time() < self._until:
            asyncio.get_running_loop().call_later(BEAT, self._beat)
        else:
            self._is_beating = False

    def _pass_time(self) -> float:
        now = self._clock()
        passed, self._last = now - self._last, now
        self._seconds += min(passed, LONGEST_BEAT) if self._is_beating else passed
        return now
