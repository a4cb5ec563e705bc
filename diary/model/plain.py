"""Nights, cramps, profile, markers and own questions as plain data (dicts, lists, strings, numbers) and back.

The diary's own JSON and its undo steps are written so. A factor's answer is told apart by its kind: a time of day
is the string "HH:MM", so that reading back asks the factor; an own factor keeps its value as it is written.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from diary.model.factors import BUILT_IN, Choice, Clock, Group, Number, Option, Value, YesNo
from diary.model.night import Answer, Cramp, Muscle, Night, Relief, Side
from diary.model.own_factors import FormerWords, OwnFactor, OwnKind
from diary.model.preferences import TemperatureUnit
from diary.model.profile import (
    Condition,
    FirstCramp,
    Marker,
    Medicine,
    Pregnancy,
    Profile,
    Sex,
    Tried,
    Verdict,
)
from diary.model.profile_questions import Told
from diary.model.questions import Questions
from diary.model.report_choices import NameShown, Paper, Part, ReportChoices, ReportSpan

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
        not_pregnant=_day(plain.get("not_pregnant")),
        first_cramp=_first_cramp_from_plain(first) if first else None,
        answers={
            key: Told(told["yes"], dt.date.fromisoformat(told["noted_on"]))
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
        started=_day(plain.get("started")),
        stopped=_day(plain.get("stopped")),
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
        verdict=Verdict(plain["verdict"]) if plain.get("verdict") else None,
        how=plain.get("how", ""),
        started=_day(plain.get("started")),
        stopped=_day(plain.get("stopped")),
        key=plain.get("key"),
    )


def plain_marker(marker: Marker) -> Plain:
    """A marker as plain data."""
    return {"day": marker.day.isoformat(), "text": marker.text, "key": marker.key}


def marker_from_plain(plain: Plain) -> Marker:
    """A marker from plain data. Raises ValueError, KeyError or a refusal where it is not one."""
    return Marker(dt.date.fromisoformat(plain["day"]), plain["text"], plain.get("key"))


def plain_questions(questions: Questions) -> Plain:
    """Own questions, and the built-in ones that are hidden, as plain data."""
    return {"own": [plain_own_factor(factor) for factor in questions.own], "hidden": sorted(questions.hidden)}


def questions_from_plain(plain: Plain) -> Questions:
    """Questions from plain data. Raises ValueError, KeyError, TypeError or a refusal where it is not so."""
    own = tuple(own_factor_from_plain(one) for one in plain.get("own", ()))
    return Questions(own, frozenset(plain.get("hidden", ())))


def plain_own_factor(factor: OwnFactor) -> Plain:
    """An own question as plain data; what is as it is for most is left out."""
    plain: Plain = {"key": factor.key, "question": factor.question, "name": factor.name}
    plain |= _plain_kind(factor.kind) | {"evening": factor.evening}
    if factor.hidden:
        plain["hidden"] = True
    if factor.archived:
        plain["archived"] = True
    if factor.former:
        plain["former"] = [_plain_words(words) for words in factor.former]
    return plain


def own_factor_from_plain(plain: Plain) -> OwnFactor:
    """An own question from plain data. Raises ValueError, KeyError, TypeError or a refusal where it is not one."""
    return OwnFactor(
        plain["key"],
        Group.OWN,
        plain["question"],
        plain["name"],
        _kind_from_plain(plain),
        evening=plain.get("evening", True),
        hidden=plain.get("hidden", False),
        archived=plain.get("archived", False),
        former=tuple(_words_from_plain(words) for words in plain.get("former", ())),
    )


def _plain_kind(kind: object) -> Plain:
    match kind:
        case Number():
            unit = {"unit": str(kind.unit)} if kind.unit else {}
            return {"kind": "number", "low": kind.low, "high": kind.high, "step": kind.step, **unit}
        case Choice():
            return {"kind": "choice", "options": _plain_options(kind.options)}
        case _:
            return {"kind": "yes_no"}


def _kind_from_plain(plain: Plain) -> OwnKind:
    match plain["kind"]:
        case "number":
            return Number(plain["low"], plain["high"], plain.get("step", 1), plain.get("unit", ""))
        case "choice":
            return Choice(_options_from_plain(plain["options"]))
        case "yes_no":
            return YesNo()
        case other:
            raise ValueError(other)


def _plain_words(words: FormerWords) -> Plain:
    plain: Plain = {"until": words.until.isoformat(), "question": words.question, "name": words.name}
    if words.unit:
        plain["unit"] = words.unit
    if words.options:
        plain["options"] = _plain_options(words.options)
    return plain


def _words_from_plain(plain: Plain) -> FormerWords:
    return FormerWords(
        dt.date.fromisoformat(plain["until"]),
        plain["question"],
        plain["name"],
        plain.get("unit", ""),
        _options_from_plain(plain.get("options", {})),
    )


def _plain_options(options: tuple[Option, ...]) -> Plain:
    return {option.key: option.name for option in options}


def _options_from_plain(plain: Plain) -> tuple[Option, ...]:
    return tuple(Option(key, name) for key, name in plain.items())


def plain_report_choices(choices: ReportChoices) -> Plain:
    """The choices for the report as plain data."""
    return {
        "span": choices.span,
        "own_first": choices.own_first and choices.own_first.isoformat(),
        "own_last": choices.own_last and choices.own_last.isoformat(),
        "without": sorted(choices.without),
        "notes": choices.notes,
        "left_out": sorted(morning.isoformat() for morning in choices.left_out),
        "name": choices.name,
        "paper": choices.paper,
        "temperature": choices.temperature,
        "last_report": choices.last_report and choices.last_report.isoformat(),
        "report_before": choices.report_before and choices.report_before.isoformat(),
    }


def report_choices_from_plain(plain: Plain) -> ReportChoices:
    """The choices for the report from plain data; what is not there is as from the start."""
    start = ReportChoices()
    return ReportChoices(
        span=ReportSpan(plain.get("span", start.span)),
        own_first=_day(plain.get("own_first")),
        own_last=_day(plain.get("own_last")),
        without=frozenset(map(Part, plain.get("without", start.without))),
        notes=plain.get("notes", start.notes),
        left_out=frozenset(map(dt.date.fromisoformat, plain.get("left_out", ()))),
        name=NameShown(plain.get("name", start.name)),
        paper=Paper(plain.get("paper", start.paper)),
        temperature=TemperatureUnit(plain["temperature"]) if plain.get("temperature") else None,
        last_report=_day(plain.get("last_report")),
        report_before=_day(plain.get("report_before")),
    )
