"""Nights in their tables: a row for the night, one for each cramp, one for each answer."""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, delete, insert, select

from diary.model.errors import UnknownFactorError
from diary.model.night import Answer, Cramp, Muscle, Night, Relief, Side
from diary.store.tables import AnswerRow, CrampRow, FactorRow, NightRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy import Connection, Row, Select

    from diary.model.factors import Value


def read_nights(connection: Connection, first: dt.date | None = None, last: dt.date | None = None) -> list[Night]:
    """The nights kept from the first morning to the last, oldest first, in three queries however many they are."""
    cramps = _cramps(connection, first, last)
    answers = _answers(connection, first, last)
    return [
        Night(
            row.morning,
            cramps=tuple(cramps[row.morning]) if row.cramps_told else None,
            cramps_told_at=row.cramps_told_at,
            answers=answers[row.morning],
            note=row.note,
        )
        for row in connection.execute(_within(NightRow, first, last))
    ]


def write_nights(connection: Connection, nights: Iterable[Night]) -> None:
    """Put these nights in the place of what was kept for their mornings; a blank one leaves nothing.

    Raises UnknownFactorError where a night answers what the diary does not ask.
    """
    nights = tuple(nights)
    kinds = dict(connection.execute(select(FactorRow.key, FactorRow.kind)).all())
    kept = [night for night in nights if not night.blank]
    gone = delete(NightRow).where(NightRow.morning == bindparam("gone"))
    _each(connection, gone, [{"gone": night.morning} for night in nights])
    _each(connection, insert(NightRow), [_night_row(night) for night in kept])
    _each(connection, insert(CrampRow), [row for night in kept for row in _cramp_rows(night)])
    _each(connection, insert(AnswerRow), [row for night in kept for row in _answer_rows(night, kinds)])


def _each(connection: Connection, statement: Any, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(statement, rows)


def _within(table: type[NightRow | CrampRow | AnswerRow], first: dt.date | None, last: dt.date | None) -> Select[Any]:
    rows: Select[Any] = select(table.__table__).order_by(table.morning)
    if first is not None:
        rows = rows.where(table.morning >= first)
    if last is not None:
        rows = rows.where(table.morning <= last)
    return rows


def _cramps(connection: Connection, first: dt.date | None, last: dt.date | None) -> dict[dt.date, list[Cramp]]:
    cramps: dict[dt.date, list[Cramp]] = defaultdict(list)
    for row in connection.execute(_within(CrampRow, first, last).order_by(CrampRow.position)):
        cramps[row.morning].append(_cramp(row))
    return cramps


def _cramp(row: Row[Any]) -> Cramp:
    return Cramp(
        at=row.at,
        about=row.about,
        minutes=row.minutes,
        intensity=row.intensity,
        side=None if row.side is None else Side(row.side),
        muscle=None if row.muscle is None else Muscle(row.muscle),
        woke_me=row.woke_me,
        minutes_awake=row.minutes_awake,
        sore_next_day=row.sore_next_day,
        relief=None if row.relief is None else frozenset(Relief(way) for way in json.loads(row.relief)),
        distress=row.distress,
    )


def _answers(connection: Connection, first: dt.date | None, last: dt.date | None) -> dict[dt.date, dict[str, Answer]]:
    answers: dict[dt.date, dict[str, Answer]] = defaultdict(dict)
    for morning, factor, kind, number, text, given_at in connection.execute(_within(AnswerRow, first, last)):
        answers[morning][factor] = Answer(_value(kind, number, text=text), given_at)
    return answers


def _value(kind: str, number: float | None, *, text: str | None) -> Value:
    if text is None:
        return bool(number) if kind == "yes_no" else float(number or 0)
    return dt.time.fromisoformat(text) if kind == "clock" else text


def _night_row(night: Night) -> dict[str, Any]:
    return {
        "morning": night.morning,
        "cramps_told": night.logged,
        "cramps_told_at": night.cramps_told_at,
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
