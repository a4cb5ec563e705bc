"""The profile and the markers in their tables."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, insert, select

from diary.model.profile import (
    ANSWERED,
    MOST_QUESTIONS,
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
from diary.store.tables import ConditionRow, MarkerRow, MedicineRow, ProfileAnswerRow, TriedRow

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row

PREGNANCY = "pregnancy"
WEEK_NOT_KNOWN = "week_not_known"
NOT_PREGNANT = "no"
"""What the text of its answer can be, where it has no number of weeks."""
FIRST_CRAMP = "first_cramp"
"""Its answer is the year as a number, or the day as text."""
DOCTOR_QUESTION = "doctor_question_{line}"
EMERGENCY = "emergency_number"
DATED = {PREGNANCY, FIRST_CRAMP, *ANSWERED}


def read_profile(connection: Connection) -> Profile:
    """The profile as it stands now: of each question the newest answer."""
    newest = _newest(connection)
    name, year, sex = (newest.get(key) for key in ("name", "year_of_birth", "sex"))
    return Profile(
        name=(name and name.text) or "",
        year_of_birth=year and year.number,
        sex=Sex(sex.text) if sex and sex.text else None,
        pregnancy=_pregnancy(newest.get(PREGNANCY)),
        conditions=_conditions(connection),
        medicines=_medicines(connection),
        not_pregnant=_not_pregnant(newest.get(PREGNANCY)),
        first_cramp=_first_cramp(newest.get(FIRST_CRAMP)),
        answers={
            key: Told(bool(row.number), row.noted_on)
            for key, row in newest.items()
            if key in ANSWERED and row.number is not None
        },
        tried=_tried(connection),
        doctor_questions=_doctor_questions(newest),
        emergency_number=_text(newest.get(EMERGENCY)),
    )


def write_profile(connection: Connection, profile: Profile, *, today: dt.date) -> Profile:
    """Keep a profile; gives it with the places that its medicines and what was tried were given.

    An answer that changed is added with its day; the ones before it stay as history.
    """
    newest = _newest(connection)
    for row in _answer_rows(profile, today):
        if _told(row) != _told_before(newest.get(row["question"]), row):
            connection.execute(insert(ProfileAnswerRow), row)
    _write_conditions(connection, profile.conditions)
    return replace(
        profile,
        medicines=_write_medicines(connection, profile.medicines),
        tried=_write_tried(connection, profile.tried),
    )


def read_markers(connection: Connection) -> tuple[Marker, ...]:
    """All markers, oldest first."""
    rows = connection.execute(select(MarkerRow.__table__).order_by(MarkerRow.day, MarkerRow.id))
    return tuple(Marker(row.day, row.text, row.id) for row in rows)


def write_markers(connection: Connection, markers: tuple[Marker, ...]) -> tuple[Marker, ...]:
    """Keep these markers and no others; gives them with their places in the diary."""
    connection.execute(delete(MarkerRow))
    rows = [{"id": marker.key, "day": marker.day, "text": marker.text} for marker in markers]
    keys = _write_numbered(connection, MarkerRow, rows)
    return tuple(replace(marker, key=key) for marker, key in zip(markers, keys, strict=True))


def _newest(connection: Connection) -> dict[str, Row[Any]]:
    rows = connection.execute(select(ProfileAnswerRow.__table__).order_by(ProfileAnswerRow.id))
    return {row.question: row for row in rows}


def _text(row: Row[Any] | None) -> str:
    return (row and row.text) or ""


def _pregnancy(row: Row[Any] | None) -> Pregnancy | None:
    if row is None or (row.number is None and row.text != WEEK_NOT_KNOWN):
        return None
    return Pregnancy(row.number, row.noted_on)


def _not_pregnant(row: Row[Any] | None) -> dt.date | None:
    return row.noted_on if row and row.text == NOT_PREGNANT else None


def _first_cramp(row: Row[Any] | None) -> FirstCramp | None:
    if row is None or (row.number is None and row.text is None):
        return None
    return FirstCramp(dt.date.fromisoformat(row.text) if row.text else row.number, row.noted_on)


def _doctor_questions(newest: dict[str, Row[Any]]) -> tuple[str, ...]:
    lines = [_text(newest.get(DOCTOR_QUESTION.format(line=line))) for line in range(1, MOST_QUESTIONS + 1)]
    while lines and not lines[-1]:
        lines.pop()
    return tuple(lines)


def _answer_rows(profile: Profile, today: dt.date) -> list[dict[str, Any]]:
    """What is told now to each question of the profile: one that is not answered has neither number nor text."""
    lines = [*profile.doctor_questions, *[""] * MOST_QUESTIONS][:MOST_QUESTIONS]
    texts = {
        "name": profile.name,
        "sex": profile.sex,
        EMERGENCY: profile.emergency_number,
        **{DOCTOR_QUESTION.format(line=at): line for at, line in enumerate(lines, start=1)},
    }
    return [
        *[_answer_row(question, today, text=text or None) for question, text in texts.items()],
        _answer_row("year_of_birth", today, number=profile.year_of_birth),
        _pregnancy_row(profile, today),
        _first_cramp_row(profile.first_cramp, today),
        *[_yes_no_row(question, profile.answers.get(question), today) for question in sorted(ANSWERED)],
    ]


def _answer_row(
    question: str, noted_on: dt.date, *, number: int | None = None, text: str | None = None
) -> dict[str, Any]:
    return {"question": question, "number": number, "text": text, "noted_on": noted_on}


def _pregnancy_row(profile: Profile, today: dt.date) -> dict[str, Any]:
    if pregnancy := profile.pregnancy:
        text = WEEK_NOT_KNOWN if pregnancy.weeks is None else None
        return _answer_row(PREGNANCY, pregnancy.noted_on, number=pregnancy.weeks, text=text)
    if profile.not_pregnant:
        return _answer_row(PREGNANCY, profile.not_pregnant, text=NOT_PREGNANT)
    return _answer_row(PREGNANCY, today)


def _first_cramp_row(first: FirstCramp | None, today: dt.date) -> dict[str, Any]:
    if first is None:
        return _answer_row(FIRST_CRAMP, today)
    if isinstance(first.when, dt.date):
        return _answer_row(FIRST_CRAMP, first.noted_on, text=first.when.isoformat())
    return _answer_row(FIRST_CRAMP, first.noted_on, number=first.when)


def _yes_no_row(question: str, told: Told | None, today: dt.date) -> dict[str, Any]:
    return _answer_row(question, told.noted_on if told else today, number=int(told.yes) if told else None)


def _told(row: dict[str, Any]) -> tuple[object, ...]:
    """What of an answer makes it another one. Whatever the profile holds with its day, the day is part of."""
    dated = row["question"] in DATED and (row["number"] is not None or row["text"] is not None)
    return row["number"], row["text"], row["noted_on"] if dated else None


def _told_before(before: Row[Any] | None, row: dict[str, Any]) -> tuple[object, ...]:
    if before is None:
        return None, None, None
    return _told({**row, "number": before.number, "text": before.text, "noted_on": before.noted_on})


def _conditions(connection: Connection) -> tuple[Condition, ...]:
    rows = connection.execute(select(ConditionRow.__table__).order_by(ConditionRow.position))
    return tuple(Condition(row.key, row.noted_on, row.since) for row in rows)


def _write_conditions(connection: Connection, conditions: tuple[Condition, ...]) -> None:
    connection.execute(delete(ConditionRow))
    for position, one in enumerate(conditions):
        row = {"position": position, "key": one.key, "noted_on": one.noted_on, "since": one.since}
        connection.execute(insert(ConditionRow), row)


def _medicines(connection: Connection) -> tuple[Medicine, ...]:
    rows = connection.execute(select(MedicineRow.__table__).order_by(MedicineRow.id))
    return tuple(
        Medicine(
            row.name,
            row.noted_on,
            dose=row.dose,
            started=row.started,
            stopped=row.stopped,
            key=row.id,
            for_cramps=row.for_cramps,
            supplement=row.supplement,
        )
        for row in rows
    )


def _write_medicines(connection: Connection, medicines: tuple[Medicine, ...]) -> tuple[Medicine, ...]:
    connection.execute(delete(MedicineRow))
    rows = [
        {
            "id": one.key,
            "name": one.name,
            "dose": one.dose,
            "noted_on": one.noted_on,
            "started": one.started,
            "stopped": one.stopped,
            "for_cramps": one.for_cramps,
            "supplement": one.supplement,
        }
        for one in medicines
    ]
    keys = _write_numbered(connection, MedicineRow, rows)
    return tuple(replace(one, key=key) for one, key in zip(medicines, keys, strict=True))


def _tried(connection: Connection) -> tuple[Tried, ...]:
    rows = connection.execute(select(TriedRow.__table__).order_by(TriedRow.id))
    return tuple(
        Tried(
            row.what,
            row.noted_on,
            verdict=Verdict(row.verdict) if row.verdict else None,
            how=row.how,
            started=row.started,
            stopped=row.stopped,
            key=row.id,
        )
        for row in rows
    )


def _write_tried(connection: Connection, tried: tuple[Tried, ...]) -> tuple[Tried, ...]:
    connection.execute(delete(TriedRow))
    rows = [
        {
            "id": one.key,
            "what": one.what,
            "verdict": one.verdict,
            "how": one.how,
            "noted_on": one.noted_on,
            "started": one.started,
            "stopped": one.stopped,
        }
        for one in tried
    ]
    keys = _write_numbered(connection, TriedRow, rows)
    return tuple(replace(one, key=key) for one, key in zip(tried, keys, strict=True))


def _write_numbered(
    connection: Connection, table: type[MarkerRow | MedicineRow | TriedRow], rows: list[dict[str, Any]]
) -> list[int]:
    return [connection.execute(insert(table).returning(table.id), row).scalar_one() for row in rows]
