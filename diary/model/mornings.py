"""Which night a moment belongs to, and how a night is named on screen.

A night is keyed by the date of the morning on which it ends and runs from noon to noon, local wall time: from 12:00
on, a moment belongs to the next date's morning. Nothing here reads the clock; the moment is passed in.
"""

from __future__ import annotations

import datetime as dt

from diary.language import mark, tr

NOON = dt.time(12)
DAY = dt.timedelta(days=1)
NIGHT_UNDER_WAY_UNTIL = dt.time(4)
"""Before this hour the night under way is the one to log, not the one before it."""
EARLIEST_MORNING = dt.date(1900, 1, 1)
"""No night before it can be logged."""
EVENING_FROM = dt.time(18)
"""From this hour the coming night can be prepared."""
IN_BED_UNTIL = dt.time(10)
"""Until this hour, from the evening on, a person may be in bed, and have a cramp just now."""
DARK_UNTIL, DARK_FROM = dt.time(6), dt.time(22)
"""From the evening hour to the morning one the screen may turn to its night look by itself."""
PARTS_OF_DAY = (dt.time(0), NIGHT_UNDER_WAY_UNTIL, DARK_UNTIL, IN_BED_UNTIL, NOON, EVENING_FROM, DARK_FROM)
"""The times of day at which something on the screen changes by itself: each begins a part of the day."""

WEEKDAYS = (mark("Mon"), mark("Tue"), mark("Wed"), mark("Thu"), mark("Fri"), mark("Sat"), mark("Sun"))
DAY_NAMES = (
    mark("Monday"),
    mark("Tuesday"),
    mark("Wednesday"),
    mark("Thursday"),
    mark("Friday"),
    mark("Saturday"),
    mark("Sunday"),
)
MONTHS = (
    mark("Jan"),
    mark("Feb"),
    mark("Mar"),
    mark("Apr"),
    mark("May"),
    mark("Jun"),
    mark("Jul"),
    mark("Aug"),
    mark("Sep"),
    mark("Oct"),
    mark("Nov"),
    mark("Dec"),
)
MONTH_NAMES = (
    mark("January"),
    mark("February"),
    mark("March"),
    mark("April"),
    mark("May"),
    mark("June"),
    mark("July"),
    mark("August"),
    mark("September"),
    mark("October"),
    mark("November"),
    mark("December"),
)


def evening_of(morning: dt.date) -> dt.date:
    """The day on which the night to this morning begins; the calendar's first day has none before it."""
    return morning - DAY if morning > dt.date.min else morning


def noon_before(morning: dt.date) -> dt.datetime:
    """The noon at which the night to this morning begins."""
    return dt.datetime.combine(evening_of(morning), NOON)


def noon_after(morning: dt.date) -> dt.datetime:
    """The noon at which the night to this morning has ended."""
    return dt.datetime.combine(morning, NOON)


def moment_in_night(morning: dt.date, time: dt.time) -> dt.datetime:
    """The moment of a wall-clock time within the night: the evening before from noon on, else the morning."""
    return dt.datetime.combine(evening_of(morning) if time >= NOON else morning, time)


def morning_of(moment: dt.datetime) -> dt.date:
    """The morning of the night in which a moment of local wall time lies."""
    return moment.date() if moment.time() < NOON else moment.date() + DAY


def is_in_bed(now: dt.datetime) -> bool:
    """Whether a person may be in bed at this moment: from six in the evening to ten in the morning."""
    return now.time() < IN_BED_UNTIL or now.time() >= EVENING_FROM


def is_dark_hour(now: dt.datetime) -> bool:
    """Whether it is between ten in the evening and six in the morning."""
    return now.time() < DARK_UNTIL or now.time() >= DARK_FROM


def night_to_log(now: dt.datetime) -> dt.date:
    """The morning of the night that a person would log now.

    Between midnight and 04:00 it is the night under way; later in the day the night that ended this morning.
    """
    return now.date()


def coming_night(now: dt.datetime) -> dt.date:
    """The morning of the night that can be noted ahead: the one under way in the small hours, else the one that comes next."""
    return now.date() if now.time() < NIGHT_UNDER_WAY_UNTIL else now.date() + DAY


def latest_night(now: dt.datetime, *, logged: bool) -> dt.date:
    """The morning of the latest night that a count up to now holds; logged: whether the night to today's morning was.

    Until 04:00 the night under way is no gap yet, and counts only once it was logged.
    """
    today = now.date()
    return today - DAY if now.time() < NIGHT_UNDER_WAY_UNTIL and not logged else today


def nights_on_offer(now: dt.datetime) -> tuple[dt.date, ...]:
    """The mornings that Log offers now, the likeliest first.

    From 18:00 also the coming night; until 04:00 also the night before the one under way.
    """
    today = now.date()
    if now.time() < NIGHT_UNDER_WAY_UNTIL:
        return (today, today - DAY)
    if now.time() >= EVENING_FROM:
        return (today, today + DAY)
    return (today,)


def part_of_day(moment: dt.datetime) -> dt.time:
    """The time at which the part of the day that a moment lies in began."""
    return max(start for start in PARTS_OF_DAY if start <= moment.time())


def next_part_of_day(moment: dt.datetime) -> dt.datetime:
    """When the next part of the day begins, by a clock that nobody changes meanwhile."""
    starts = (dt.datetime.combine(day, start) for day in (moment.date(), moment.date() + DAY) for start in PARTS_OF_DAY)
    wall_time = moment.replace(tzinfo=None, fold=0)
    return min(start for start in starts if start > wall_time)


def night_name(morning: dt.date) -> str:
    """The night as both its days: “Sat 21 → Sun 22 Nov”, with the year where it is not told by the month."""
    evening = evening_of(morning)
    start = f"{tr(WEEKDAYS[evening.weekday()])} {evening.day}"
    if evening.month != morning.month:
        start += f" {tr(MONTHS[evening.month - 1])}"
    return f"{start} → {tr(WEEKDAYS[morning.weekday()])} {day_name(morning)}"


def two_days_name(morning: dt.date) -> str:
    """The night as both its days, short: “Mon 7 → Tue 8”; with the months only where they differ."""
    evening = evening_of(morning)
    if evening.month != morning.month:
        return night_name(morning)
    start, end = (f"{tr(WEEKDAYS[day.weekday()])} {day.day}" for day in (evening, morning))
    return f"{start} → {end}"


def day_name(day: dt.date, *, year: bool = False) -> str:
    """A date as “22 Nov”, or “22 Nov 2026”."""
    name = f"{day.day} {tr(MONTHS[day.month - 1])}"
    return f"{name} {day.year}" if year else name
