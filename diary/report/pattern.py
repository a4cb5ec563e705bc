"""When in the night it cramps, where, and what relieved it: counts of the cramps of which it was told."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from diary.language import mark, tr, trn
from diary.model.mornings import NOON
from diary.model.night import MUSCLE_NAMES, RELIEF_NAMES, SIDE_NAMES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from diary.report.counted import Counted

HOUR_NAMES = {
    dt.time(0): mark("before midnight"),
    dt.time(2): mark("midnight to 02"),
    dt.time(4): mark("02 to 04"),
    dt.time(6): mark("04 to 06"),
    NOON: mark("after 06"),
}
"""Parts of the night, by the time at which each ends."""

Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Tally:
    """How many cramps were so."""

    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Pattern:
    """One side of the cramps, counted."""

    heading: str
    told: str
    """Of how many cramps it was told."""
    tallies: tuple[Tally, ...]


def patterns(period: Counted) -> tuple[Pattern, ...]:
    """Time of night, side, muscle and relief."""
    relief = period.told(lambda cramp: cramp.relief)
    hours, sides = _parts_of_night(period), period.told(lambda cramp: cramp.side)
    muscles = period.told(lambda cramp: cramp.muscle)
    return (
        Pattern(tr("Time of night"), _told(period, len(hours)), _in_order(hours, HOUR_NAMES)),
        Pattern(tr("Side"), _told(period, len(sides)), _in_order(sides, SIDE_NAMES)),
        Pattern(tr("Muscle"), _told(period, len(muscles)), _most_first(muscles, MUSCLE_NAMES)),
        Pattern(
            tr("What relieved it"),
            _told(period, len(relief)),
            _most_first([one for each in relief for one in each], RELIEF_NAMES),
        ),
    )


def _told(period: Counted, told: int) -> str:
    if not told:
        return tr("not recorded")
    cramps = len(period.cramps)
    return trn("{told} of {n} cramp", "{told} of {n} cramps", cramps).format(told=told, n=cramps)


def _parts_of_night(period: Counted) -> list[dt.time]:
    return [_part_of_night(moment.time()) for moment in period.told(lambda cramp: cramp.at)]


def _part_of_night(time: dt.time) -> dt.time:
    if time >= NOON:
        return dt.time(0)
    return next(end for end in HOUR_NAMES if time < end)


def _in_order(told: Sequence[Key], names: Mapping[Key, str]) -> tuple[Tally, ...]:
    """All names, also those that were never told, in their own order; nothing where nothing was told."""
    return tuple(Tally(tr(name), told.count(key)) for key, name in names.items()) if told else ()


def _most_first(told: Sequence[Key], names: Mapping[Key, str]) -> tuple[Tally, ...]:
    """The names that were told, the most frequent first, else in their own order."""
    seen = [tally for tally in _in_order(told, names) if tally.count]
    return tuple(sorted(seen, key=lambda tally: -tally.count))
