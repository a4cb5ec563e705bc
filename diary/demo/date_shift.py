"""The made-up year, moved so that its last night is the one before today's."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from diary.exchange.own_json import load
from diary.model.mornings import DAY

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from diary.exchange.contents import Contents
    from diary.model.night import Answer, Cramp, Night
    from diary.model.profile import Condition, FirstCramp, Marker, Medicine, Profile, Treatment


def demo_contents(path: Path, today: dt.date) -> Contents:
    """The made-up year of this file as if it had ended yesterday: last night is still to be logged."""
    contents = load(path.read_bytes())
    return shift_dates(contents, today - DAY - contents.nights[-1].morning)


def shift_dates(contents: Contents, by: dt.timedelta) -> Contents:
    """The contents with every date later by whole days."""
    return replace(
        contents,
        nights=tuple(_shift_night(night, by) for night in contents.nights),
        profile=_shift_profile(contents.profile, by),
        markers=tuple(_shift_marker(marker, by) for marker in contents.markers),
    )


def _shift_night(night: Night, by: dt.timedelta) -> Night:
    return replace(
        night,
        morning=night.morning + by,
        cramps=None if night.cramps is None else tuple(_shift_cramp(cramp, by) for cramp in night.cramps),
        logged_at=night.logged_at and night.logged_at + by,
        answers={key: _shift_answer(answer, by) for key, answer in night.answers.items()},
    )


def _shift_cramp(cramp: Cramp, by: dt.timedelta) -> Cramp:
    return replace(cramp, at=cramp.at and cramp.at + by)


def _shift_answer(answer: Answer, by: dt.timedelta) -> Answer:
    return replace(answer, given_at=answer.given_at + by)


def _shift_marker(marker: Marker, by: dt.timedelta) -> Marker:
    return replace(marker, day=marker.day + by)


def _shift_profile(profile: Profile, by: dt.timedelta) -> Profile:
    pregnancy = profile.pregnancy
    return replace(
        profile,
        pregnancy=pregnancy and replace(pregnancy, noted_on=pregnancy.noted_on + by),
        conditions=tuple(_shift_condition(condition, by) for condition in profile.conditions),
        medicines=tuple(_shift_medicine(medicine, by) for medicine in profile.medicines),
        not_pregnant=profile.not_pregnant and profile.not_pregnant + by,
        first_cramp=profile.first_cramp and _shift_first_cramp(profile.first_cramp, by),
        answers={key: replace(answer, noted_on=answer.noted_on + by) for key, answer in profile.answers.items()},
        treatments=tuple(_shift_treatment(treatment, by) for treatment in profile.treatments),
    )


def _shift_first_cramp(first: FirstCramp, by: dt.timedelta) -> FirstCramp:
    """A day moves; a year that was told as a year stays."""
    when = first.when if isinstance(first.when, int) else first.when + by
    return replace(first, when=when, noted_on=first.noted_on + by)


def _shift_treatment(treatment: Treatment, by: dt.timedelta) -> Treatment:
    return replace(
        treatment,
        noted_on=treatment.noted_on + by,
        started=treatment.started and treatment.started + by,
        stopped=treatment.stopped and treatment.stopped + by,
    )


def _shift_condition(condition: Condition, by: dt.timedelta) -> Condition:
    return replace(condition, noted_on=condition.noted_on + by)


def _shift_medicine(medicine: Medicine, by: dt.timedelta) -> Medicine:
    return replace(
        medicine,
        noted_on=medicine.noted_on + by,
        started=medicine.started and medicine.started + by,
        stopped=medicine.stopped and medicine.stopped + by,
    )
