"""Which backups are worth their room: the nearer the present, the closer together.

Of the newest two days every backup stays, for what went wrong was mostly done just now. Before these the newest of each
day, then of each week, then of each month. Days without a backup count for nothing: who did not open the diary for half
a year loses none by it. Days are those of UTC, for on a journey days of local time would move, and with them which
backup is the newest of one.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

DAYS, WEEKS, MONTHS = 12, 10, 9
"""How many days, weeks before these, and months before these, each keep their newest backup."""
GRACE = dt.timedelta(days=2)
MOST_IN_GRACE = 20
"""One an hour for the waking hours of a day and a few more; of a diary of ten years (10 MB) it is 200 MB."""

Period = tuple[int, ...]
"""A day, week or month, such that a later one is greater."""


AHEAD = dt.timedelta(days=1)
"""From which on a backup is of a time when the clock was ahead, or the present is one when it is behind."""


def lasting_moments(moments: Iterable[dt.datetime], now: dt.datetime) -> frozenset[dt.datetime]:
    """Those of the backups' moments that are worth their room. The newest always is, whatever the clock says.

    Backups that lie ahead are thinned among themselves: else those of a week in which the clock was a year ahead would
    take the room of every day of the year that follows.
    """
    moments = set(moments)
    ahead = {moment for moment in moments if moment - now > AHEAD}
    return _lasting(moments - ahead, now) | _lasting(ahead, now)


def _lasting(moments: set[dt.datetime], now: dt.datetime) -> frozenset[dt.datetime]:
    newest_first = sorted(moments, reverse=True)
    recent = [moment for moment in newest_first if abs(now - moment) <= GRACE][:MOST_IN_GRACE]
    lasting = set(recent)
    lasts: dict[Callable[[dt.datetime], Period], Period] = {}
    left = {_day: DAYS, _week: WEEKS, _month: MONTHS}
    for moment in newest_first:
        step = next((step for step in left if left[step]), None)
        if step is None:
            break
        if step in lasts and step(moment) >= lasts[step]:
            continue
        left[step] -= 1
        lasting.add(moment)
        lasts = {each: each(moment) for each in left}
    return frozenset(lasting)


def _day(moment: dt.datetime) -> Period:
    return (_in_utc(moment).toordinal(),)


def _week(moment: dt.datetime) -> Period:
    return _in_utc(moment).isocalendar()[:2]


def _month(moment: dt.datetime) -> Period:
    day = _in_utc(moment)
    return day.year, day.month


def _in_utc(moment: dt.datetime) -> dt.date:
    return moment.astimezone(dt.UTC).date()
