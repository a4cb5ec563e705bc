"""A value of the model as plain data: dicts, lists, texts and numbers, which JSON holds.

The fields of its dataclass say what is written. Pydantic could write it too, but loading it would make the first tap
after a start wait, and what is in memory needs no checking.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields
from functools import cache
from typing import Any, NamedTuple

from diary.model.own_factors import OwnFactor
from diary.model.own_question_form import form_of_own_question
from diary.model.preferences import Preferences
from diary.model.profile import Condition, Marker, Medicine, Profile, Treatment
from diary.model.questions import Questions
from diary.model.report_choices import ReportChoices

Plain = dict[str, Any]

_FIRST_FORMAT: Mapping[type, tuple[str, ...]] = {
    Profile: ("name", "year_of_birth", "sex", "pregnancy", "conditions", "medicines"),
    Condition: ("key", "noted_on", "since"),
    Medicine: ("name", "dose", "noted_on", "started", "stopped", "key"),
    Treatment: ("what", "noted_on", "verdict", "how", "started", "stopped", "key"),
    Marker: ("day", "text", "key"),
    Questions: ("own", "hidden"),
    Preferences: (
        "theme", "temperature", "text_scale", "cold_below", "calcium_aim", "welcomed", "closed_signs",
    ),
    ReportChoices: (
        "span", "own_first", "own_last", "without", "notes", "left_out", "name", "paper", "temperature", "last_report",
        "report_before",
    ),
}  # fmt: skip
"""What is written first and always, as every version wrote it. Any other field is left out where it is as from the
start, so that a file without it still opens in an earlier version, which refuses what it does not know."""


class _StoredField(NamedTuple):
    name: str
    key: str
    default: object
    """The value with which it is left out."""


def plain_data(value: object) -> Any:
    """A value of the model as plain data, the same for the same value."""
    if value is None or isinstance(value, (str, int, float)):
        return value
    if isinstance(value, (dt.date, dt.time)):
        return _day_or_time(value)
    if isinstance(value, Mapping):
        return {key: plain_data(item) for key, item in value.items()}
    if isinstance(value, (tuple, frozenset)):
        items = [plain_data(item) for item in value]
        return items if isinstance(value, tuple) else sorted(items)
    return _plain_fields(form_of_own_question(value) if isinstance(value, OwnFactor) else value)


def _day_or_time(value: dt.date | dt.time) -> str:
    # Wall time is kept to the minute; a moment, which has its offset, in full.
    if isinstance(value, dt.datetime):
        return value.isoformat(timespec="auto" if value.tzinfo else "minutes")
    return value.isoformat("minutes") if isinstance(value, dt.time) else value.isoformat()


def _plain_fields(value: Any) -> Plain:
    plain = {}
    for name, key, default in _stored_fields(type(value)):  # type: ignore[arg-type]  # to mypy no class is hashable
        item = getattr(value, name)
        if item != default:
            plain[key] = plain_data(item)
    return plain


@cache
def _stored_fields(kind: type) -> tuple[_StoredField, ...]:
    """The fields that are stored, in the order in which they are written."""
    first = _FIRST_FORMAT.get(kind, ())
    # A field that two values are not compared by is no part of what they say.
    stored = {field.name: field for field in fields(kind) if field.compare}
    names = (*first, *(name for name in stored if name not in first))
    return tuple(
        _StoredField(
            name, stored[name].metadata.get("alias", name), MISSING if name in first else _default(stored[name])
        )
        for name in names
    )


def _default(field: Field[Any]) -> object:
    return field.default if field.default_factory is MISSING else field.default_factory()
