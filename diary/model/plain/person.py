"""The profile and the markers as plain data and back."""

from __future__ import annotations

import datetime as dt

from diary.model.plain.values import Plain, day
from diary.model.profile import (
    Condition,
    FirstCramp,
    Helpfulness,
    Marker,
    Medicine,
    Pregnancy,
    Profile,
    Sex,
    Tried,
)
from diary.model.profile_questions import ProfileAnswer


def plain_profile(profile: Profile) -> Plain:
    """A profile as plain data. What was added since the first schema is left out where it was not told."""
    pregnancy = profile.pregnancy
    plain = {
        "name": profile.name,
        "year_of_birth": profile.year_of_birth,
        "sex": profile.sex,
        "pregnancy": pregnancy and {"weeks": pregnancy.weeks, "noted_on": pregnancy.noted_on.isoformat()},
        "conditions": [
            {"key": one.key, "noted_on": one.noted_on.isoformat(), "since": one.since} for one in profile.conditions
        ],
        "medicines": [_plain_medicine(one) for one in profile.medicines],
    }
    later: Plain = {
        "not_pregnant": profile.not_pregnant and profile.not_pregnant.isoformat(),
        "first_cramp": profile.first_cramp and _plain_first_cramp(profile.first_cramp),
        "answers": {
            key: {"yes": told.yes, "noted_on": told.noted_on.isoformat()} for key, told in profile.answers.items()
        },
        "tried": [_plain_tried(one) for one in profile.tried],
        "doctor_questions": list(profile.doctor_questions),
        "emergency_number": profile.emergency_number,
    }
    return plain | {name: told for name, told in later.items() if told}


def _plain_medicine(medicine: Medicine) -> Plain:
    marks = {"for_cramps": medicine.for_cramps, "supplement": medicine.supplement}
    return {
        "name": medicine.name,
        "dose": medicine.dose,
        "noted_on": medicine.noted_on.isoformat(),
        "started": medicine.started and medicine.started.isoformat(),
        "stopped": medicine.stopped and medicine.stopped.isoformat(),
        "key": medicine.key,
    } | {name: True for name, marked in marks.items() if marked}


def _plain_first_cramp(first: FirstCramp) -> Plain:
    when = first.when.isoformat() if isinstance(first.when, dt.date) else first.when
    return {"when": when, "noted_on": first.noted_on.isoformat()}


def _plain_tried(tried: Tried) -> Plain:
    return {
        "what": tried.what,
        "noted_on": tried.noted_on.isoformat(),
        "verdict": tried.verdict,
        "how": tried.how,
        "started": tried.started and tried.started.isoformat(),
        "stopped": tried.stopped and tried.stopped.isoformat(),
        "key": tried.key,
    }


def profile_from_plain(plain: Plain) -> Profile:
    """A profile from plain data. Raises ValueError, KeyError or a refusal where it is not one."""
    pregnancy, first = plain.get("pregnancy"), plain.get("first_cramp")
    return Profile(
        name=plain.get("name", ""),
        year_of_birth=plain.get("year_of_birth"),
        sex=Sex(plain["sex"]) if plain.get("sex") else None,
        pregnancy=Pregnancy(pregnancy["weeks"], dt.date.fromisoformat(pregnancy["noted_on"])) if pregnancy else None,
        conditions=tuple(
            Condition(one["key"], dt.date.fromisoformat(one["noted_on"]), one.get("since"))
            for one in plain.get("conditions", ())
        ),
        medicines=tuple(_medicine_from_plain(one) for one in plain.get("medicines", ())),
        not_pregnant=day(plain.get("not_pregnant")),
        first_cramp=_first_cramp_from_plain(first) if first else None,
        answers={
            key: ProfileAnswer(told["yes"], dt.date.fromisoformat(told["noted_on"]))
            for key, told in plain.get("answers", {}).items()
        },
        tried=tuple(_tried_from_plain(one) for one in plain.get("tried", ())),
        doctor_questions=tuple(plain.get("doctor_questions", ())),
        emergency_number=plain.get("emergency_number", ""),
    )


def _medicine_from_plain(plain: Plain) -> Medicine:
    return Medicine(
        plain["name"],
        dt.date.fromisoformat(plain["noted_on"]),
        dose=plain.get("dose", ""),
        started=day(plain.get("started")),
        stopped=day(plain.get("stopped")),
        key=plain.get("key"),
        for_cramps=plain.get("for_cramps", False),
        supplement=plain.get("supplement", False),
    )


def _first_cramp_from_plain(plain: Plain) -> FirstCramp:
    when = plain["when"]
    noted_on = dt.date.fromisoformat(plain["noted_on"])
    return FirstCramp(dt.date.fromisoformat(when) if isinstance(when, str) else when, noted_on)


def _tried_from_plain(plain: Plain) -> Tried:
    return Tried(
        plain["what"],
        dt.date.fromisoformat(plain["noted_on"]),
        verdict=Helpfulness(plain["verdict"]) if plain.get("verdict") else None,
        how=plain.get("how", ""),
        started=day(plain.get("started")),
        stopped=day(plain.get("stopped")),
        key=plain.get("key"),
    )


def plain_marker(marker: Marker) -> Plain:
    """A marker as plain data."""
    return {"day": marker.day.isoformat(), "text": marker.text, "key": marker.key}


def marker_from_plain(plain: Plain) -> Marker:
    """A marker from plain data. Raises ValueError, KeyError or a refusal where it is not one."""
    return Marker(dt.date.fromisoformat(plain["day"]), plain["text"], plain.get("key"))
