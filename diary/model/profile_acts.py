"""The acts on what the profile holds once: name, year of birth, sex, pregnancy, answers, questions to the doctor.

An act is pure, as those on a night (night_acts.py): a profile in, the profile after it out, whatever the profile holds
when it is done. What the profile holds several of has acts in modules of its own: conditions, medicines, treatments.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import Protocol

from diary.language import mark, tr
from diary.model.errors import DiaryError
from diary.model.profile import MOST_QUESTIONS, FirstCramp, Pregnancy, Profile, Sex
from diary.model.profile_questions import ProfileAnswer
from diary.model.warning_signs import WARNING_SIGNS

WARNING_KEYS = frozenset(sign.key for sign in WARNING_SIGNS)


class PregnancyGoneError(DiaryError):
    """A week of a pregnancy that was taken back in the meantime."""

    def __init__(self) -> None:
        super().__init__(tr("The pregnancy was taken back in the meantime; answer it with yes again to give its week."))


class ProfileAct(Protocol):
    """One act on the profile."""

    @property
    def words(self) -> str:
        """What was done, for the list of what can be undone; in English, shown through gettext."""

    def on(self, profile: Profile, today: dt.date) -> Profile:
        """The profile after the act, done on this day. Raises a refusal where it cannot be."""


@dataclass(frozen=True, slots=True)
class SetName:
    """Give the name or the initials; an empty text takes them back."""

    name: str

    @property
    def words(self) -> str:
        """What was done."""
        return mark("Name saved") if self.name.strip() else mark("Name removed")

    def on(self, profile: Profile, _today: dt.date) -> Profile:
        """The profile with this name."""
        return replace(profile, name=self.name.strip())


@dataclass(frozen=True, slots=True)
class SetYearOfBirth:
    """Give the year of birth; None takes it back."""

    year: int | None

    @property
    def words(self) -> str:
        """What was done."""
        return mark("Year of birth removed") if self.year is None else mark("Year of birth saved")

    def on(self, profile: Profile, _today: dt.date) -> Profile:
        """The profile with this year."""
        return replace(profile, year_of_birth=self.year)


@dataclass(frozen=True, slots=True)
class SetSex:
    """Give the sex; None takes it back."""

    sex: Sex | None

    @property
    def words(self) -> str:
        """What was done."""
        return mark("Answer about sex removed") if self.sex is None else mark("Answer about sex saved")

    def on(self, profile: Profile, _today: dt.date) -> Profile:
        """The profile with this sex."""
        return replace(profile, sex=self.sex)


@dataclass(frozen=True, slots=True)
class AnswerPregnancy:
    """Say whether there is a pregnancy; None takes the answer back. A pregnancy that was noted already keeps its week."""

    yes: bool | None

    @property
    def words(self) -> str:
        """What was done."""
        return mark("Answer about pregnancy removed") if self.yes is None else mark("Answer about pregnancy saved")

    def on(self, profile: Profile, today: dt.date) -> Profile:
        """The profile with this answer."""
        if self.yes:
            return replace(profile, pregnancy=profile.pregnancy or Pregnancy(None, today), not_pregnant=None)
        return replace(profile, pregnancy=None, not_pregnant=None if self.yes is None else today)


@dataclass(frozen=True, slots=True)
class SetPregnancyWeek:
    """Say how many weeks along the pregnancy is today; None: the week is not known."""

    weeks: int | None

    @property
    def words(self) -> str:
        """What was done."""
        return mark("Week of pregnancy removed") if self.weeks is None else mark("Week of pregnancy saved")

    def on(self, profile: Profile, today: dt.date) -> Profile:
        """The profile with the pregnancy in this week. Raises PregnancyGoneError."""
        if profile.pregnancy is None:
            raise PregnancyGoneError
        return replace(profile, pregnancy=Pregnancy(self.weeks, today))


@dataclass(frozen=True, slots=True)
class SetProfileAnswer:
    """Answer a question with yes or no; None takes the answer back."""

    key: str
    """A key of YES_NO_QUESTIONS."""
    yes: bool | None

    @property
    def words(self) -> str:
        """What was done."""
        if self.key in WARNING_KEYS:
            return mark("Answer to a warning sign removed") if self.yes is None else mark("Warning sign answered")
        if self.yes is None:
            return mark("Answer about your cramps removed")
        return mark("Answer about your cramps saved")

    def on(self, profile: Profile, today: dt.date) -> Profile:
        """The profile with this answer beside the others."""
        others = {key: answer for key, answer in profile.answers.items() if key != self.key}
        return replace(
            profile, answers=others if self.yes is None else {**others, self.key: ProfileAnswer(self.yes, today)}
        )


@dataclass(frozen=True, slots=True)
class SetFirstCrampYear:
    """Give the year of the first cramp ever; None takes it back. The year of the day that is noted leaves the day."""

    year: int | None

    @property
    def words(self) -> str:
        """What was done."""
        return mark("First cramp removed") if self.year is None else mark("First cramp saved")

    def on(self, profile: Profile, today: dt.date) -> Profile:
        """The profile with a first cramp in this year."""
        if self.year is None:
            return replace(profile, first_cramp=None)
        if profile.first_cramp and profile.first_cramp.year == self.year:
            return profile
        return replace(profile, first_cramp=FirstCramp(self.year, today))


@dataclass(frozen=True, slots=True)
class SetFirstCrampDay:
    """Give the day of the first cramp ever; None takes the day back and leaves its year."""

    day: dt.date | None

    @property
    def words(self) -> str:
        """What was done."""
        return mark("Day of the first cramp removed") if self.day is None else mark("First cramp saved")

    def on(self, profile: Profile, today: dt.date) -> Profile:
        """The profile with a first cramp on this day, or in the year that is noted."""
        if self.day:
            return replace(profile, first_cramp=FirstCramp(self.day, today))
        if profile.first_cramp is None:
            return profile
        return replace(profile, first_cramp=FirstCramp(profile.first_cramp.year, today))


@dataclass(frozen=True, slots=True)
class WriteDoctorQuestion:
    """Write one of the questions to the doctor; an empty text takes it back."""

    line: int
    """From 0 on."""
    text: str

    @property
    def words(self) -> str:
        """What was done."""
        if self.text.strip():
            return mark("Question to the doctor saved")
        return mark("Question to the doctor removed")

    def on(self, profile: Profile, _today: dt.date) -> Profile:
        """The profile with this text in its line; the others keep theirs."""
        lines = [*profile.doctor_questions, *[""] * MOST_QUESTIONS][:MOST_QUESTIONS]
        lines[self.line] = self.text.strip()
        return replace(profile, doctor_questions=tuple(lines))


@dataclass(frozen=True, slots=True)
class SetEmergencyNumber:
    """Choose the emergency number; an empty text takes the choice back."""

    number: str

    @property
    def words(self) -> str:
        """What was done."""
        return mark("Emergency number saved") if self.number.strip() else mark("Emergency number removed")

    def on(self, profile: Profile, _today: dt.date) -> Profile:
        """The profile with this number."""
        return replace(profile, emergency_number=self.number.strip())
