"""The diary's own JSON: everything that a diary keeps, in one readable file, one night a line."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

from diary.exchange.contents import Contents
from diary.exchange.errors import (
    BrokenPartError,
    DuplicateNightError,
    NewerFormatError,
    NotJsonError,
    NotOursError,
    WrongShapeError,
)
from diary.exchange.shape import (
    FILE,
    MARKER,
    PREFERENCES,
    REPORT,
    refuse_night_of_other_shape,
    refuse_other_shape,
    refuse_profile_of_other_shape,
    refuse_questions_of_other_shape,
)
from diary.exchange.whole_file import FileKind
from diary.language import mark, tr
from diary.model.errors import DiaryError
from diary.model.plain import (
    Plain,
    marker_from_plain,
    night_from_plain,
    plain_marker,
    plain_night,
    plain_profile,
    plain_questions,
    plain_report_choices,
    profile_from_plain,
    questions_from_plain,
    report_choices_from_plain,
)
from diary.model.preferences import Preferences, TemperatureUnit, Theme

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from diary.model.factors import Catalogue
    from diary.model.night import Answer, Night
    from diary.model.profile import Marker, Profile
    from diary.model.questions import Questions
    from diary.model.report_choices import ReportChoices

FORMAT = "night-cramp-diary"
OWN_JSON = FileKind(mark("a file of this diary"), f'{{"format": "{FORMAT}"'.encode())
VERSION = 1
"""Grows when a file could not be read by an earlier program."""

Parsed = TypeVar("Parsed")


def dump(contents: Contents, *, created_at: dt.datetime) -> bytes:
    """The contents as UTF-8 JSON; the same bytes for the same contents and moment."""
    portable = contents.without_places()
    head = {
        "format": FORMAT,
        "version": VERSION,
        "made_at": created_at.isoformat(),
        "text": portable.text,
        "profile": plain_profile(portable.profile),
        "markers": [plain_marker(marker) for marker in portable.markers],
        "preferences": asdict(portable.preferences),
        "questions": plain_questions(portable.questions),
        "report": plain_report_choices(portable.report),
    }
    nights = ",\n".join(_json_text(plain_night(night)) for night in portable.nights)
    return f'{_json_text(head)[:-1]}, "nights": [\n{nights}\n]}}\n'.encode()


def load(data: bytes) -> Contents:
    """The contents of a file. Raises a refusal that says what is wrong, and where."""
    plain = _file(data)
    questions = _part(tr("The list of own questions"), _questions, plain.get("questions", {}))
    return Contents(
        nights=_nights(plain.get("nights", []), questions.catalogue),
        profile=_part(tr("The profile"), _profile, plain.get("profile", {})),
        markers=tuple(_part(tr("A marker"), _marker, marker) for marker in plain.get("markers", ())),
        preferences=_part(tr("The settings"), _preferences, plain.get("preferences", {})),
        questions=questions,
        report=_part(tr("What the report is to hold"), _report, plain.get("report", {})),
        text=plain.get("text", ""),
    ).without_places()


def _json_text(plain: Plain) -> str:
    return json.dumps(plain, ensure_ascii=False)


def _file(data: bytes) -> Plain:
    try:
        plain = json.loads(data.decode("utf-8-sig"), parse_constant=_refuse_constant)
    except (ValueError, RecursionError):
        raise NotJsonError from None
    if not isinstance(plain, dict) or plain.get("format") != FORMAT or type(plain.get("version")) is not int:
        raise NotOursError
    if plain["version"] > VERSION:
        raise NewerFormatError(plain["version"], VERSION)
    _part(tr("The head"), lambda head: refuse_other_shape(head, FILE, "file"), plain)
    return plain


def _refuse_constant(name: str) -> NoReturn:
    """Python reads NaN and Infinity, which are not JSON."""
    raise ValueError(name)


def _nights(plain: list[object], catalogue: Catalogue) -> tuple[Night, ...]:
    nights: dict[dt.date, Night] = {}
    for place, entry in enumerate(plain, start=1):
        night = _part(_night_name(place, entry), lambda plain_entry: _night(plain_entry, catalogue), entry)
        if night.morning in nights:
            raise DuplicateNightError(night.morning.isoformat())
        nights[night.morning] = night
    return tuple(nights[morning] for morning in sorted(nights))


def _night_name(place: int, plain: object) -> str:
    morning = plain.get("morning") if isinstance(plain, dict) else None
    if isinstance(morning, str):
        return tr("The night to {morning}").format(morning=morning[:10])
    return tr("Night number {place}").format(place=place)


def _part(name: str, read: Callable[[Any], Parsed], plain: object) -> Parsed:
    """A part of the file as a value, with every way in which it can be wrong told as one refusal."""
    try:
        return read(plain)
    except DiaryError as refusal:
        raise BrokenPartError(name, str(refusal)) from None
    except KeyError as missing:
        raise BrokenPartError(
            name, tr("“{name}” is missing; add it to the file.").format(name=missing.args[0])
        ) from None
    except (ValueError, TypeError, ArithmeticError) as wrong:
        raise BrokenPartError(name, _foreign_value(wrong)) from None


def _foreign_value(detail: Exception) -> str:
    return tr("It holds a value that the diary never writes ({detail}); correct it in the file.").format(detail=detail)


def _night(plain: Plain, catalogue: Catalogue) -> Night:
    refuse_night_of_other_shape(plain)
    night = night_from_plain(plain)
    if night.logged_at and (night.logged_at.tzinfo is None or night.cramps is None):
        raise WrongShapeError("cramps_told_at")
    if any(answer.given_at.tzinfo is None for answer in night.answers.values()):
        raise WrongShapeError("given_at")
    if any(cramp.at and (cramp.at.second or cramp.at.microsecond) for cramp in night.cramps or ()):
        raise WrongShapeError("at")
    return replace(night, answers={key: _check_answer(catalogue, key, answer) for key, answer in night.answers.items()})


def _check_answer(catalogue: Catalogue, key: str, answer: Answer) -> Answer:
    """An answer that its question takes; one to a question that the file does not hold is for the diary to judge."""
    return replace(answer, value=catalogue.get(key).check(answer.value)) if key in catalogue else answer


def _questions(plain: Plain) -> Questions:
    refuse_questions_of_other_shape(plain)
    return questions_from_plain(plain)


def _profile(plain: Plain) -> Profile:
    refuse_profile_of_other_shape(plain)
    return profile_from_plain(plain)


def _marker(plain: Plain) -> Marker:
    refuse_other_shape(plain, MARKER, "marker")
    return marker_from_plain(plain)


def _report(plain: Plain) -> ReportChoices:
    refuse_other_shape(plain, REPORT, "report")
    return report_choices_from_plain(plain)


def _preferences(plain: Plain) -> Preferences:
    refuse_other_shape(plain, PREFERENCES, "preferences")
    values: dict[str, Any] = dict(plain)
    for key, kind in (("theme", Theme), ("temperature", TemperatureUnit)):
        if key in values:
            values[key] = kind(values[key])
    if "closed_signs" in values:
        values["closed_signs"] = tuple(str(entry) for entry in values["closed_signs"])
    return Preferences(**values)
