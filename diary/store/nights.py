"""Nights in their tables: a row for the night, one for each cramp, one for each answer.

Reading is in night_rows.py.
"""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, delete, exists, insert, select

from diary.language import tr
from diary.model.damage import DamagedNightError
from diary.model.errors import UnknownFactorError
from diary.model.period import Period
from diary.model.progress import UNWATCHED, Progress
from diary.store.night_rows import stored_nights
from diary.store.tables import AnswerRow, CrampRow, FactorRow, NightRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy import Connection

    from diary.model.factors import Value
    from diary.model.night import Night


AT_ONCE = 50
"""Nights between two looks whether they are still wanted."""


def has_other_logged_night(connection: Connection, morning: dt.date) -> bool:
    """Whether any other night than the one to this morning was logged; it reads one row, however many there are."""
    others = exists().where(NightRow.logged, NightRow.morning != morning)
    return bool(connection.scalar(select(others)))


def write_nights(connection: Connection, nights: Iterable[Night], progress: Progress = UNWATCHED) -> None:
    """Put these nights in the place of what was kept for their mornings; a blank one leaves nothing.

    Raises UnknownFactorError where a night answers what the diary does not ask, and DamagedNightError where one would
    take the place of a night that cannot be read.
    """
    nights = tuple(nights)
    _refuse_damaged(connection, [night.morning for night in nights])
    kinds = dict(connection.execute(select(FactorRow.key, FactorRow.kind)).all())
    groups = [nights[start : start + AT_ONCE] for start in range(0, len(nights), AT_ONCE)]
    for group in progress.each(tr("Saving"), groups):
        _write_group(connection, group, kinds)


def _write_group(connection: Connection, nights: tuple[Night, ...], kinds: Mapping[str, str]) -> None:
    rows = [night for night in nights if not night.blank]
    deletion = delete(NightRow).where(NightRow.morning == bindparam("gone"))
    _each(connection, deletion, [{"gone": night.morning} for night in nights])
    _each(connection, insert(NightRow), [_night_row(night) for night in rows])
    _each(connection, insert(CrampRow), [row for night in rows for row in _cramp_rows(night)])
    _each(connection, insert(AnswerRow), [row for night in rows for row in _answer_rows(night, kinds)])


def _refuse_damaged(connection: Connection, mornings: list[dt.date]) -> None:
    if not mornings:
        return
    for damaged in stored_nights(connection, Period(min(mornings), max(mornings))).damaged:
        if damaged.morning in mornings:
            raise DamagedNightError(damaged)


def _each(connection: Connection, statement: Any, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(statement, rows)


def _night_row(night: Night) -> dict[str, Any]:
    return {
        "morning": night.morning,
        "cramps_told": night.logged,
        "cramps_told_at": night.logged_at,
        "note": night.note,
    }


def _cramp_rows(night: Night) -> list[dict[str, Any]]:
    return [
        {
            "morning": night.morning,
            "position": position,
            "at": cramp.at,
            "about": cramp.about,
            "minutes": cramp.minutes,
            "intensity": cramp.intensity,
            "side": cramp.side,
            "muscle": cramp.muscle,
            "woke_me": cramp.woke_me,
            "minutes_awake": cramp.minutes_awake,
            "sore_next_day": cramp.sore_next_day,
            "relief": None if cramp.relief is None else json.dumps(sorted(cramp.relief)),
            "distress": cramp.distress,
        }
        for position, cramp in enumerate(night.cramps or ())
    ]


def _answer_rows(night: Night, kinds: Mapping[str, str]) -> list[dict[str, Any]]:
    return [
        {
            "morning": night.morning,
            "factor": key,
            "kind": _kind(key, kinds),
            "number": answer.value if isinstance(answer.value, (bool, int, float)) else None,
            "text": _text(answer.value),
            "given_at": answer.given_at,
        }
        for key, answer in night.answers.items()
    ]


def _kind(key: str, kinds: Mapping[str, str]) -> str:
    if key not in kinds:
        raise UnknownFactorError(key)
    return kinds[key]


def _text(value: Value) -> str | None:
    if isinstance(value, dt.time):
        return value.isoformat("minutes")
    return value if isinstance(value, str) else None
