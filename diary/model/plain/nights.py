"""Nights and cramps as plain data and back."""

from __future__ import annotations

import datetime as dt

from diary.model.night import Answer, Cramp, Muscle, Night, Relief, Side
from diary.model.plain.values import Plain, moment_from_plain, plain_value, value_from_plain


def plain_cramp(cramp: Cramp) -> Plain:
    """A cramp as plain data; what was not answered is left out."""
    fields = {
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
    return {key: value for key, value in fields.items() if value is not None}


def cramp_from_plain(plain: Plain) -> Cramp:
    """A cramp from plain data. Raises ValueError, KeyError or a refusal where it is not one."""
    relief = plain.get("relief")
    return Cramp(
        at=moment_from_plain(plain.get("at")),
        about=bool(plain.get("about", False)),
        minutes=plain.get("minutes"),
        intensity=plain.get("intensity"),
        side=Side(plain["side"]) if "side" in plain else None,
        muscle=Muscle(plain["muscle"]) if "muscle" in plain else None,
        woke_me=plain.get("woke_me"),
        minutes_awake=plain.get("minutes_awake"),
        sore_next_day=plain.get("sore_next_day"),
        relief=None if relief is None else frozenset(Relief(name) for name in relief),
        distress=plain.get("distress"),
    )


def plain_night(night: Night) -> Plain:
    """A night as plain data; what was not answered is left out."""
    plain: Plain = {"morning": night.morning.isoformat()}
    if night.cramps is not None:
        plain["cramps"] = [plain_cramp(cramp) for cramp in night.cramps]
    if night.logged_at:
        plain["cramps_told_at"] = night.logged_at.isoformat()
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
        logged_at=moment_from_plain(plain.get("cramps_told_at")),
        answers={
            key: Answer(value_from_plain(key, answer["value"]), dt.datetime.fromisoformat(answer["given_at"]))
            for key, answer in plain.get("answers", {}).items()
        },
        note=plain.get("note", ""),
    )
