"""The person: what does not change from night to night. Every entry is dated.

Conditions and medicines are for the doctor's page; the diary never tests them.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from diary.language import mark, tr
from diary.model.errors import (
    BackwardsError,
    DateInFutureError,
    EmptyTextError,
    NotWholeError,
    OutOfRangeError,
    TextTooLongError,
)

OLDEST_AGE = 120
MOST_NAME = 200
LONGEST_PREGNANCY = 43
"""Weeks."""


class Sex(StrEnum):
    """As the person gives it."""

    FEMALE = "female"
    MALE = "male"
    OTHER = "other"


SEX_NAMES = {Sex.FEMALE: mark("Female"), Sex.MALE: mark("Male"), Sex.OTHER: mark("Other")}

CONDITIONS = {
    "arteriosclerosis": mark("Narrowed arteries in the legs (arteriosclerosis)"),
    "lumbar_spine": mark("Slipped disc or worn lower spine"),
    "diabetes": mark("Diabetes"),
    "high_blood_pressure": mark("High blood pressure"),
    "kidney": mark("Kidney disease or dialysis"),
    "liver": mark("Liver cirrhosis"),
    "thyroid": mark("Thyroid disease"),
    "spinal_stenosis": mark("Narrow spinal canal (stenosis)"),
    "nerve_damage": mark("Nerve damage (neuropathy)"),
    "heart": mark("Heart disease"),
    "varicose_veins": mark("Varicose veins"),
    "parkinson": mark("Parkinson's disease"),
}
"""Conditions that are asked: the article's first, then others linked with cramps in the literature."""


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition that the person has."""

    key: str
    """A key of CONDITIONS."""
    noted_on: dt.date
    since: int | None = None
    """The year it began, as far as known."""

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        if self.key not in CONDITIONS:
            raise EmptyTextError(tr("The condition"))
        if self.since is not None and not 1900 <= self.since <= self.noted_on.year:
            raise OutOfRangeError(tr("The year since when"), self.since, 1900, self.noted_on.year)


@dataclass(frozen=True, slots=True)
class Medicine:
    """A medicine or supplement, as the person takes or took it."""

    name: str
    noted_on: dt.date
    dose: str = ""
    started: dt.date | None = None
    stopped: dt.date | None = None
    key: int | None = None
    """Its place in the diary; None until it is kept."""

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        if not self.name.strip():
            raise EmptyTextError(tr("The name of the medicine"))
        if len(self.name) > MOST_NAME or len(self.dose) > MOST_NAME:
            raise TextTooLongError(tr("The name or dose of a medicine"), MOST_NAME)
        if self.started and self.stopped and self.stopped < self.started:
            raise BackwardsError(self.started, self.stopped)


@dataclass(frozen=True, slots=True)
class Pregnancy:
    """How far a pregnancy was on the day it was noted."""

    weeks: int
    noted_on: dt.date

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        if not 0 <= self.weeks <= LONGEST_PREGNANCY:
            raise OutOfRangeError(tr("Pregnancy"), self.weeks, 0, LONGEST_PREGNANCY, tr("weeks"))


@dataclass(frozen=True, slots=True)
class Marker:
    """Something that changed on a day: “new mattress”."""

    day: dt.date
    text: str
    key: int | None = None
    """Its place in the diary; None until it is kept."""

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        if not self.text.strip():
            raise EmptyTextError(tr("The marker"))
        if len(self.text) > MOST_NAME:
            raise TextTooLongError(tr("A marker"), MOST_NAME)


@dataclass(frozen=True, slots=True)
class Profile:
    """What the person told of themselves, as it stands now."""

    name: str = ""
    """Name or initials for the report's head."""
    year_of_birth: int | None = None
    sex: Sex | None = None
    pregnancy: Pregnancy | None = None
    conditions: tuple[Condition, ...] = ()
    medicines: tuple[Medicine, ...] = ()

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        if len(self.name) > MOST_NAME:
            raise TextTooLongError(tr("A name"), MOST_NAME)
        if self.year_of_birth is not None and self.year_of_birth != int(self.year_of_birth):
            raise NotWholeError(tr("The year of birth"), self.year_of_birth, 1)

    def refuse_future(self, today: dt.date) -> None:
        """Refuse what cannot be on this day."""
        if self.year_of_birth is not None and not today.year - OLDEST_AGE <= self.year_of_birth <= today.year:
            raise OutOfRangeError(tr("The year of birth"), self.year_of_birth, today.year - OLDEST_AGE, today.year)
        for medicine in self.medicines:
            if medicine.started and medicine.started > today:
                raise DateInFutureError(tr("The start of {name}").format(name=medicine.name), medicine.started)
