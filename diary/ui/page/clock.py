"""The one clock of a page: it wakes what is on the screen at each moment at which something on it changes."""

from __future__ import annotations

import asyncio
import datetime as dt
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from diary.model.mornings import next_part_of_day, night_to_log, part_of_day
from diary.model.wall_time import to_the_minute
from diary.ui.page.night_move import NightMove
from diary.ui.page.session import PageState

LONGEST_PAUSE = 2.0
"""Seconds after which the clock is looked at again: a machine may sleep, and its clock or zone be set, at any moment."""
SHORTEST_PAUSE = 0.05

DayPart = tuple[dt.date, dt.time, dt.timedelta | None]
"""What the screen depends on: the date, the part of the day, the offset from UTC."""


def day_part(moment: dt.datetime) -> DayPart:
    """The part of which day a moment lies in, by the clock of which zone."""
    return moment.date(), part_of_day(moment), moment.utcoffset()


def pause_before_next(moment: dt.datetime) -> float:
    """Seconds to wait before the clock is looked at again."""
    left = (next_part_of_day(moment) - moment.replace(tzinfo=None)).total_seconds()
    return max(SHORTEST_PAUSE, min(LONGEST_PAUSE, left))


@dataclass(slots=True)
class PageClock:
    """Keeps `state.now` right, and lets everything be read anew when it moves."""

    state: PageState
    moment: Callable[[], dt.datetime]
    """Gives the present moment with its offset from UTC."""
    is_connected: Callable[[], bool]
    """What is changed while the page has no connection would never be drawn."""
    tell: Callable[[Exception], None]
    """Hears of what nobody foresaw, once for each kind of it."""
    moved: Callable[[], None] = lambda: None
    """Called when another part of the day has begun."""
    _last_error: str = ""
    _part: DayPart = field(init=False)

    def __post_init__(self) -> None:
        """Begin with the moment at which the page opens."""
        moment = self.moment()
        self._part = day_part(moment)
        self.state.now = to_the_minute(moment)

    async def run(self) -> None:
        """Look at the clock until the page is gone. What goes wrong at one look may go right at the next."""
        while True:
            pause = self._look_safely()
            await asyncio.sleep(pause)

    def _look_safely(self) -> float:
        """Look, and give the seconds until the next look."""
        try:
            self.look()
            pause = pause_before_next(self.moment())
        except Exception as error:  # noqa: BLE001  # told on the screen
            self._tell_once(error)
            return LONGEST_PAUSE
        self._last_error = ""
        return pause

    def _tell_once(self, error: Exception) -> None:
        if repr(error) != self._last_error:
            self._last_error = repr(error)
            self.tell(error)

    def look(self) -> None:
        """Move the page on where the day, its part or the zone is another than when it was last drawn."""
        moment = self.moment()
        if day_part(moment) == self._part or not self.is_connected():
            return
        before, now = self.state.now, to_the_minute(moment)
        if night_to_log(before) != night_to_log(now):
            self.state.night_move = NightMove(night_to_log(before), night_to_log(now), time.monotonic())
        self.state.now = now
        self.moved()
        self.state.revision += 1
        self._part = day_part(moment)  # last: where something of this failed, the next look tries it again
