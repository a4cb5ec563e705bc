"""What changes in the profile and among the markers with each touch in Settings: the old value in, the new one out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from diary.model.profile import (
    CONDITIONS,
    MOST_QUESTIONS,
    Condition,
    FirstCramp,
    Marker,
    Medicine,
    Pregnancy,
    Profile,
    Treatment,
)
from diary.model.profile_questions import ProfileAnswer

if TYPE_CHECKING:
    import datetime as dt


def is_pregnant(profile: Profile) -> bool | None:
    """Whether there is a pregnancy; None: not answered."""
    if profile.pregnancy:
        return True
    return False if profile.not_pregnant else None


def with_pregnant(profile: Profile, yes: bool | None, noted_on: dt.date) -> Profile:
    """The profile with whether there is a pregnancy; None: not answered. A pregnancy told before keeps its week."""
    if yes:
        return replace(profile, pregnancy=profile.pregnancy or Pregnancy(None, noted_on), not_pregnant=None)
    return replace(profile, pregnancy=None, not_pregnant=None if yes is None else noted_on)


def with_weeks(profile: Profile, weeks: int | None, noted_on: dt.date) -> Profile:
    """The profile with a pregnancy this many weeks along on this day; None: the week is not known."""
    return replace(profile, pregnancy=Pregnancy(weeks, noted_on), not_pregnant=None)


def with_answer(profile: Profile, key: str, yes: bool | None, noted_on: dt.date) -> Profile:
    """The profile with this question answered on this day; None: not answered."""
    answers = {asked: answer for asked, answer in profile.answers.items() if asked != key}
    return replace(profile, answers=answers if yes is None else {**answers, key: ProfileAnswer(yes, noted_on)})


def with_first_cramp(profile: Profile, when: int | dt.date | None, noted_on: dt.date) -> Profile:
    """The profile with the year or day of the first cramp ever."""
    return replace(profile, first_cramp=None if when is None else FirstCramp(when, noted_on))


def with_doctor_question(profile: Profile, line: int, text: str) -> Profile:
    """The profile with this text in one line of the questions to the doctor, from 0 on."""
    lines = [*profile.doctor_questions, *[""] * MOST_QUESTIONS][:MOST_QUESTIONS]
    lines[line] = text.strip()
    return replace(profile, doctor_questions=tuple(lines))


def with_tried(profile: Profile, what: str, noted_on: dt.date) -> Profile:
    """The profile with one more thing that was tried."""
    return replace(profile, treatments=(*profile.treatments, Treatment(what.strip(), noted_on)))


def amend_tried(profile: Profile, key: int | None, **fields: Any) -> Profile:
    """The profile with more told of what was tried and is kept under this key."""
    return replace(
        profile, treatments=tuple(replace(each, **fields) if each.key == key else each for each in profile.treatments)
    )


def without_tried(profile: Profile, key: int | None) -> Profile:
    """The profile without this thing that was tried."""
    return replace(profile, treatments=tuple(each for each in profile.treatments if each.key != key))


def with_condition(profile: Profile, key: str, noted_on: dt.date) -> Profile:
    """The profile with this condition, in the order in which conditions are asked."""
    conditions = {condition.key: condition for condition in profile.conditions}
    conditions.setdefault(key, Condition(key, noted_on))
    return replace(profile, conditions=tuple(conditions[each] for each in CONDITIONS if each in conditions))


def without_condition(profile: Profile, key: str) -> Profile:
    """The profile without this condition."""
    return replace(profile, conditions=tuple(each for each in profile.conditions if each.key != key))


def condition_since(profile: Profile, key: str, since: int | None) -> Profile:
    """The profile with the year in which this condition began."""
    return replace(
        profile,
        conditions=tuple(replace(each, since=since) if each.key == key else each for each in profile.conditions),
    )


def with_medicine(profile: Profile, name: str, noted_on: dt.date) -> Profile:
    """The profile with one more medicine."""
    return replace(profile, medicines=(*profile.medicines, Medicine(name.strip(), noted_on)))


def amend_medicine(profile: Profile, key: int | None, **fields: Any) -> Profile:
    """The profile with more told of the medicine that is kept under this key."""
    return replace(
        profile, medicines=tuple(replace(each, **fields) if each.key == key else each for each in profile.medicines)
    )


def without_medicine(profile: Profile, key: int | None) -> Profile:
    """The profile without this medicine."""
    return replace(profile, medicines=tuple(each for each in profile.medicines if each.key != key))


def with_marker(markers: tuple[Marker, ...], text: str, day: dt.date) -> tuple[Marker, ...]:
    """The markers with one more."""
    return (*markers, Marker(day, text.strip()))


def amend_marker(markers: tuple[Marker, ...], key: int | None, **fields: Any) -> tuple[Marker, ...]:
    """The markers with this one's day or text changed."""
    return tuple(replace(each, **fields) if each.key == key else each for each in markers)


def without_marker(markers: tuple[Marker, ...], key: int | None) -> tuple[Marker, ...]:
    """The markers without this one."""
    return tuple(each for each in markers if each.key != key)
