"""Reads the questions from their tables: those that can be read, and the others by their keys."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from diary.language import tr
from diary.model.built_in import BUILT_IN
from diary.model.damage import DamagedRecord
from diary.model.errors import DiaryError
from diary.model.factors import Choice, Group, Number, Option, YesNo
from diary.model.own_factors import FormerWords, OwnFactor, OwnKind
from diary.model.questions import Questions
from diary.store import strict
from diary.store.factor_kinds import kind_name

if TYPE_CHECKING:
    from sqlalchemy import Connection

FACTORS = (
    "SELECT rowid, key, kind, own, question, name, low, high, step, unit, options, evening, hidden, archived, position "
    "FROM factor NOT INDEXED"
)
FACTOR_INDEX = "SELECT rowid, key FROM factor INDEXED BY sqlite_autoindex_factor_1"
FORMER = "SELECT factor, position, until, question, name, unit, options FROM former_words NOT INDEXED"


class _FactorRow(NamedTuple):
    """A question as it stands in the file."""

    rowid: Any
    key: Any
    kind: Any
    own: Any
    question: Any
    name: Any
    low: Any
    high: Any
    step: Any
    unit: Any
    options: Any
    evening: Any
    hidden: Any
    archived: Any
    position: Any


class BrokenQuestionError(DiaryError):
    """A row that is not the question that it should be."""


@dataclass(frozen=True, slots=True)
class StoredQuestions:
    """The questions of a diary's file."""

    questions: Questions
    damaged: Mapping[Any, DamagedRecord]
    """The questions that cannot be read, by what stands in the place of their keys."""
    former: tuple[tuple[str, int], ...]
    """Whose former words can be read, and at which position."""
    damaged_former: tuple[DamagedRecord, ...]


def stored_questions(connection: Connection) -> StoredQuestions:
    """The person's own questions in their order, the built-in ones that they hid, and what cannot be read."""
    former, places, damaged_former = _former(connection)
    rows = [_FactorRow(*row) for row in strict.fetch_rows(connection, FACTORS)]
    index = {tuple(row) for row in strict.fetch_rows(connection, FACTOR_INDEX)}
    questions, damaged = Questions(), {}
    for row in sorted(rows, key=_order):
        try:
            if row[:2] not in index:
                raise BrokenQuestionError(tr("the file tells two different keys for it"))
            questions = _with(questions, row, former)
        except strict.UNREADABLE as error:
            damaged[row.key] = _record(row.key, error)
    return StoredQuestions(questions, damaged, tuple(places), tuple(damaged_former))


def _order(row: _FactorRow) -> tuple[bool, Any, str]:
    """The order of the rows: by position, those without a position last."""
    return type(row.position) is not int, row.position if type(row.position) is int else 0, str(row.key)


def _record(key: Any, error: BaseException) -> DamagedRecord:
    return DamagedRecord(tr("The question “{key}”").format(key=strict.printable(key)), strict.reason(error))


def _with(questions: Questions, row: _FactorRow, former: Mapping[Any, list[FormerWords]]) -> Questions:
    strict.whole_number(row.position)
    if strict.flag(row.own):
        own = _own_factor(row, tuple(former.get(row.key, ())))
        return Questions((*questions.own, own), questions.hidden)
    _refuse_altered(row)
    return Questions(questions.own, questions.hidden | {row.key}) if strict.flag(row.hidden) else questions


def _refuse_altered(row: _FactorRow) -> None:
    """A built-in question is in the file only so that SQLite can look at its answers."""
    kind = BUILT_IN.get(strict.text(row.key)).kind
    low, high = (kind.low, kind.high) if isinstance(kind, Number) else (None, None)
    if (row.kind, row.low, row.high, row.archived) != (kind_name(kind), low, high, 0):
        raise BrokenQuestionError(tr("it is not as the diary asks it"))


def _own_factor(row: _FactorRow, former: tuple[FormerWords, ...]) -> OwnFactor:
    return OwnFactor(
        strict.text(row.key),
        Group.OWN,
        strict.text(row.question),
        strict.text(row.name),
        _kind(row),
        evening=strict.flag(row.evening),
        hidden=strict.flag(row.hidden),
        archived=strict.flag(row.archived),
        former=former,
    )


def _kind(row: _FactorRow) -> OwnKind:
    match row.kind:
        case "number":
            low, high, step = (strict.number(value) for value in (row.low, row.high, row.step))
            return Number(low, high, step, strict.text(row.unit or ""))
        case "choice":
            return Choice(_options(row.options))
        case "yes_no":
            return YesNo()
        case other:
            raise strict.UnreadableValueError(other, tr("a kind of answer"))


def _options(text: object) -> tuple[Option, ...]:
    return tuple(
        Option(strict.text(key), strict.text(name)) for key, name in json.loads(strict.text(text or "{}")).items()
    )


def _former(
    connection: Connection,
) -> tuple[dict[Any, list[FormerWords]], list[tuple[str, int]], list[DamagedRecord]]:
    former: dict[Any, list[FormerWords]] = defaultdict(list)
    places, damaged = [], []
    for factor, position, *words in sorted(
        strict.fetch_rows(connection, FORMER), key=lambda row: (str(row[0]), row[1])
    ):
        try:
            former[factor].append(_words(*words))
            places.append((factor, position))
        except strict.UNREADABLE as error:
            what = tr("What the question “{key}” was called before").format(key=strict.printable(factor))
            damaged.append(DamagedRecord(what, strict.reason(error)))
    return former, places, damaged


def _words(until: Any, question: Any, name: Any, unit: Any, options: Any) -> FormerWords:
    return FormerWords(
        strict.day(until), strict.text(question), strict.text(name), strict.text(unit or ""), _options(options)
    )
