"""A time of day as people type it. Half of the world says 10:30 for the evening: where both halves fit, it is asked."""

from __future__ import annotations

import datetime as dt
import re
from enum import StrEnum

from diary.language import tr
from diary.model.ambiguous import AmbiguousError
from diary.model.errors import WrongKindError
from diary.model.plain_characters import plain_characters

_TIME = re.compile(
    r"(?P<hour>\d{1,2})(?:(?: ?[:.,h] ?| )?(?P<minute>\d{2}))? ?h? ?(?:(?P<half>[ap])\.? ?(?:m\.?)?|o'?clock)?"
)
_SHORT_MINUTE = re.compile(r"(?P<hour>\d{1,2}) ?[:.,h] ?(?P<minute>\d)")
_NOON = frozenset({"noon", "12 noon", "midday"})
_MIDNIGHT = frozenset({"midnight", "12 midnight"})


class TimeOf(StrEnum):
    """What happened at a time: hours of a twelve-hour clock are read by it, where only one half can be meant."""

    BED = "bed"
    WAKE = "wake"
    CRAMP = "cramp"


_ASKED = {TimeOf.BED: range(6, 13), TimeOf.WAKE: range(0), TimeOf.CRAMP: range(9, 13)}
"""Hours that, typed bare, may be of either half of the day: of a night, 3 is no afternoon, but 11 may be before midnight."""


def clock_from_text(text: str, what: str, of: TimeOf = TimeOf.WAKE) -> dt.time:
    """A time typed as 3:10, 03.10, 3h10, 0310, 3, 3:10 pm, noon or 24:00. Raises WrongKindError or AmbiguousError."""
    entry = plain_characters(text).casefold()
    if entry in _NOON | _MIDNIGHT:
        return dt.time(12 if entry in _NOON else 0)
    if short_minute := _SHORT_MINUTE.fullmatch(entry):
        return _from_short_minute(short_minute, text, what, of)
    match = _TIME.fullmatch(entry)
    if match is None:
        raise _no_time(text, what)
    hour, minute = match["hour"], int(match["minute"] or 0)
    if match["half"]:
        return _in_half(int(hour), minute, text, what, late=match["half"] == "p")
    return _bare(hour, minute, text, what, of)


def clock_words(time: dt.time, of: TimeOf) -> str:
    """A time so that it is read as itself when it is typed again: 22:30, and 10:30 am where 10:30 would be asked."""
    if time.hour not in _ASKED[of]:
        return f"{time:%H:%M}"
    return f"{time:%H:%M} pm" if time.hour == 12 else f"{time.hour}:{time:%M} am"


def _no_time(text: str, what: str) -> WrongKindError:
    return WrongKindError(what, text, tr("a time like 22:30"))


def _in_half(hour: int, minute: int, text: str, what: str, *, late: bool) -> dt.time:
    if not 1 <= hour <= 12 or minute > 59:
        raise _no_time(text, what)
    return dt.time(hour % 12 + (12 if late else 0), minute)


def _bare(hour: str, minute: int, text: str, what: str, of: TimeOf) -> dt.time:
    number = int(hour)
    if number > 24 or minute > 59:
        raise _no_time(text, what)
    if not hour.startswith("0") and number in _ASKED[of]:
        early = dt.time(number % 12, minute)
        late = early.replace(hour=early.hour + 12)
        raise AmbiguousError(what, text, clock_words(early, of), clock_words(late, of))
    return dt.time(number % 24, minute)


def _from_short_minute(match: re.Match[str], text: str, what: str, of: TimeOf) -> dt.time:
    """3:5 lacks a digit, before or behind; 3:7 lacks it before, for no hour has seventy minutes."""
    digit = int(match["minute"])
    if digit > 5 or digit == 0:
        return _bare(match["hour"], digit, text, what, of)
    hour = int(match["hour"])
    if hour > 24:
        raise _no_time(text, what)
    raise AmbiguousError(what, text, f"{hour % 24:02}:0{digit}", f"{hour % 24:02}:{digit}0")
