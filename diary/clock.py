"""The machine's clock, with a zone that knows the hours which a clock change repeats or skips."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable

Clock = Callable[[], dt.datetime]
"""Gives the present moment with its time zone."""


class MachineZone(dt.tzinfo):
    """The zone that the machine is in, asked anew each time: a person who travels sets it while the diary is open.

    `datetime.astimezone()` alone gives a bare offset, which cannot say whether 02:55 was an hour ago as well.
    """

    def utcoffset(self, moment: dt.datetime | None, /) -> dt.timedelta | None:
        """How far the wall time, in the reading that `fold` names, is ahead of UTC."""
        return None if moment is None else moment.replace(tzinfo=None).astimezone().utcoffset()

    def dst(self, _moment: dt.datetime | None, /) -> dt.timedelta | None:
        """Not known; nothing asks for it."""
        return None

    def tzname(self, moment: dt.datetime | None, /) -> str | None:
        """What the machine calls the zone at this moment."""
        return None if moment is None else moment.replace(tzinfo=None).astimezone().tzname()

    def fromutc(self, moment: dt.datetime, /) -> dt.datetime:
        """The wall time of a moment of UTC, in the second reading where the first one is past."""
        machine_time = moment.replace(tzinfo=dt.UTC).astimezone()
        first = machine_time.replace(tzinfo=self)
        return first if first.utcoffset() == machine_time.utcoffset() else first.replace(fold=1)


MACHINE_ZONE = MachineZone()


def local_now() -> dt.datetime:
    """The present moment with the machine's zone, as that is set now."""
    if hasattr(time, "tzset"):  # not on Windows; elsewhere the C library reads the zone once and keeps it
        time.tzset()
    return dt.datetime.now(dt.UTC).astimezone(MACHINE_ZONE)
