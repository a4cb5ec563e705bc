"""The person: what does not change from night to night. Every entry is dated.

Conditions and medicines are for the doctor's page; the diary never tests them. What is asked to be answered yes or
no stands in modules of its own (profile_questions, telling_apart, warning_signs).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from diary.language import mark, tr
from diary.model.clean_text import clean_fields, clean_line, clean_number, clean_paragraphs
from diary.model.errors import (
    DateInFutureError,
    EmptyTextError,
    NotANumberToCallError,
    NotWholeError,
    OutOfRangeError,
    TextTooLongError,
    UnknownQuestionError,
)
from diary.model.period import Period
from diary.model.profile_questions import COMES_WITH, LISTS, USUAL_CRAMP, ProfileAnswer
from diary.model.suspicion import Suspicion
from diary.model.telling_apart import TELLING_APART
from diary.model.warning_signs import WARNING_SIGNS

OLDEST_AGE = 120
MOST_NAME = 200
MOST_STORY = 1000
"""Characters of how something went that was tried."""
LONGEST_PREGNANCY = 43
"""Weeks."""
MOST_QUESTIONS = 3
"""To the doctor."""
EMERGENCY_NUMBER = "112"
"""Where the person gave none."""
EMERGENCY_PLACES = {
    "112": mark("Europe, India"),
    "911": mark("North America"),
    "999": mark("United Kingdom"),
    "000": mark("Australia"),
    "111": mark("New Zealand"),
    "119": mark("Japan, South Korea"),
}
"""Some of the numbers that countries have, with where: 111 calls an ambulance in one country and advice in another."""
YES_NO_QUESTIONS = frozenset(
    question.key for question in (*COMES_WITH, *USUAL_CRAMP, *TELLING_APART, *WARNING_SIGNS, *LISTS)
)
"""The keys of all that is answered yes or no."""


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
OTHER_CONDITION = "other"
"""The key of what is none of these, told in the person's own words."""


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition that the person has."""

    key: str
    """A key of CONDITIONS, or OTHER_CONDITION."""
    noted_on: dt.date
    since: int | None = None
    """The year it began, as far as known."""
    own_name: str = ""
    """Its name in the person's own words: of the other condition alone, and always there."""

    def __post_init__(self) -> None:
        """Clean its words, and refuse what cannot be."""
        clean_fields(self, "own_name")
        if self.key not in CONDITIONS and self.key != OTHER_CONDITION:
            raise EmptyTextError(tr("The condition"))
        if (self.key == OTHER_CONDITION) != bool(self.own_name.strip()):
            raise EmptyTextError(tr("The other condition"))
        if len(self.own_name) > MOST_NAME:
            raise TextTooLongError(tr("The other condition"), MOST_NAME)
        if self.since is not None and not 1900 <= self.since <= self.noted_on.year:
            raise OutOfRangeError(tr("The year since when"), self.since, 1900, self.noted_on.year)

    @property
    def name(self) -> str:
        """What it is called: as it is asked, or as the person calls it."""
        return self.own_name or tr(CONDITIONS[self.key])


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
    for_cramps: bool = False
    """Taken against the cramps."""
    supplement: bool = False

    def __post_init__(self) -> None:
        """Clean its words, and refuse what cannot be."""
        clean_fields(self, "name", "dose")
        if not self.name.strip():
            raise EmptyTextError(tr("The name of the medicine"))
        if len(self.name) > MOST_NAME or len(self.dose) > MOST_NAME:
            raise TextTooLongError(tr("The name or dose of a medicine"), MOST_NAME)
        Period.between(self.started, self.stopped)  # refuses an end before the start


@dataclass(frozen=True, slots=True)
class Pregnancy:
    """How far a pregnancy was on the day it was noted."""

    weeks: int | None
    """None: pregnant, and the week is not known."""
    noted_on: dt.date

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        if self.weeks is not None and not 0 <= self.weeks <= LONGEST_PREGNANCY:
            raise OutOfRangeError(tr("Pregnancy"), self.weeks, 0, LONGEST_PREGNANCY, tr("weeks"))

    def over_by(self, today: dt.date) -> bool:
        """Whether it must have ended by this day."""
        weeks_since = (today - self.noted_on).days // 7
        return (self.weeks or 0) + weeks_since > LONGEST_PREGNANCY


@dataclass(frozen=True, slots=True)
class FirstCramp:
    """When the first cramp ever was: the year, or the day where it is known."""

    when: int | dt.date
    noted_on: dt.date

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        if self.year != int(self.year):
            raise NotWholeError(tr("The year of the first cramp"), self.year, 1)
        if not 1900 <= self.year <= self.noted_on.year:
            raise OutOfRangeError(tr("The year of the first cramp"), self.year, 1900, self.noted_on.year)
        if isinstance(self.when, dt.date) and self.when > self.noted_on:
            raise DateInFutureError(tr("The first cramp"), self.when)

    @property
    def year(self) -> int:
        """The year in which it was."""
        return self.when.year if isinstance(self.when, dt.date) else self.when


class Helpfulness(StrEnum):
    """How something went that was tried against the cramps, in the person's own judgement."""

    HELPED = "helped"
    A_LITTLE = "a_little"
    NO_HELP = "no_help"
    NOT_KNOWN = "not_known"


HELPFULNESS_NAMES = {
    Helpfulness.HELPED: mark("Helped"),
    Helpfulness.A_LITTLE: mark("A little"),
    Helpfulness.NO_HELP: mark("No help"),
    Helpfulness.NOT_KNOWN: mark("Not known"),
}


@dataclass(frozen=True, slots=True)
class Treatment:
    """Something that the person tried against the cramps, and how it went."""

    what: str
    noted_on: dt.date
    verdict: Helpfulness | None = None
    """None: not answered, which is not the same as not known."""
    how: str = ""
    """How it went, in their own words."""
    started: dt.date | None = None
    stopped: dt.date | None = None
    key: int | None = None
    """Its place in the diary; None until it is kept."""

    def __post_init__(self) -> None:
        """Clean its words, and refuse what cannot be."""
        clean_fields(self, "what")
        clean_paragraphs(self, "how")
        if not self.what.strip():
            raise EmptyTextError(tr("What you tried"))
        if len(self.what) > MOST_NAME:
            raise TextTooLongError(tr("What you tried"), MOST_NAME)
        if len(self.how) > MOST_STORY:
            raise TextTooLongError(tr("How it went"), MOST_STORY)
        Period.between(self.started, self.stopped)  # refuses an end before the start


@dataclass(frozen=True, slots=True)
class Marker:
    """Something that changed on a day: “new mattress”."""

    day: dt.date
    text: str
    key: int | None = None
    """Its place in the diary; None until it is kept."""

    def __post_init__(self) -> None:
        """Clean its words, and refuse what cannot be."""
        clean_fields(self, "text")
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
    not_pregnant: dt.date | None = None
    """The day on which the person said that there is no pregnancy. With neither, it was not answered."""
    first_cramp: FirstCramp | None = None
    answers: Mapping[str, ProfileAnswer] = field(default_factory=dict)
    """What was answered yes or no, by the keys of YES_NO_QUESTIONS; what is absent was not answered."""
    treatments: tuple[Treatment, ...] = field(default=(), metadata={"alias": "tried"})
    doctor_questions: tuple[str, ...] = ()
    """What the person wants to ask, by its line; a line may be empty."""
    emergency_number: str = ""
    """Empty where none was chosen."""
    suspicion: Suspicion | None = None
    """The one thing that the person suspects, named before the first look."""

    def __post_init__(self) -> None:
        """Clean its words, and refuse what cannot be."""
        clean_fields(self, "name")
        object.__setattr__(self, "emergency_number", clean_number(self.emergency_number))
        object.__setattr__(self, "doctor_questions", tuple(map(clean_line, self.doctor_questions)))
        if len(self.name) > MOST_NAME:
            raise TextTooLongError(tr("A name"), MOST_NAME)
        if self.year_of_birth is not None and self.year_of_birth != int(self.year_of_birth):
            raise NotWholeError(tr("The year of birth"), self.year_of_birth, 1)
        for key in self.answers:
            if key not in YES_NO_QUESTIONS:
                raise UnknownQuestionError(key)
        if len(self.doctor_questions) > MOST_QUESTIONS:
            raise OutOfRangeError(tr("The number of questions"), len(self.doctor_questions), 0, MOST_QUESTIONS)
        if any(len(line) > MOST_NAME for line in self.doctor_questions):
            raise TextTooLongError(tr("A question"), MOST_NAME)
        if self.emergency_number and not re.fullmatch(r"\+?[0-9][0-9 -]{1,18}", self.emergency_number):
            raise NotANumberToCallError(self.emergency_number)

    @property
    def number_to_call(self) -> str:
        """The emergency number: the person's own choice, else the one that most countries share."""
        return self.emergency_number or EMERGENCY_NUMBER

    @property
    def asked_of_doctor(self) -> tuple[str, ...]:
        """The questions to the doctor, without empty lines."""
        return tuple(line.strip() for line in self.doctor_questions if line.strip())

    @property
    def is_pregnant(self) -> bool | None:
        """Whether there is a pregnancy; None: not answered."""
        if self.pregnancy:
            return True
        return False if self.not_pregnant else None

    @property
    def can_be_pregnant(self) -> bool:
        """Whether a pregnancy is told, or nothing that rules it out."""
        return self.pregnancy is not None or (self.sex is not Sex.MALE and self.not_pregnant is None)

    def refuse_future(self, today: dt.date, before: Profile | None = None) -> None:
        """Refuse what cannot be on this day.

        What stood in the profile `before` is not asked again: it was told by another clock, or in another time zone.
        """
        earlier = before or Profile()
        if self.year_of_birth != earlier.year_of_birth:
            _refuse_year_of_birth(self.year_of_birth, today)
        if self.first_cramp != earlier.first_cramp:
            _refuse_first_cramp(self.first_cramp, today)
        if self.suspicion and self.suspicion != earlier.suspicion and self.suspicion.named_on > today:
            raise DateInFutureError(tr("The day on which a suspicion was named"), self.suspicion.named_on)
        starts = [
            (each.name, each.started) for each in self.medicines if _begins(each) not in map(_begins, earlier.medicines)
        ]
        starts += [
            (each.what, each.started)
            for each in self.treatments
            if _begins(each) not in map(_begins, earlier.treatments)
        ]
        for name, started in starts:
            if started and started > today:
                raise DateInFutureError(tr("The start of {name}").format(name=name), started)


def _begins(entry: Medicine | Treatment) -> tuple[int | None, dt.date | None]:
    """What tells whether the start of an entry was there before: the entry's key, and the start."""
    return entry.key, entry.started


def _refuse_year_of_birth(year: int | None, today: dt.date) -> None:
    if year is not None and not today.year - OLDEST_AGE <= year <= today.year:
        raise OutOfRangeError(tr("The year of birth"), year, today.year - OLDEST_AGE, today.year)


def _refuse_first_cramp(first: FirstCramp | None, today: dt.date) -> None:
    if first is None:
        return
    if first.year > today.year:
        raise OutOfRangeError(tr("The year of the first cramp"), first.year, 1900, today.year)
    if isinstance(first.when, dt.date) and first.when > today:
        raise DateInFutureError(tr("The first cramp"), first.when)
