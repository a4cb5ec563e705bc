"""Reads nights from their tables: what can be read as nights, and the others by name.

Each table is read as it stands, without its index, and the index is held against it: where the two tell different
mornings, a night that was found by the one would be written over by the other.
"""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from diary.language import tr
from diary.model.causes import CauseKind, cause_of
from diary.model.damage import DamagedNight, StoredNights
from diary.model.errors import DiaryError
from diary.model.night import Answer, Cramp, Muscle, Night, Relief, Side
from diary.model.period import ALL_TIME, Period
from diary.store import strict
from diary.store.answer_values import AnswerValues
from diary.store.engine import driver
from diary.store.factor_rows import stored_questions

if TYPE_CHECKING:
    from sqlalchemy import Connection

NIGHTS = "SELECT rowid, morning, cramps_told, cramps_told_at, note FROM night NOT INDEXED"
NIGHT_INDEX = "SELECT rowid, morning FROM night INDEXED BY sqlite_autoindex_night_1"
CRAMPS = (
    "SELECT rowid, morning, position, at, about, minutes, intensity, side, muscle, woke_me, minutes_awake, "
    "sore_next_day, relief, distress FROM cramp NOT INDEXED"
)
CRAMP_INDEX = "SELECT rowid, morning, position FROM cramp INDEXED BY sqlite_autoindex_cramp_1"
ANSWERS = "SELECT morning, factor, kind, number, text, given_at FROM answer"

Row = tuple[Any, ...]


class BrokenNightError(DiaryError):
    """Rows of a night that do not make one."""


@dataclass(frozen=True, slots=True)
class _Parts:
    """What the rows of some nights hold, by what stands in the place of their mornings."""

    cramps: dict[Any, list[tuple[int, Cramp]]] = field(default_factory=lambda: defaultdict(list))
    answers: dict[Any, dict[str, Answer]] = field(default_factory=lambda: defaultdict(dict))
    reasons: dict[Any, str] = field(default_factory=dict)

    def damage(self, place: Any, error: BaseException) -> None:
        """Note why a night cannot be read; the first reason stands."""
        self.reasons.setdefault(place, strict.reason(error))


def stored_nights(connection: Connection, period: Period = ALL_TIME) -> StoredNights:
    """The nights of a period, oldest first, and those among them that cannot be read."""
    parts = _Parts()
    rows = _rows(connection, NIGHTS, period)
    cramps = _rows(connection, CRAMPS, period)
    _compare_with_index(parts, rows, _index(connection, NIGHT_INDEX, period), columns=2)
    _compare_with_index(parts, cramps, _index(connection, CRAMP_INDEX, period), columns=3)
    _add_cramps(parts, cramps)
    _add_answers(parts, _rows(connection, ANSWERS, period), AnswerValues(stored_questions(connection).questions))
    return _stored_nights(parts, _nights(parts, rows))


def _rows(connection: Connection, query: str, period: Period) -> list[Row]:
    # An open end is no limit at all: a row whose morning is no date has to be read, and is told as damaged.
    bounds = (("morning >= ?", period.first, dt.date.min), ("morning <= ?", period.last, dt.date.max))
    limits = [(rule, day.isoformat()) for rule, day, open_end in bounds if day != open_end]
    where = " WHERE " + " AND ".join(rule for rule, _ in limits) if limits else ""
    return strict.fetch_rows(connection, query + where, [day for _, day in limits])


def _index(connection: Connection, query: str, period: Period) -> list[Row] | None:
    """The rows of an index; None where it cannot be read, for then the table alone tells the nights."""
    try:
        return _rows(connection, query, period)
    except driver.DatabaseError as error:
        if cause_of(error).kind is not CauseKind.DAMAGED:
            raise
        return None


def _compare_with_index(parts: _Parts, rows: list[Row], index: list[Row] | None, *, columns: int) -> None:
    if index is None:
        return
    for row in {row[:columns] for row in rows} ^ {row[:columns] for row in index}:
        parts.damage(row[1], BrokenNightError(tr("the file tells two different mornings for it")))


def _add_cramps(parts: _Parts, rows: list[Row]) -> None:
    for _, morning, position, *values in rows:
        try:
            parts.cramps[morning].append((position, read_cramp(*values)))
        except strict.UNREADABLE as error:
            parts.damage(morning, error)


def read_cramp(*values: Any) -> Cramp:
    """A cramp from what stands in its columns, without morning and position. Raises what UNREADABLE has."""
    at, about, minutes, intensity, side, muscle, woke_me, minutes_awake, sore_next_day, relief, distress = values
    return Cramp(
        at=None if at is None else strict.wall_time(at),
        about=strict.flag(about),
        minutes=None if minutes is None else strict.number(minutes),
        intensity=None if intensity is None else strict.whole_number(intensity),
        side=None if side is None else strict.word(side, Side),
        muscle=None if muscle is None else strict.word(muscle, Muscle),
        woke_me=None if woke_me is None else strict.flag(woke_me),
        minutes_awake=None if minutes_awake is None else strict.whole_number(minutes_awake),
        sore_next_day=None if sore_next_day is None else strict.flag(sore_next_day),
        relief=None if relief is None else _relief(relief),
        distress=None if distress is None else strict.whole_number(distress),
    )


def _relief(text: object) -> frozenset[Relief]:
    ways = json.loads(strict.text(text))
    if not isinstance(ways, list):
        raise strict.UnreadableValueError(text, tr("a list"))
    return frozenset(strict.word(way, Relief) for way in ways)


def _add_answers(parts: _Parts, rows: list[Row], values: AnswerValues) -> None:
    for morning, factor, kind, number, text, given_at in rows:
        answers = parts.answers[morning]
        try:
            if factor in answers:
                raise BrokenNightError(tr("it answers one question twice"))
            answers[factor] = Answer(values[factor, kind, number, text], strict.moment(given_at))
        except strict.UNREADABLE as error:
            parts.damage(morning, error)
    for morning in _out_of_order([row[:2] for row in rows]):
        parts.damage(morning, BrokenNightError(tr("one of its answers lies among those of other nights")))


def _out_of_order(keys: list[Row]) -> list[Any]:
    """The mornings of answers that lie where they cannot: their table is kept in order of morning and question."""
    try:
        if keys == sorted(keys):
            return []
        return [morning for at, (morning, _) in enumerate(keys) if _is_astray(keys, at)]
    except TypeError:  # one of them is no text, which was noticed already
        return []


def _is_astray(keys: list[Row], at: int) -> bool:
    before, after = keys[at - 1] if at else ("", ""), keys[at + 1] if at + 1 < len(keys) else ("\U0010ffff", "")
    return before < after and not before < keys[at] < after


def _nights(parts: _Parts, rows: list[Row]) -> list[Night]:
    nights = []
    for _, morning, logged, logged_at, note in rows:
        try:
            nights.append(_night(parts, morning, logged, logged_at, note))
        except strict.UNREADABLE as error:
            parts.damage(morning, error)
    counts = Counter(row[1] for row in rows)
    for morning in {*parts.cramps, *parts.answers} - set(counts):
        parts.damage(morning, BrokenNightError(tr("only its cramps or answers are there")))
    for morning in (morning for morning, count in counts.items() if count > 1):
        parts.damage(morning, BrokenNightError(tr("it is there twice")))
    return nights


def _night(parts: _Parts, morning: Any, flag: Any, logged_at: Any, note: Any) -> Night:
    logged = strict.flag(flag)
    cramps = sorted(parts.cramps.get(morning, ()), key=lambda cramp: cramp[0])
    if cramps and not logged:
        raise BrokenNightError(tr("it has cramps, but it was not told that it had any"))
    if logged_at is not None and not logged:
        raise BrokenNightError(tr("when its cramps were told is there, but not that they were"))
    return Night(
        strict.day(morning),
        cramps=tuple(cramp for _, cramp in cramps) if logged else None,
        logged_at=None if logged_at is None else strict.moment(logged_at),
        answers=parts.answers.get(morning, {}),
        note=strict.text(note),
    )


def _stored_nights(parts: _Parts, nights: list[Night]) -> StoredNights:
    damaged = [DamagedNight(strict.printable(place), reason) for place, reason in parts.reasons.items()]
    whole = [night for night in nights if night.morning.isoformat() not in parts.reasons]
    whole.sort(key=lambda night: night.morning)
    return StoredNights(tuple(whole), tuple(sorted(damaged, key=lambda night: night.place)))
