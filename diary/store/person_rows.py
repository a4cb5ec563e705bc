"""Reads the profile and the markers from their tables: what can be read, and the rest by name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from diary.language import tr
from diary.model.damage import DamagedRecord
from diary.model.errors import OutOfRangeError
from diary.model.profile import (
    MOST_QUESTIONS,
    OLDEST_AGE,
    YES_NO_QUESTIONS,
    FirstCramp,
    Pregnancy,
    Profile,
    Sex,
)
from diary.model.profile_questions import ProfileAnswer
from diary.model.suspicion import Suspicion
from diary.store import strict
from diary.store.entries import CONDITIONS, MEDICINES, TREATMENTS, StoredEntries, stored_entries

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy import Connection

PREGNANCY = "pregnancy"
WEEK_NOT_KNOWN = "week_not_known"
NOT_PREGNANT = "no"
"""What the text of its answer can be, where it has no number of weeks."""
FIRST_CRAMP = "first_cramp"
"""Its answer is the year as a number, or the day as text."""
DOCTOR_QUESTION = "doctor_question_{line}"
EMERGENCY = "emergency_number"
SUSPICION = "suspicion"
"""Its answer is the key of what is suspected; its day is the one on which it was named."""
DOCTOR_QUESTIONS = tuple(DOCTOR_QUESTION.format(line=line) for line in range(1, MOST_QUESTIONS + 1))
KEY = re.compile(r"[a-z0-9_]+")
"""A question; one that an earlier version asked is history, and no damage."""

ANSWERS = "SELECT question, number, text, noted_on FROM profile_answer ORDER BY id"


class StoredAnswer(NamedTuple):
    """One answer of the profile as it stands in the file."""

    question: str
    number: int | None
    text: str | None
    noted_on: dt.date


@dataclass(frozen=True, slots=True)
class StoredAnswers:
    """The answers of the profile: of each question the newest, unless it cannot be read."""

    newest: Mapping[str, StoredAnswer]
    damaged: tuple[DamagedRecord, ...]


def stored_profile(connection: Connection) -> tuple[Profile, tuple[DamagedRecord, ...]]:
    """The profile as it stands now, and what of it cannot be read."""
    answers = stored_answers(connection)
    conditions = stored_entries(connection, CONDITIONS)
    medicines = stored_entries(connection, MEDICINES)
    treatments = stored_entries(connection, TREATMENTS)
    profile = _profile(
        answers.newest,
        conditions=tuple(conditions.values.values()),
        medicines=tuple(medicines.values.values()),
        treatments=tuple(treatments.values.values()),
    )
    lists: tuple[StoredEntries[Any], ...] = (conditions, medicines, treatments)
    return profile, (*answers.damaged, *(record for entries in lists for record in entries.damaged.values()))


def stored_answers(connection: Connection) -> StoredAnswers:
    """The newest answers. Where the newest cannot be read, the one before it is not taken for what stands now."""
    newest: dict[str, StoredAnswer] = {}
    damaged = []
    for question, number, text, noted_on in strict.fetch_rows(connection, ANSWERS):
        newest.pop(question, None)
        try:
            newest[question] = read_answer(question, number, text, noted_on)
        except strict.UNREADABLE as error:
            what = tr("The profile's answer “{question}”").format(question=strict.printable(question))
            damaged.append(DamagedRecord(what, strict.reason(error)))
    return StoredAnswers(newest, tuple(damaged))


def read_answer(question: Any, number: Any, text: Any, noted_on: Any) -> StoredAnswer:
    """An answer from what stands in its columns. Raises what UNREADABLE has."""
    if not KEY.fullmatch(strict.text(question)):
        raise strict.UnreadableValueError(question, tr("a question of the profile"))
    answer = StoredAnswer(
        question,
        None if number is None else strict.whole_number(number),
        None if text is None else strict.text(text),
        strict.day(noted_on),
    )
    _refuse_both(answer)
    _profile({question: answer})
    return answer


def _refuse_both(answer: StoredAnswer) -> None:
    if answer.number is not None and answer.text is not None:
        raise strict.UnreadableValueError(answer.text, tr("one answer"))
    numbers = {"year_of_birth", PREGNANCY, FIRST_CRAMP, *YES_NO_QUESTIONS}
    texts = {"name", "sex", EMERGENCY, SUSPICION, *DOCTOR_QUESTIONS}
    if answer.number is not None and answer.question in texts:
        raise strict.UnreadableValueError(answer.number, tr("a text"))
    if answer.text is not None and answer.question in numbers - {PREGNANCY, FIRST_CRAMP}:
        raise strict.UnreadableValueError(answer.text, tr("a number"))


def _profile(newest: Mapping[str, StoredAnswer], **lists: Any) -> Profile:
    sex = _text(newest.get("sex"))
    return Profile(
        name=_text(newest.get("name")),
        year_of_birth=_year_of_birth(newest.get("year_of_birth")),
        sex=strict.word(sex, Sex) if sex else None,
        pregnancy=_pregnancy(newest.get(PREGNANCY)),
        not_pregnant=_not_pregnant(newest.get(PREGNANCY)),
        first_cramp=_first_cramp(newest.get(FIRST_CRAMP)),
        answers={
            key: ProfileAnswer(strict.flag(row.number), row.noted_on)
            for key, row in newest.items()
            if key in YES_NO_QUESTIONS and row.number is not None
        },
        doctor_questions=_doctor_questions(newest),
        emergency_number=_text(newest.get(EMERGENCY)),
        suspicion=_suspicion(newest.get(SUSPICION)),
        **lists,
    )


def _text(row: StoredAnswer | None) -> str:
    return (row and row.text) or ""


def _year_of_birth(row: StoredAnswer | None) -> int | None:
    if row is None or row.number is None:
        return None
    oldest, newest = row.noted_on.year - OLDEST_AGE, row.noted_on.year
    if not oldest <= row.number <= newest:
        raise OutOfRangeError(tr("The year of birth"), row.number, oldest, newest)
    return row.number


def _pregnancy(row: StoredAnswer | None) -> Pregnancy | None:
    if row and row.text not in (None, WEEK_NOT_KNOWN, NOT_PREGNANT):
        raise strict.UnreadableValueError(row.text, tr("an answer to this"))
    if row is None or (row.number is None and row.text != WEEK_NOT_KNOWN):
        return None
    return Pregnancy(row.number, row.noted_on)


def _not_pregnant(row: StoredAnswer | None) -> dt.date | None:
    return row.noted_on if row and row.text == NOT_PREGNANT else None


def _first_cramp(row: StoredAnswer | None) -> FirstCramp | None:
    if row is None:
        return None
    when = row.number if row.text is None else strict.day(row.text)
    return None if when is None else FirstCramp(when, row.noted_on)


def _suspicion(row: StoredAnswer | None) -> Suspicion | None:
    return None if row is None or row.text is None else Suspicion(row.text, row.noted_on)


def _doctor_questions(newest: Mapping[str, StoredAnswer]) -> tuple[str, ...]:
    lines = [_text(newest.get(question)) for question in DOCTOR_QUESTIONS]
    while lines and not lines[-1]:
        lines.pop()
    return tuple(lines)
