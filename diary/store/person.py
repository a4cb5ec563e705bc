"""Keeps the profile and the markers in their tables. Reading is in person_rows.py."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, insert

from diary.model.damage import DamagedRecordError
from diary.model.profile import MOST_QUESTIONS, YES_NO_QUESTIONS
from diary.store.person_rows import (
    DOCTOR_QUESTION,
    EMERGENCY,
    FIRST_CRAMP,
    NOT_PREGNANT,
    PREGNANCY,
    WEEK_NOT_KNOWN,
    stored_answers,
    stored_conditions,
    stored_markers,
    stored_medicines,
    stored_profile,
    stored_treatments,
)
from diary.store.tables import ConditionRow, MarkerRow, MedicineRow, ProfileAnswerRow, TreatmentRow

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from diary.model.profile import Condition, FirstCramp, Marker, Medicine, Profile, Treatment
    from diary.model.profile_questions import ProfileAnswer
    from diary.store.person_rows import StoredAnswer, StoredRows

DATED = {PREGNANCY, FIRST_CRAMP, *YES_NO_QUESTIONS}


def read_profile(connection: Connection) -> Profile:
    """The profile as it stands now: of each question the newest answer."""
    profile, _damaged = stored_profile(connection)
    return profile


def write_profile(connection: Connection, profile: Profile, *, today: dt.date) -> Profile:
    """Keep a profile; gives it with the places that its medicines and what was tried were given.

    An answer that changed is added with its day; the ones before it stay as history. What cannot be read stays as it
    is. Raises DamagedRecordError where a medicine or the like would take the place of one that cannot be read.
    """
    newest = stored_answers(connection).newest
    for row in _answer_rows(profile, today):
        if _fingerprint(row) != _fingerprint_before(newest.get(row["question"]), row):
            connection.execute(insert(ProfileAnswerRow), row)
    _write_conditions(connection, profile.conditions)
    return replace(
        profile,
        medicines=_write_medicines(connection, profile.medicines),
        treatments=_write_treatments(connection, profile.treatments),
    )


def read_markers(connection: Connection) -> tuple[Marker, ...]:
    """All markers that can be read, oldest first."""
    return tuple(sorted(stored_markers(connection).values.values(), key=lambda marker: marker.day))


def write_markers(connection: Connection, markers: tuple[Marker, ...]) -> tuple[Marker, ...]:
    """Keep these markers and no others that can be read; gives them with their places in the diary."""
    rows = [{"id": marker.key, "day": marker.day, "text": marker.text} for marker in markers]
    keys = _write_numbered(connection, MarkerRow, rows, stored_markers(connection))
    return tuple(replace(marker, key=key) for marker, key in zip(markers, keys, strict=True))


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
        *[_yes_no_row(question, profile.answers.get(question), today) for question in sorted(YES_NO_QUESTIONS)],
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


def _yes_no_row(question: str, answer: ProfileAnswer | None, today: dt.date) -> dict[str, Any]:
    return _answer_row(question, answer.noted_on if answer else today, number=int(answer.yes) if answer else None)


def _fingerprint(row: dict[str, Any]) -> tuple[object, ...]:
    """What makes an answer another one than before. The day is part of it where the profile holds the answer with its day."""
    is_dated = row["question"] in DATED and (row["number"] is not None or row["text"] is not None)
    return row["number"], row["text"], row["noted_on"] if is_dated else None


def _fingerprint_before(before: StoredAnswer | None, row: dict[str, Any]) -> tuple[object, ...]:
    if before is None:
        return None, None, None
    return _fingerprint({**row, "number": before.number, "text": before.text, "noted_on": before.noted_on})


def _write_conditions(connection: Connection, conditions: tuple[Condition, ...]) -> None:
    present = stored_conditions(connection)
    connection.execute(delete(ConditionRow).where(ConditionRow.position.in_(list(present.values))))
    free = (position for position in count() if position not in present.damaged)
    for position, condition in zip(free, conditions, strict=False):
        row = {"position": position, "key": condition.key, "noted_on": condition.noted_on, "since": condition.since}
        connection.execute(insert(ConditionRow), row)


def _write_medicines(connection: Connection, medicines: tuple[Medicine, ...]) -> tuple[Medicine, ...]:
    rows = [
        {
            "id": medicine.key,
            "name": medicine.name,
            "dose": medicine.dose,
            "noted_on": medicine.noted_on,
            "started": medicine.started,
            "stopped": medicine.stopped,
            "for_cramps": medicine.for_cramps,
            "supplement": medicine.supplement,
        }
        for medicine in medicines
    ]
    keys = _write_numbered(connection, MedicineRow, rows, stored_medicines(connection))
    return tuple(replace(medicine, key=key) for medicine, key in zip(medicines, keys, strict=True))


def _write_treatments(connection: Connection, treatments: tuple[Treatment, ...]) -> tuple[Treatment, ...]:
    rows = [
        {
            "id": treatment.key,
            "what": treatment.what,
            "verdict": treatment.verdict,
            "how": treatment.how,
            "noted_on": treatment.noted_on,
            "started": treatment.started,
            "stopped": treatment.stopped,
        }
        for treatment in treatments
    ]
    keys = _write_numbered(connection, TreatmentRow, rows, stored_treatments(connection))
    return tuple(replace(treatment, key=key) for treatment, key in zip(treatments, keys, strict=True))


def _write_numbered(
    connection: Connection,
    table: type[MarkerRow | MedicineRow | TreatmentRow],
    rows: list[dict[str, Any]],
    present: StoredRows[Any],
) -> list[int]:
    """Put these rows in the place of all that can be read; those that cannot stay as they are."""
    for row in rows:
        if row["id"] in present.damaged:
            raise DamagedRecordError(present.damaged[row["id"]])
    # All anew rather than what changed: a list is short, and the keys that come with the rows stay theirs.
    connection.execute(delete(table).where(table.id.in_(list(present.values))))
    return [connection.execute(insert(table).returning(table.id), row).scalar_one() for row in rows]
