"""Nights to rows and back."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select

from diary.model.factors import BUILT_IN, OWN_PREFIX, Choice, Clock, Number, Value, YesNo
from diary.model.night import Answer, Cramp, Muscle, Night, Relief, Side
from diary.model.plain import value_from_plain
from diary.store.tables import AnswerRow, CrampRow, FactorRow, NightRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Row
    from sqlalchemy.orm import Session

MOMENT = "%Y-%m-%d %H:%M"
KINDS = {YesNo: "yes_no", Number: "number", Choice: "choice", Clock: "clock"}


def read_nights(session: Session, first: dt.date | None, last: dt.date | None) -> list[Night]:
    """The nights from the first morning to the last, by morning, in three queries."""
    kept, cramps, answers = (_between(table, first, last) for table in (NightRow, CrampRow, AnswerRow))
    cramps_of, answers_of = defaultdict(list), defaultdict(dict)
    for row in session.execute(cramps.order_by(CrampRow.__table__.c.place)):
        cramps_of[row.morning].append(_cramp(row))
    for row in session.execute(answers):
        answers_of[row.morning][row.factor] = _answer(row)
    return [
        Night(
            row.morning,
            tuple(cramps_of[row.morning]) if row.cramps_told else None,
            _moment(row.cramps_told_at),
            answers_of[row.morning],
            row.note,
        )
        for row in session.execute(kept.order_by(NightRow.__table__.c.morning))
    ]


def _between(table: type[NightRow | CrampRow | AnswerRow], first: dt.date | None, last: dt.date | None):  # noqa: ANN202  # a Select of that table's own shape
    columns = table.__table__.c
    rows = select(table.__table__)
    rows = rows if first is None else rows.where(columns.morning >= first)
    return rows if last is None else rows.where(columns.morning <= last)


def write_night(session: Session, night: Night) -> None:
    """Put a night in the place of what was kept of it; a blank one takes it out."""
    session.execute(delete(NightRow).where(NightRow.morning == night.morning))
    if night.blank:
        return
    session.execute(
        insert(NightRow).values(
            morning=night.morning,
            cramps_told=night.logged,
            cramps_told_at=night.cramps_told_at.isoformat() if night.cramps_told_at else None,
            note=night.note,
        )
    )
    if night.cramps:
        session.execute(
            insert(CrampRow), [_cramp_row(night.morning, place, one) for place, one in enumerate(night.cramps)]
        )
    if night.answers:
        kinds = _kinds(session, night.answers)
        session.execute(
            insert(AnswerRow),
            [_answer_row(night.morning, key, one, kind=kinds[key]) for key, one in night.answers.items()],
        )


def _kinds(session: Session, keys: Iterable[str]) -> dict[str, str]:
    own = [key for key in keys if key.startswith(OWN_PREFIX)]
    kinds = {key: KINDS[type(BUILT_IN.get(key).kind)] for key in keys if key not in own}
    for key, kind in session.execute(select(FactorRow.key, FactorRow.kind).where(FactorRow.key.in_(own))):
        kinds[key] = kind
    return kinds


def _moment(text: str | None) -> dt.datetime | None:
    return dt.datetime.fromisoformat(text) if text else None


def _cramp(row: Row) -> Cramp:
    return Cramp(
        at=dt.datetime.strptime(row.at, MOMENT) if row.at else None,  # noqa: DTZ007  # wall time has no zone
        about=row.about,
        minutes=row.minutes,
        intensity=row.intensity,
        side=Side(row.side) if row.side else None,
        muscle=Muscle(row.muscle) if row.muscle else None,
        woke_me=row.woke_me,
        minutes_awake=row.minutes_awake,
        sore_next_day=row.sore_next_day,
        relief=None if row.relief is None else frozenset(Relief(key) for key in row.relief.split(",") if key),
        distress=row.distress,
    )


def _cramp_row(morning: dt.date, place: int, cramp: Cramp) -> dict[str, object]:
    return {
        "morning": morning,
        "place": place,
        "at": f"{cramp.at:{MOMENT}}" if cramp.at else None,
        "about": cramp.about,
        "minutes": cramp.minutes,
        "intensity": cramp.intensity,
        "side": cramp.side,
        "muscle": cramp.muscle,
        "woke_me": cramp.woke_me,
        "minutes_awake": cramp.minutes_awake,
        "sore_next_day": cramp.sore_next_day,
        "relief": None if cramp.relief is None else ",".join(sorted(cramp.relief)),
        "distress": cramp.distress,
    }


def _answer(row: Row) -> Answer:
    return Answer(_value(row), dt.datetime.fromisoformat(row.given_at))


def _value(row: Row) -> Value:
    if row.kind == "yes_no":
        return bool(row.number)
    return float(row.number) if row.kind == "number" else value_from_plain(row.factor, row.text)


def _answer_row(morning: dt.date, key: str, answer: Answer, *, kind: str) -> dict[str, object]:
    value = answer.value
    return {
        "morning": morning,
        "factor": key,
        "kind": kind,
        "number": float(value) if isinstance(value, (bool, int, float)) else None,
        "text": None if isinstance(value, (bool, int, float)) else _text(value),
        "given_at": answer.given_at.isoformat(),
    }


def _text(value: str | dt.time) -> str:
    return value.isoformat("minutes") if isinstance(value, dt.time) else value
