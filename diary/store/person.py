"""Keeps the profile and the markers in their tables. Reading is in person_rows.py."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, insert

from diary.model.profile import MOST_QUESTIONS, YES_NO_QUESTIONS
from diary.store.entries import CONDITIONS, MARKERS, MEDICINES, TREATMENTS, entry_row, stored_entries, write_entries
from diary.store.person_rows import (
    DOCTOR_QUESTION,
    EMERGENCY,
    FIRST_CRAMP,
    NOT_PREGNANT,
    PREGNANCY,
    SUSPICION,
    WEEK_NOT_KNOWN,
    stored_answers,
    stored_profile,
)
from diary.store.tables import ConditionRow, ProfileAnswerRow

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from diary.model.profile import Condition, FirstCramp, Marker, Profile
    from diary.model.profile_questions import ProfileAnswer
    from diary.model.suspicion import Suspicion
    from diary.store.person_rows import StoredAnswer

DATED = {PREGNANCY, FIRST_CRAMP, SUSPICION, *YES_NO_QUESTIONS}


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
        medicines=write_entries(connection, MEDICINES, profile.medicines),
        treatments=write_entries(connection, TREATMENTS, profile.treatments),
    )


def read_markers(connection: Connection) -> tuple[Marker, ...]:
    """All markers that can be read, oldest first."""
    return tuple(sorted(stored_entries(connection, MARKERS).values.values(), key=lambda marker: marker.day))


def write_markers(connection: Connection, markers: tuple[Marker, ...]) -> tuple[Marker, ...]:
    """Keep these markers and no others that can be read; gives them with their places in the diary."""
    return write_entries(connection, MARKERS, markers)


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
        _suspicion_row(profile.suspicion, today),
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


def _suspicion_row(suspicion: Suspicion | None, today: dt.date) -> dict[str, Any]:
    if suspicion is None:
        return _answer_row(SUSPICION, today)
    return _answer_row(SUSPICION, suspicion.named_on, text=suspicion.key)


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
    present = stored_entries(connection, CONDITIONS)
    connection.execute(delete(ConditionRow).where(ConditionRow.position.in_(list(present.values))))
    free = (position for position in count() if position not in present.damaged)
    for position, condition in zip(free, conditions, strict=False):
        connection.execute(insert(ConditionRow), entry_row(CONDITIONS, condition, position))
