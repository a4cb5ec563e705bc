"""Which answers the night itself cannot have coloured: those given before it, and what a thermometer says."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from diary.model.mornings import moment_in_night

if TYPE_CHECKING:
    from diary.model.exposure import Exposure
    from diary.model.factors import Catalogue
    from diary.model.night import Night

MEASURED = frozenset({"room_temperature"})
"""Read off a thermometer, whenever it is written down."""
OVERRULED = {"room_felt": "room_temperature"}
"""Answers that do not count where the other one is given."""


def is_before_the_night(night: Night, key: str) -> bool:
    """Whether a factor was answered before the night: before its midnight or its bed time, and before its first cramp."""
    answer = night.answers.get(key)
    if answer is None or night.late(key):
        return False
    given = answer.given_at.replace(tzinfo=None)
    cramps = [cramp.at for cramp in night.cramps or () if cramp.at]
    return given < _asleep_from(night) and all(given < at for at in cramps)


def is_settled_early(night: Night, exposure: Exposure) -> bool:
    """Whether all answers that the rule of an exposure reads were given before the night, or measured."""
    keys = [key for key in exposure.factors if key in night.answers and OVERRULED.get(key) not in night.answers]
    return all(key in MEASURED or is_before_the_night(night, key) for key in keys)


def can_be_settled_early(exposure: Exposure, catalogue: Catalogue) -> bool:
    """Whether all that the rule of an exposure reads can be answered before the night, or is measured."""
    return all(key in MEASURED or (key in catalogue and catalogue.get(key).evening) for key in exposure.factors)


def _asleep_from(night: Night) -> dt.datetime:
    """Midnight, or the bed time where that is later."""
    midnight = dt.datetime.combine(night.morning, dt.time())
    bed_time = night.value("bed_time")
    if not isinstance(bed_time, dt.time):
        return midnight
    return max(midnight, moment_in_night(night.morning, bed_time))
