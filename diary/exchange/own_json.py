"""The diary's own JSON: everything that a diary keeps, in one readable file, one night a line."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

from diary.exchange.contents import Contents
from diary.exchange.errors import (
    BrokenPartError,
    DuplicateFieldError,
    DuplicateNightError,
    ForeignValueError,
    MissingFieldError,
    NewerFormatError,
    NotJsonError,
    NotOursError,
    OtherTextError,
    UnknownFieldError,
    WrongShapeError,
)
from diary.exchange.whole_file import FileKind
from diary.language import mark, tr
from diary.model.errors import DiaryError
from diary.model.night import Night
from diary.model.plain import Fault, Plain, ShapeError, plain_data, value_from_plain
from diary.model.preferences import Preferences
from diary.model.profile import Marker, Profile
from diary.model.progress import UNWATCHED, Progress
from diary.model.questions import Questions
from diary.model.report_choices import ReportChoices

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from diary.model.factors import Catalogue
    from diary.model.night import Answer

FORMAT = "night-cramp-diary"
OWN_JSON = FileKind(mark("a file of this diary"), f'{{"format": "{FORMAT}"'.encode())
VERSION = 1
"""Grows when a file could not be read by an earlier program."""

Part = TypeVar("Part")


@dataclass(frozen=True, slots=True)
class OwnFile:
    """The head of a file, and its parts as they stand: each is read by itself, so that a refusal can name it."""

    format: str
    version: int
    created_at: str = field(default="", metadata={"alias": "made_at"})
    text: str = ""
    profile: dict[str, Any] = field(default_factory=dict)
    markers: tuple[Any, ...] = ()
    preferences: dict[str, Any] = field(default_factory=dict)
    questions: dict[str, Any] = field(default_factory=dict)
    report: dict[str, Any] = field(default_factory=dict)
    nights: tuple[Any, ...] = ()


def dump(contents: Contents, *, created_at: dt.datetime) -> bytes:
    """The contents as UTF-8 JSON; the same bytes for the same contents and moment."""
    portable = contents.without_places()
    head = {
        "format": FORMAT,
        "version": VERSION,
        "made_at": created_at.isoformat(),
        "text": portable.text,
        "profile": plain_data(portable.profile),
        "markers": plain_data(portable.markers),
        "preferences": plain_data(portable.preferences),
        "questions": plain_data(portable.questions),
        "report": plain_data(portable.report),
    }
    nights = ",\n".join(_json_text(plain_data(night)) for night in portable.nights)
    return f'{_json_text(head)[:-1]}, "nights": [\n{nights}\n]}}\n'.encode()


def load(data: bytes, progress: Progress = UNWATCHED) -> Contents:
    """The contents of a file. Raises a refusal that says what is wrong, and where."""
    progress.step(tr("Reading the file"))
    file = _file(data)
    questions = _part(tr("The list of own questions"), Questions, file.questions)
    return Contents(
        nights=_nights(file.nights, questions.catalogue, progress),
        profile=_part(tr("The profile"), Profile, file.profile),
        markers=tuple(_part(tr("A marker"), Marker, marker) for marker in file.markers),
        preferences=_part(tr("The settings"), Preferences, file.preferences),
        questions=questions,
        report=_part(tr("What the report is to hold"), ReportChoices, file.report),
        text=file.text,
    ).without_places()


def _json_text(plain: Plain) -> str:
    return json.dumps(plain, ensure_ascii=False)


def _file(data: bytes) -> OwnFile:
    try:
        plain = json.loads(data.decode("utf-8-sig"), parse_constant=_refuse_constant, object_pairs_hook=_fields)
    except (ValueError, RecursionError):
        raise NotJsonError from None
    if not isinstance(plain, dict) or plain.get("format") != FORMAT or type(plain.get("version")) is not int:
        raise NotOursError
    if plain["version"] > VERSION:
        raise NewerFormatError(plain["version"], VERSION)
    return _part(tr("The head"), OwnFile, plain)


def _refuse_constant(name: str) -> NoReturn:
    """Python reads NaN and Infinity, which are not JSON."""
    raise ValueError(name)


def _fields(pairs: list[tuple[str, Any]]) -> Plain:
    """The fields of a part, none of them twice: Python would take the last, and lose the others."""
    fields = dict(pairs)
    if len(fields) < len(pairs):
        names = [name for name, _ in pairs]
        raise DuplicateFieldError(next(name for name in names if names.count(name) > 1))
    return fields


def _nights(plain: tuple[Any, ...], catalogue: Catalogue, progress: Progress) -> tuple[Night, ...]:
    nights: dict[dt.date, Night] = {}
    for place, entry in enumerate(progress.each(tr("Reading the file"), plain), start=1):
        night = _part(_night_name(place, entry), Night, entry, lambda night: _fitting_night(night, catalogue))
        if night.morning in nights:
            raise DuplicateNightError(night.morning.isoformat())
        nights[night.morning] = night
    return tuple(nights[morning] for morning in sorted(nights))


def _night_name(place: int, plain: object) -> str:
    morning = plain.get("morning") if isinstance(plain, dict) else None
    if isinstance(morning, str):
        return tr("The night to {morning}").format(morning=morning[:10])
    return tr("Night number {place}").format(place=place)


def _part(name: str, kind: type[Part], plain: object, check: Callable[[Part], Part] = lambda part: part) -> Part:
    """A part of the file as a value, with every way in which it can be wrong told as one refusal."""
    try:
        return check(value_from_plain(kind, plain))
    except ShapeError as error:
        raise BrokenPartError(name, str(_shape_refusal(error))) from None
    except DiaryError as refusal:
        raise BrokenPartError(name, str(refusal)) from None
    except (ValueError, TypeError, ArithmeticError):
        raise BrokenPartError(name, str(ForeignValueError())) from None


def _shape_refusal(error: ShapeError) -> DiaryError:
    match error.fault:
        case Fault.ABSENT:
            return MissingFieldError(error.place)
        case Fault.UNKNOWN:
            return UnknownFieldError(error.place)
        case Fault.OTHER_VALUE:
            return OtherTextError(error.place, error.text)
        case Fault.OTHER_KIND:
            return WrongShapeError(error.place) if error.place else ForeignValueError()


def _fitting_night(night: Night, catalogue: Catalogue) -> Night:
    """The night with answers that its questions take."""
    if night.logged_at and night.cramps is None:
        raise WrongShapeError("cramps_told_at")
    return replace(night, answers={key: _check_answer(catalogue, key, answer) for key, answer in night.answers.items()})


def _check_answer(catalogue: Catalogue, key: str, answer: Answer) -> Answer:
    """An answer that its question takes; one to a question that the file does not hold is for the diary to judge."""
    return replace(answer, value=catalogue.get(key).check(answer.value)) if key in catalogue else answer
