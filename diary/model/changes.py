"""What changed on which day: the person's own markers, and when medicines were begun and stopped."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.language import tr
from diary.model.profile import Marker

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diary.model.profile import Medicine, Profile


@dataclass(frozen=True, slots=True)
class DatedChange:
    """Something that changed on a day."""

    day: dt.date
    text: str
    marker: Marker | None = None
    """The person's own, to be changed where it is shown; None where the profile tells it."""


def changes(profile: Profile, markers: Iterable[Marker]) -> tuple[DatedChange, ...]:
    """What changed on which day, oldest first."""
    entries = [DatedChange(marker.day, marker.text, marker) for marker in markers]
    for medicine in profile.medicines:
        entries += _of_medicine(medicine)
    return tuple(sorted(entries, key=lambda change: (change.day, change.text)))


def _of_medicine(medicine: Medicine) -> list[DatedChange]:
    days = ((medicine.started, tr("{name} begun")), (medicine.stopped, tr("{name} stopped")))
    return [DatedChange(day, words.format(name=medicine.name)) for day, words in days if day]
