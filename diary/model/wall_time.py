"""Wall times around a clock change: an hour may come twice, or not at all.

A moment that is passed in carries a zone that knows its changes; one with a bare offset is taken as it stands.
"""

from __future__ import annotations

import datetime as dt

MINUTE = dt.timedelta(minutes=1)
FARTHEST_ON = dt.timezone(dt.timedelta(hours=14))
"""The zone of Kiritimati."""


def to_the_minute(moment: dt.datetime) -> dt.datetime:
    """The local wall time of a moment, to the minute, as nights and cramps are told."""
    return moment.replace(tzinfo=None, fold=0, second=0, microsecond=0)


def with_bare_offset(moment: dt.datetime) -> dt.datetime:
    """The same moment with its offset alone.

    Python compares two moments of one zone by their wall times, which run twice through the hour that a change repeats.
    """
    offset = moment.utcoffset()
    return moment.astimezone(dt.timezone(offset)) if offset is not None else moment.astimezone()


def latest_wall_time(moment: dt.datetime) -> dt.datetime:
    """The latest wall time, to the minute, that any clock of this zone has shown up to a moment.

    In the hour that the autumn clock change repeats this is the end of the hour's first pass, else the present minute:
    02:55 has been when it is 02:10 for the second time.
    """
    first_pass, second_pass = moment.replace(fold=0).utcoffset(), moment.replace(fold=1).utcoffset()
    if moment.fold == 0 or first_pass is None or second_pass is None or first_pass <= second_pass:
        return to_the_minute(moment)
    return _end_of_first_pass(moment, first_pass)


def latest_wall_time_on_earth(moment: dt.datetime) -> dt.datetime:
    """The wall time, to the minute, where the day is furthest on: what a file tells may have been told there."""
    return to_the_minute(moment.astimezone(FARTHEST_ON))


def _end_of_first_pass(moment: dt.datetime, offset: dt.timedelta) -> dt.datetime:
    """The last minute that was shown with the offset of before the change."""
    instant = moment.astimezone(dt.UTC).replace(second=0, microsecond=0)
    while instant.astimezone(moment.tzinfo).utcoffset() != offset:
        instant -= MINUTE
    return to_the_minute(instant.astimezone(moment.tzinfo))
