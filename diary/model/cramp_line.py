"""A night's cramps as they are typed in one line: “0”, “2”, “2 3:10 4:30”."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from diary.language import tr
from diary.model.clock_text import TimeOf, clock_from_text
from diary.model.errors import WrongKindError
from diary.model.night import MOST_CRAMPS
from diary.model.plain_characters import plain_characters


@dataclass(frozen=True, slots=True)
class CrampLine:
    """How many cramps, and when the first of them were."""

    count: int
    times: tuple[dt.time, ...] = ()


def cramp_line_from_text(text: str) -> CrampLine:
    """The cramps of a typed line. Raises a refusal in words."""
    what = tr("How many cramps")
    number, *times = plain_characters(text).split() or [""]
    if not number.isdecimal() or int(number) > MOST_CRAMPS or len(times) > int(number):
        raise WrongKindError(what, text, tr("a number from 0 to {most}, then their times").format(most=MOST_CRAMPS))
    return CrampLine(int(number), tuple(clock_from_text(time, what, TimeOf.CRAMP) for time in times))
