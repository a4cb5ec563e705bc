"""When in the night it cramps, where, and what relieved it: counts of the cramps that were answered about it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from diary.language import mark, tr, trn
from diary.model.mornings import NOON
from diary.model.night import MUSCLE_NAMES, RELIEF_NAMES, SIDE_NAMES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from diary.report.period_nights import PeriodNights

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
    """How many cramps had one time, side, muscle or relief."""

    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Pattern:
    """How the cramps divide by one property: time of night, side, muscle or relief."""

    heading: str
    basis: str
    """How many of the cramps were answered about it, in words."""
    tallies: tuple[Tally, ...]


def patterns(nights: PeriodNights) -> tuple[Pattern, ...]:
    """The patterns by time of night, side, muscle and relief; none where no cramp was logged."""
    if not nights.cramps:
        return ()
    reliefs = nights.cramp_values(lambda cramp: cramp.relief)
    hours, sides = _parts_of_night(nights), nights.cramp_values(lambda cramp: cramp.side)
    muscles = nights.cramp_values(lambda cramp: cramp.muscle)
    return (
        Pattern(tr("Time of night"), _basis(nights, len(hours)), _ordered_tallies(hours, HOUR_NAMES)),
        Pattern(tr("Side"), _basis(nights, len(sides)), _ordered_tallies(sides, SIDE_NAMES)),
        Pattern(tr("Muscle"), _basis(nights, len(muscles)), _tallies_by_count(muscles, MUSCLE_NAMES)),
        Pattern(
            tr("What relieved it"),
            _basis(nights, len(reliefs)),
            _tallies_by_count([means for relief in reliefs for means in relief], RELIEF_NAMES),
        ),
    )


def _basis(nights: PeriodNights, count: int) -> str:
    if not count:
        return tr("not recorded")
    cramps = len(nights.cramps)
    return trn("{told} of {n} cramp", "{told} of {n} cramps", cramps).format(told=count, n=cramps)


def _parts_of_night(nights: PeriodNights) -> list[dt.time]:
    return [_part_of_night(moment.time()) for moment in nights.cramp_values(lambda cramp: cramp.at)]


def _part_of_night(time: dt.time) -> dt.time:
    if time >= NOON:
        return dt.time(0)
    return next(end for end in HOUR_NAMES if time < end)


def _ordered_tallies(keys: Sequence[Key], names: Mapping[Key, str]) -> tuple[Tally, ...]:
    """A tally for each name in their own order, also for names without a cramp; none where nothing was answered."""
    return tuple(Tally(tr(name), keys.count(key)) for key, name in names.items()) if keys else ()


def _tallies_by_count(keys: Sequence[Key], names: Mapping[Key, str]) -> tuple[Tally, ...]:
    """A tally for each name that has a cramp, the most frequent first, else in their own order."""
    present = [tally for tally in _ordered_tallies(keys, names) if tally.count]
    return tuple(sorted(present, key=lambda tally: -tally.count))
