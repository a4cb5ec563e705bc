"""What a thermometer in the bedroom says of each night: the median of its readings while the person was in bed."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from diary.language import tr
from diary.model.errors import DiaryError
from diary.model.mornings import moment_in_night, morning_of, night_name
from diary.model.night import Answer, Night
from diary.model.preferences import TemperatureUnit, celsius_of
from diary.model.wall_time import to_the_minute, with_bare_offset

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

ROOM_TEMPERATURE = "room_temperature"
USUAL_BED_TIME = dt.time(23)
"""Where bed and wake time of a night are not both answered."""
USUAL_WAKE_TIME = dt.time(6)
LEAST_READINGS = 3
"""Fewer say too little of a night."""


class FewReadingsError(DiaryError):
    """A night of which a thermometer says too little."""

    def __init__(self) -> None:
        super().__init__(tr("The file has fewer than three readings between bed and wake time."))


class UnfinishedNightError(DiaryError):
    """A night of which more readings are to come."""

    def __init__(self) -> None:
        super().__init__(tr("This night is not over yet; take in a later file."))


@dataclass(frozen=True, slots=True)
class Reading:
    """What a thermometer said at a moment."""

    at: dt.datetime
    """With the zone of the person's clock."""
    degrees: float


@dataclass(frozen=True, slots=True)
class RoomNights:
    """What readings tell of nights."""

    nights: tuple[Night, ...]
    """Each with its room temperature alone."""
    left_out: tuple[str, ...]
    """Which nights the readings do not tell, and why, in words."""


def room_nights(
    readings: Iterable[Reading], unit: TemperatureUnit, present: Mapping[dt.date, Night], now: dt.datetime
) -> RoomNights:
    """The room temperature of each night with readings; `present` has the diary's nights, for their bed and wake times."""
    by_morning: dict[dt.date, list[Reading]] = defaultdict(list)
    for reading in readings:
        by_morning[morning_of(_wall_time(reading))].append(reading)
    nights: list[Night] = []
    left_out: list[str] = []
    for morning in sorted(by_morning):
        try:
            nights.append(_night(present.get(morning, Night(morning)), by_morning[morning], unit, to_the_minute(now)))
        except DiaryError as refusal:
            left_out.append(f"{night_name(morning)}: {refusal}")
    return RoomNights(tuple(nights), tuple(left_out))


def _night(present: Night, readings: list[Reading], unit: TemperatureUnit, now: dt.datetime) -> Night:
    begin, end = _time_in_bed(present)
    if end > now:
        raise UnfinishedNightError
    in_bed = [reading for reading in readings if begin <= _wall_time(reading) <= end]
    if len(in_bed) < LEAST_READINGS:
        raise FewReadingsError
    celsius = celsius_of(median(reading.degrees for reading in in_bed), unit)
    measured_at = min(with_bare_offset(reading.at) for reading in in_bed)
    # A cramp that was logged while the thermometer still ran cannot have changed what it said.
    given_at = min(measured_at, present.logged_at) if present.logged_at else measured_at
    return Night(present.morning, answers={ROOM_TEMPERATURE: Answer(celsius, given_at)})


def _time_in_bed(night: Night) -> tuple[dt.datetime, dt.datetime]:
    bed_time, wake_time = night.value("bed_time"), night.value("wake_time")
    if isinstance(bed_time, dt.time) and isinstance(wake_time, dt.time):
        begin, end = moment_in_night(night.morning, bed_time), moment_in_night(night.morning, wake_time)
        if begin < end:
            return begin, end
    return moment_in_night(night.morning, USUAL_BED_TIME), moment_in_night(night.morning, USUAL_WAKE_TIME)


def _wall_time(reading: Reading) -> dt.datetime:
    return reading.at.replace(tzinfo=None, fold=0)
