"""Where and when it cramps, on page one: the legs with their counts, the hours, and what more than half of the cramps share."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from operator import itemgetter
from statistics import median
from typing import TYPE_CHECKING, TypeVar

from diary.analysis.hours import hours_of_night
from diary.language import tr
from diary.model.mornings import noon_before
from diary.report.drawings import LEGS
from diary.report.places import place_words
from diary.report.sections import PictureBlock

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from diary.charts.make import ChartDrawing
    from diary.report.material import BlockSource
    from diary.report.period_nights import PeriodNights

Item = TypeVar("Item")

AROUND = 90
"""Cramps are said to come around an hour where more than half of all lie within so many minutes of the median."""
LEAST_FOR_USUAL = 3
"""With fewer cramps than these, none is called usual."""
NAMED_HOURS = 4
"""Every so many hours one is named."""


@dataclass(frozen=True, slots=True)
class HourBar:
    """The cramps of one hour of the night."""

    hour: str
    cramps: int
    is_named: bool
    """Whether its hour stands below it."""


@dataclass(frozen=True, slots=True)
class PlaceBlock:
    """The block; empty of hours where no time was told."""

    usual: str
    """“Usually in the left calf, around 03:00”; empty where nothing is usual."""
    legs: PictureBlock | None
    hours: tuple[HourBar, ...]
    untimed: str
    """How many cramps have no place among the hours; empty where all have."""


def place_block(source: BlockSource, drawings: Mapping[str, ChartDrawing]) -> PlaceBlock | None:
    """The block of a report; None where there was no cramp."""
    nights = source.nights
    if not nights.cramps:
        return None
    hours = hours_of_night(nights.known_nights, nights.period)
    bars = tuple(
        HourBar(f"{each.hour:02}", each.cramps, place % NAMED_HOURS == 0) for place, each in enumerate(hours.hours)
    )
    missing = len(nights.cramps) - hours.cramps_in_hours
    return PlaceBlock(
        usual_words(nights),
        PictureBlock(LEGS, drawings[LEGS].alternative) if LEGS in drawings else None,
        bars if hours.cramps_in_hours else (),
        tr("{n} of {all} without a time here").format(n=missing, all=len(nights.cramps)) if missing else "",
    )


def usual_words(nights: PeriodNights) -> str:
    """What more than half of all the cramps are, answered about it or not; empty where nothing is.

    A pair of muscle and side is named only where more than half are that pair.
    """
    if len(nights.cramps) < LEAST_FOR_USUAL:
        return ""
    words = ", ".join(each for each in (_where(nights), _when(nights)) if each)
    return tr("Usually {what}.").format(what=words) if words else ""


def _where(nights: PeriodNights) -> str:
    cramps = len(nights.cramps)
    place = _usual(nights.cramp_values(lambda cramp: (cramp.muscle, cramp.side) if cramp.side else None), cramps)
    muscle, side = place or (_usual(nights.cramp_values(lambda cramp: cramp.muscle), cramps), None)
    return place_words(muscle, side) if muscle else ""


def _when(nights: PeriodNights) -> str:
    minutes = [
        (cramp.at - noon_before(night.morning)).total_seconds() / 60
        for night in nights.known_nights
        for cramp in night.cramps or ()
        if cramp.at
    ]
    if not minutes:
        return ""
    middle = median(minutes)
    if 2 * sum(abs(minute - middle) <= AROUND for minute in minutes) <= len(nights.cramps):
        return ""
    return tr("around {hour}:00").format(hour=f"{(12 + int(middle / 60 + 0.5)) % 24:02}")


def _usual(values: Sequence[Item], whole: int) -> Item | None:
    """The value of more than half of so many; None where there is none."""
    common, count = max(Counter(values).items(), key=itemgetter(1), default=(None, 0))
    return common if count * 2 > whole else None
