"""Nights, cramps, profile and markers as plain data (dicts, lists, strings, numbers) and back.

The diary's own JSON and its undo steps are written so. A factor's answer is told apart by its kind: a time of day
is the string "HH:MM", so that reading back asks the factor; an own factor keeps its value as it is written.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from diary.model.factors import BUILT_IN, Clock, Value
from diary.model.night import Answer, Cramp, Muscle, Night, Relief, Side
from diary.model.profile import Condition, Marker, Medicine, Pregnancy, Profile, Sex

Plain = dict[str, Any]


def plain_value(value: Value) -> bool | float | str:
    """An answer as plain data."""
    return value.isoformat("minutes") if isinstance(value, dt.time) else value


def value_from_plain(key: str, plain: bool | float | str) -> Value:
    """An answer from plain data."""
    if key in BUILT_IN and isinstance(BUILT_IN.get(key).kind, Clock):
        return dt.time.fromisoformat(str(plain))
    return plain


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def _moment(text: str | None) -> dt.datetime | None:
    return dt.datetime.fromisoformat(text) if text else None


def plain_cramp(cramp: Cramp) -> Plain:
    """A cramp as plain data; what was not answered is left out."""
    told = {
        "at": cramp.at.isoformat(timespec="minutes") if cramp.at else None,
        "about": cramp.about or None,
        "minutes": cramp.minutes,
        "intensity": cramp.intensity,
        "side": cramp.side,
        "muscle": cramp.muscle,
        "woke_me": cramp.woke_me,
        "minutes_awake": cramp.minutes_awake,
        "sore_next_day": cramp.sore_next_day,
        "relief": None if cramp.relief is None else sorted(cramp.relief),
        "distress": cramp.distress,
    }
    return {key: value for key, value in told.items() if value is not None}


def cramp_from_plain(plain: Plain) -> Cramp:
    """A cramp from plain data. Raises ValueError, KeyError or a refusal where it is not one."""
    relief = plain.get("relief")
    return Cramp(
        at=_moment(plain.get("at")),
        about=bool(plain.get("about", False)),
        minutes=plain.get("minutes"),
        intensity=plain.get("intensity"),
        side=Side(plain["side"]) if "side" in plain else None,
        muscle=Muscle(plain["muscle"]) if "muscle" in plain else None,
        woke_me=plain.get("woke_me"),
        minutes_awake=plain.get("minutes_awake"),
        sore_next_day=plain.get("sore_next_day"),
        relief=None if relief is None else frozenset(Relief(one) for one in relief),
        distress=plain.get("distress"),
    )


def plain_night(night: Night) -> Plain:
    """A night as plain data; what was not answered is left out."""
    plain: Plain = {"morning": night.morning.isoformat()}
    if night.cramps is not None:
        plain["cramps"] = [plain_cramp(cramp) for cramp in night.cramps]
    if night.cramps_told_at:
        plain["cramps_told_at"] = night.cramps_told_at.isoformat()
    if night.answers:
        plain["answers"] = {
            key: {"value": plain_value(answer.value), "given_at": answer.given_at.isoformat()}
            for key, answer in night.answers.items()
        }
    if night.note:
        plain["note"] = night.note
    return plain


def night_from_plain(plain: Plain) -> Night:
    """A night from plain data. Raises ValueError, KeyError or a refusal where it is not one."""
    cramps = plain.get("cramps")
    return Night(
        morning=dt.date.fromisoformat(plain["morning"]),
        cramps=None if cramps is None else tuple(cramp_from_plain(cramp) for cramp in cramps),
        cramps_told_at=_moment(plain.get("cramps_told_at")),
        answers={
            key: Answer(value_from_plain(key, answer["value"]), dt.datetime.fromisoformat(answer["given_at"]))
            for key, answer in plain.get("answers", {}).items()
        },
        note=plain.get("note", ""),
    )


def plain_profile(profile: Profile) -> Plain:
    """A profile as plain data."""
    pregnancy = profile.pregnancy
    return {
        "name": profile.name,
        "year_of_birth": profile.year_of_birth,
        "sex": profile.sex,
        "pregnancy": pregnancy and {"weeks": pregnancy.weeks, "noted_on": pregnancy.noted_on.isoformat()},
        "conditions": [
            {"key": one.key, "noted_on": one.noted_on.isoformat(), "since": one.since} for one in profile.conditions
        ],
        "medicines": [
            {
                "name": one.name,
                "dose": one.dose,
                "noted_on": one.noted_on.isoformat(),
                "started": one.started and one.started.isoformat(),
                "stopped": one.stopped and one.stopped.isoformat(),
                "key": one.key,
            }
            for one in profile.medicines
        ],
    }


def profile_from_plain(plain: Plain) -> Profile:
    """A profile from plain data. Raises ValueError, KeyError or a refusal where it is not one."""
    pregnancy = plain.get("pregnancy")
    return Profile(
        name=plain.get("name", ""),
        year_of_birth=plain.get("year_of_birth"),
        sex=Sex(plain["sex"]) if plain.get("sex") else None,
        pregnancy=Pregnancy(pregnancy["weeks"], dt.date.fromisoformat(pregnancy["noted_on"])) if pregnancy else None,
        conditions=tuple(
            Condition(one["key"], dt.date.fromisoformat(one["noted_on"]), one.get("since"))
            for one in plain.get("conditions", ())
        ),
        medicines=tuple(
            Medicine(
                one["name"],
                dt.date.fromisoformat(one["noted_on"]),
                dose=one.get("dose", ""),
                started=_day(one.get("started")),
                stopped=_day(one.get("stopped")),
                key=one.get("key"),
            )
            for one in plain.get("medicines", ())
        ),
    )


def plain_marker(marker: Marker) -> Plain:
    """A marker as plain data."""
    return {"day": marker.day.isoformat(), "text": marker.text, "key": marker.key}


def marker_from_plain(plain: Plain) -> Marker:
    """A marker from plain data. Raises ValueError, KeyError or a refusal where it is not one."""
    return Marker(dt.date.fromisoformat(plain["day"]), plain["text"], plain.get("key"))
