"""A cramp that is timed while it lasts: begun by one tap in the dark, ended by another."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from diary.language import tr
from diary.model.errors import DiaryError
from diary.model.night import Cramp

LONGEST = dt.timedelta(hours=2)
"""A cramp that runs longer was forgotten: it has ended, nobody knows when."""
STEP = 0.5
"""Minutes: the steps in which the length of a cramp is kept."""


class NotInBedError(DiaryError):
    """A cramp begun at an hour that belongs to no night."""

    def __init__(self) -> None:
        super().__init__(
            tr(
                "A cramp can be timed from 18:00 to 10:00. Log a cramp of the day with the night that it was nearest to."
            )
        )


class NoCrampRunningError(DiaryError):
    """The end of a cramp that is not timed, or not any more."""

    def __init__(self) -> None:
        super().__init__(
            tr("No cramp is being timed now. One that was begun stands in its night, without its minutes.")
        )


@dataclass(frozen=True, slots=True)
class CrampStart:
    """When a cramp began."""

    morning: dt.date
    """Of its night."""
    at: dt.datetime
    """Local wall time to the minute, as the cramp has it."""
    moment: dt.datetime
    """With its offset from UTC, so that a change of the clocks does not lengthen the cramp."""

    def is_forgotten(self, now: dt.datetime) -> bool:
        """Whether nobody ended it in time; also where the machine's clock was set to before it."""
        return not dt.timedelta(0) <= now - self.moment <= LONGEST

    def minutes(self, now: dt.datetime) -> float:
        """How long it has lasted, in halves of a minute; half a minute at least."""
        halves = round((now - self.moment) / dt.timedelta(minutes=STEP))
        return max(1, halves) * STEP


@dataclass(frozen=True, slots=True)
class RunningCramp:
    """A cramp that is timed now."""

    start: CrampStart
    cramp: Cramp
    """As the night holds it, with its key."""
