"""What two diaries know of the person made one, as nights are: field by field, entry by entry, answer by answer."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any

from diary.language import mark, tr
from diary.model.exposures import exposures_by_key, exposures_of
from diary.model.merging import Differing, Disagreement, Merge
from diary.model.profile import (
    SEX_NAMES,
    Condition,
    FirstCramp,
    Medicine,
    Pregnancy,
    Profile,
    Sex,
    Treatment,
)
from diary.model.profile_questions import COMES_WITH, LISTS, USUAL_CRAMP, ProfileAnswer
from diary.model.same_name import name_key
from diary.model.suspicion import Suspicion
from diary.model.telling_apart import TELLING_APART
from diary.model.warning_signs import WARNING_SIGNS

if TYPE_CHECKING:
    from collections.abc import Callable

QUESTION_NAMES = {each.key: each.name for each in (*COMES_WITH, *USUAL_CRAMP, *TELLING_APART, *WARNING_SIGNS, *LISTS)}


@dataclass(frozen=True, slots=True)
class MergedProfile:
    """A profile made of two."""

    profile: Profile
    disagreements: tuple[Disagreement, ...] = ()


ENTRIES: dict[str, Callable[[Any], str]] = {
    "conditions": lambda condition: condition.key,
    "medicines": lambda medicine: name_key(f"{medicine.name} {medicine.started or ''}"),
    "treatments": lambda treatment: name_key(f"{treatment.what} {treatment.started or ''}"),
}
"""The lists of the profile, and what tells their entries apart."""
FIELD_NAMES = {
    "name": mark("Name or initials"),
    "year_of_birth": mark("Year of birth"),
    "sex": mark("Sex"),
    "first_cramp": mark("First cramp"),
    "doctor_questions": mark("Questions to the doctor"),
    "emergency_number": mark("Emergency number"),
    "suspicion": mark("What you suspect"),
    "conditions": mark("Conditions"),
    "medicines": mark("Medicines"),
    "treatments": mark("What you tried"),
}


def merge_profiles(here: Profile, there: Profile, differing: Differing) -> MergedProfile:
    """What the diary and the file know of the person as one."""
    merge = Merge(tr("About you"), differing)
    values: dict[str, Any] = {
        name: _merged_entries(name, getattr(here, name), getattr(there, name), merge) for name in ENTRIES
    }
    values["answers"] = _merged_answers(here, there, merge)
    values["pregnancy"], values["not_pregnant"] = _merged_pregnancy(here, there, merge)
    for each in fields(Profile):
        if each.name not in values:
            values[each.name] = _merged_field(each.name, getattr(here, each.name), getattr(there, each.name), merge)
    return MergedProfile(replace(here, **values), tuple(merge.disagreements))


def _merged_pregnancy(here: Profile, there: Profile, merge: Merge) -> tuple[Pregnancy | None, dt.date | None]:
    """One answer of two fields: a pregnancy, or the day on which there was none."""
    ours, theirs = (here.pregnancy, here.not_pregnant), (there.pregnancy, there.not_pregnant)
    noted, theirs_noted = _noted_on(here), _noted_on(there)
    if theirs_noted is None or theirs == ours:
        return ours
    if noted is None:
        return theirs
    words = (_pregnancy_words(here, noted), _pregnancy_words(there, theirs_noted))
    return theirs if merge.takes(tr("Pregnancy"), *words, is_later=theirs_noted > noted) else ours


def _noted_on(profile: Profile) -> dt.date | None:
    """The day on which it was answered; None where it was not."""
    return profile.pregnancy.noted_on if profile.pregnancy else profile.not_pregnant


def _pregnancy_words(profile: Profile, noted_on: dt.date) -> str:
    if profile.pregnancy is None:
        return tr("not pregnant on {day}").format(day=noted_on.isoformat())
    if profile.pregnancy.weeks is None:
        return tr("pregnant on {day}").format(day=noted_on.isoformat())
    return tr("pregnant, week {n} on {day}").format(n=profile.pregnancy.weeks, day=noted_on.isoformat())


def _merged_field(name: str, ours: Any, theirs: Any, merge: Merge) -> Any:
    if theirs in (None, "", ()) or theirs == ours:
        return ours
    if ours in (None, "", ()):
        return theirs
    return theirs if merge.takes(tr(FIELD_NAMES[name]), _value_words(ours), _value_words(theirs)) else ours


def _merged_entries(name: str, ours: tuple[Any, ...], theirs: tuple[Any, ...], merge: Merge) -> tuple[Any, ...]:
    identity = ENTRIES[name]
    new = {identity(entry): _without_place(entry) for entry in theirs}
    merged = []
    for mine in ours:  # two entries of the diary that have the same name both stay
        entry = new.pop(identity(mine), None)
        is_taken = (
            entry is not None
            and entry != _without_place(mine)
            and merge.takes(
                tr(FIELD_NAMES[name]), _value_words(mine), _value_words(entry), is_later=entry.noted_on > mine.noted_on
            )
        )
        merged.append(_in_place_of(mine, entry) if is_taken else mine)
    return (*merged, *new.values())


def _without_place(entry: Any) -> Any:
    return replace(entry, key=None) if isinstance(entry, Medicine | Treatment) else entry


def _in_place_of(mine: Any, entry: Any) -> Any:
    return replace(entry, key=mine.key) if isinstance(mine, Medicine | Treatment) else entry


def _value_words(value: Any) -> str:
    if isinstance(value, tuple):
        return "; ".join(map(str, value))
    if isinstance(value, Suspicion):
        return _exposure_name(value.key)
    words = _entry_words(value)
    return words or (value.isoformat() if isinstance(value, dt.date) else str(value))


def _entry_words(value: Any) -> str:
    """What has a name of its own by it; nothing for what has none."""
    match value:
        case Medicine():
            return " ".join(word for word in (value.name, value.dose) if word)
        case Treatment():
            return value.what
        case Condition():
            return value.name
        case Sex():
            return tr(SEX_NAMES[value])
        case FirstCramp():
            return str(value.when)
        case _:
            return ""


def _exposure_name(key: str) -> str:
    """The name of what nights are compared by; of an own question, whose words are not known here, its key."""
    exposure = exposures_by_key(exposures_of()).get(key)
    return tr(exposure.name) if exposure else key


def _merged_answers(here: Profile, there: Profile, merge: Merge) -> dict[str, ProfileAnswer]:
    answers = dict(here.answers)
    for key, theirs in there.answers.items():
        ours = answers.get(key)
        is_same_later = (
            ours is not None
            and ours.yes == theirs.yes
            and merge.differing is Differing.LATER
            and theirs.noted_on > ours.noted_on
        )
        if (
            ours is None
            or is_same_later
            or (
                ours.yes != theirs.yes
                and merge.takes(
                    tr(QUESTION_NAMES[key]),
                    _yes_or_no(ours),
                    _yes_or_no(theirs),
                    is_later=theirs.noted_on > ours.noted_on,
                )
            )
        ):
            answers[key] = theirs
    return answers


def _yes_or_no(answer: ProfileAnswer) -> str:
    return tr("yes") if answer.yes else tr("no")
