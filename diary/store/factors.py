"""The factors in their table: a row for each built-in one, and the person's own whole."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, select, update
from sqlalchemy.dialects.sqlite import insert

from diary.model.built_in import BUILT_IN
from diary.model.factors import Catalogue, Choice, Clock, Factor, Group, Kind, Number, Option, YesNo
from diary.model.own_factors import FormerWords, OwnFactor, OwnKind, options_of
from diary.model.questions import Questions
from diary.store.tables import FactorRow, FormerWordsRow

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row


def built_in_rows(catalogue: Catalogue = BUILT_IN) -> list[dict[str, Any]]:
    """The rows of the built-in factors, as a new diary begins with them."""
    return [_built_in_row(factor, position) for position, factor in enumerate(catalogue)]


def read_questions(connection: Connection) -> Questions:
    """The person's own questions in their order, and the built-in ones that they hid."""
    former = _former(connection)
    rows = connection.execute(select(FactorRow.__table__).order_by(FactorRow.position, FactorRow.key)).all()
    return Questions(
        own=tuple(_own_factor(row, tuple(former[row.key])) for row in rows if row.own),
        hidden=frozenset(row.key for row in rows if row.hidden and not row.own),
    )


def write_questions(connection: Connection, questions: Questions) -> None:
    """Keep these questions. Own ones that are not among them stay until `forget_others`, for nights may answer them."""
    hide = update(FactorRow).where(~FactorRow.own)
    connection.execute(hide.values(hidden=FactorRow.key.in_(sorted(questions.hidden))))
    for position, factor in enumerate(questions.own):
        row = _own_row(factor, position)
        connection.execute(insert(FactorRow).values(row).on_conflict_do_update(index_elements=["key"], set_=row))
    connection.execute(delete(FormerWordsRow))
    if former := [row for factor in questions.own for row in _former_rows(factor)]:
        connection.execute(insert(FormerWordsRow), former)


def forget_others(connection: Connection, questions: Questions) -> None:
    """Take out the own questions that are not among these."""
    kept = [factor.key for factor in questions.own]
    connection.execute(delete(FactorRow).where(FactorRow.own, FactorRow.key.not_in(kept)))


def _built_in_row(factor: Factor, position: int) -> dict[str, Any]:
    row = {"key": factor.key, "kind": _kind_name(factor.kind), "own": False, "hidden": False, "archived": False}
    low, high = (factor.kind.low, factor.kind.high) if isinstance(factor.kind, Number) else (None, None)
    return row | {"low": low, "high": high, "position": position}


def _kind_name(kind: Kind) -> str:
    match kind:
        case YesNo():
            return "yes_no"
        case Number():
            return "number"
        case Choice():
            return "choice"
        case Clock():
            return "clock"


def _own_row(factor: OwnFactor, position: int) -> dict[str, Any]:
    number = factor.kind if isinstance(factor.kind, Number) else None
    return {
        "key": factor.key,
        "kind": _kind_name(factor.kind),
        "own": True,
        "question": factor.question,
        "name": factor.name,
        "low": number and number.low,
        "high": number and number.high,
        "step": number and number.step,
        "unit": number and str(number.unit),
        "options": _options_text(options_of(factor.kind)),
        "evening": factor.evening,
        "hidden": factor.hidden,
        "archived": factor.archived,
        "position": position,
    }


def _former_rows(factor: OwnFactor) -> list[dict[str, Any]]:
    return [
        {
            "factor": factor.key,
            "position": position,
            "until": words.until,
            "question": words.question,
            "name": words.name,
            "unit": words.unit or None,
            "options": _options_text(words.options),
        }
        for position, words in enumerate(factor.former)
    ]


def _former(connection: Connection) -> dict[str, list[FormerWords]]:
    former: dict[str, list[FormerWords]] = defaultdict(list)
    rows = select(FormerWordsRow.__table__).order_by(FormerWordsRow.factor, FormerWordsRow.position)
    for row in connection.execute(rows):
        words = FormerWords(row.until, row.question, row.name, row.unit or "", _options(row.options))
        former[row.factor].append(words)
    return former


def _own_factor(row: Row[Any], former: tuple[FormerWords, ...]) -> OwnFactor:
    return OwnFactor(
        row.key,
        Group.OWN,
        row.question,
        row.name,
        _kind(row),
        evening=row.evening,
        hidden=row.hidden,
        archived=row.archived,
        former=former,
    )


def _kind(row: Row[Any]) -> OwnKind:
    if row.kind == "number":
        return Number(row.low, row.high, row.step, row.unit or "")
    return Choice(_options(row.options)) if row.kind == "choice" else YesNo()


def _options(text: str | None) -> tuple[Option, ...]:
    return tuple(Option(key, name) for key, name in json.loads(text or "{}").items())


def _options_text(options: tuple[Option, ...]) -> str | None:
    return json.dumps({option.key: option.name for option in options}, ensure_ascii=False) if options else None
