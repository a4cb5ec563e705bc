"""The profile and the markers as plain data and back."""

from __future__ import annotations

import datetime as dt

from diary.model.plain.values import Plain, day_from_plain
from diary.model.profile import (
    Condition,
    FirstCramp,
    Helpfulness,
    Marker,
    Medicine,
    Pregnancy,
    Profile,
    Sex,
    Treatment,
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
            {"key": entry.key, "noted_on": entry.noted_on.isoformat(), "since": entry.since}
            for entry in profile.conditions
        ],
        "medicines": [_plain_medicine(entry) for entry in profile.medicines],
    }
    later: Plain = {
        "not_pregnant": profile.not_pregnant and profile.not_pregnant.isoformat(),
        "first_cramp": profile.first_cramp and _plain_first_cramp(profile.first_cramp),
        "answers": {
            key: {"yes": value.yes, "noted_on": value.noted_on.isoformat()} for key, value in profile.answers.items()
        },
        "tried": [_plain_treatment(entry) for entry in profile.treatments],
        "doctor_questions": list(profile.doctor_questions),
        "emergency_number": profile.emergency_number,
    }
    return plain | {name: value for name, value in later.items() if value}


def _plain_medicine(medicine: Medicine) -> Plain:
    marks = {"for_cramps": medicine.for_cramps, "supplement": medicine.supplement}
    return {
        "name": medicine.name,
        "dose": medicine.dose,
        "noted_on": medicine.noted_on.isoformat(),
        "started": medicine.started and medicine.started.isoformat(),
        "stopped": medicine.stopped and medicine.stopped.isoformat(),
        "key": medicine.key,
    } | {name: True for name, is_marked in marks.items() if is_marked}


def _plain_first_cramp(first: FirstCramp) -> Plain:
    when = first.when.isoformat() if isinstance(first.when, dt.date) else first.when
    return {"when": when, "noted_on": first.noted_on.isoformat()}


def _plain_treatment(treatment: Treatment) -> Plain:
    return {
        "what": treatment.what,
        "noted_on": treatment.noted_on.isoformat(),
        "verdict": treatment.verdict,
        "how": treatment.how,
        "started": treatment.started and treatment.started.isoformat(),
        "stopped": treatment.stopped and treatment.stopped.isoformat(),
        "key": treatment.key,
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
            Condition(entry["key"], dt.date.fromisoformat(entry["noted_on"]), entry.get("since"))
            for entry in plain.get("conditions", ())
        ),
        medicines=tuple(_medicine_from_plain(entry) for entry in plain.get("medicines", ())),
        not_pregnant=day_from_plain(plain.get("not_pregnant")),
        first_cramp=_first_cramp_from_plain(first) if first else None,
        answers={
            key: ProfileAnswer(answer["yes"], dt.date.fromisoformat(answer["noted_on"]))
            for key, answer in plain.get("answers", {}).items()
        },
        treatments=tuple(_treatment_from_plain(entry) for entry in plain.get("tried", ())),
        doctor_questions=tuple(plain.get("doctor_questions", ())),
        emergency_number=plain.get("emergency_number", ""),
    )


def _medicine_from_plain(plain: Plain) -> Medicine:
    return Medicine(
        plain["name"],
        dt.date.fromisoformat(plain["noted_on"]),
        dose=plain.get("dose", ""),
        started=day_from_plain(plain.get("started")),
        stopped=day_from_plain(plain.get("stopped")),
        key=plain.get("key"),
        for_cramps=plain.get("for_cramps", False),
        supplement=plain.get("supplement", False),
    )


def _first_cramp_from_plain(plain: Plain) -> FirstCramp:
    when = plain["when"]
    noted_on = dt.date.fromisoformat(plain["noted_on"])
    return FirstCramp(dt.date.fromisoformat(when) if isinstance(when, str) else when, noted_on)


def _treatment_from_plain(plain: Plain) -> Treatment:
    return Treatment(
        plain["what"],
        dt.date.fromisoformat(plain["noted_on"]),
        verdict=Helpfulness(plain["verdict"]) if plain.get("verdict") else None,
        how=plain.get("how", ""),
        started=day_from_plain(plain.get("started")),
        stopped=day_from_plain(plain.get("stopped")),
        key=plain.get("key"),
    )


def plain_marker(marker: Marker) -> Plain:
    """A marker as plain data."""
    return {"day": marker.day.isoformat(), "text": marker.text, "key": marker.key}


def marker_from_plain(plain: Plain) -> Marker:
    """A marker from plain data. Raises ValueError, KeyError or a refusal where it is not one."""
    return Marker(dt.date.fromisoformat(plain["day"]), plain["text"], plain.get("key"))
