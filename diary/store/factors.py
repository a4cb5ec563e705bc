"""The factors in their table: a row for each built-in one, and the person's own whole. Reading is in factor_rows.py."""

from __future__ import annotations

import json
from itertools import count
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, update
from sqlalchemy.dialects.sqlite import insert

from diary.model.built_in import BUILT_IN
from diary.model.damage import DamagedRecordError
from diary.model.factors import Catalogue, Factor, Number, Option
from diary.model.own_factors import options_of
from diary.store import strict
from diary.store.factor_kinds import kind_name
from diary.store.factor_rows import stored_questions
from diary.store.tables import FactorRow, FormerWordsRow

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from diary.model.own_factors import FormerWords, OwnFactor
    from diary.model.questions import Questions
    from diary.store.factor_rows import StoredQuestions


def built_in_rows(catalogue: Catalogue = BUILT_IN) -> list[dict[str, Any]]:
    """The rows of the built-in factors, as a new diary begins with them."""
    return [_built_in_row(factor, position) for position, factor in enumerate(catalogue)]


def read_questions(connection: Connection) -> Questions:
    """The person's own questions in their order, and the built-in ones that they hid, as far as they can be read."""
    return stored_questions(connection).questions


def write_questions(connection: Connection, questions: Questions) -> None:
    """Keep these questions. Own ones that are not among them stay until `forget_others`, for nights may answer them.

    Raises DamagedRecordError where one would take the place of a question that cannot be read.
    """
    present = stored_questions(connection)
    _refuse_damaged(present, questions)
    _hide(connection, present, questions)
    for position, factor in enumerate(questions.own):
        row = _own_row(factor, position)
        connection.execute(insert(FactorRow).values(row).on_conflict_do_update(index_elements=["key"], set_=row))
    _write_former(connection, present, questions)


def forget_others(connection: Connection, questions: Questions) -> None:
    """Take out the own questions that are not among these. One that cannot be read stays as it is."""
    keys = {factor.key for factor in questions.own}
    others = [factor.key for factor in read_questions(connection).own if factor.key not in keys]
    connection.execute(delete(FactorRow).where(FactorRow.key.in_(others)))


def _refuse_damaged(present: StoredQuestions, questions: Questions) -> None:
    for key in [factor.key for factor in questions.own] + sorted(questions.hidden):
        if key in present.damaged:
            raise DamagedRecordError(present.damaged[key])


def _hide(connection: Connection, present: StoredQuestions, questions: Questions) -> None:
    for key in questions.hidden ^ present.questions.hidden:
        hide = update(FactorRow).where(FactorRow.key == key)
        connection.execute(hide.values(hidden=key in questions.hidden))


def _write_former(connection: Connection, present: StoredQuestions, questions: Questions) -> None:
    """Write the former words anew, around those that cannot be read."""
    for key, position in present.former:
        place = (FormerWordsRow.factor == key, FormerWordsRow.position == position)
        connection.execute(delete(FormerWordsRow).where(*place))
    places = set(strict.fetch_rows(connection, "SELECT factor, position FROM former_words"))
    for factor in questions.own:
        free = (position for position in count() if (factor.key, position) not in places)
        for position, words in zip(free, factor.former, strict=False):
            connection.execute(insert(FormerWordsRow), _former_row(factor.key, position, words))


def _built_in_row(factor: Factor, position: int) -> dict[str, Any]:
    row = {"key": factor.key, "kind": kind_name(factor.kind), "own": False, "hidden": False, "archived": False}
    low, high = (factor.kind.low, factor.kind.high) if isinstance(factor.kind, Number) else (None, None)
    return row | {"low": low, "high": high, "position": position}


def _own_row(factor: OwnFactor, position: int) -> dict[str, Any]:
    number = factor.kind if isinstance(factor.kind, Number) else None
    return {
        "key": factor.key,
        "kind": kind_name(factor.kind),
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


def _former_row(factor: str, position: int, words: FormerWords) -> dict[str, Any]:
    return {
        "factor": factor,
        "position": position,
        "until": words.until,
        "question": words.question,
        "name": words.name,
        "unit": words.unit or None,
        "options": _options_text(words.options),
    }


def _options_text(options: tuple[Option, ...]) -> str | None:
    return json.dumps({option.key: option.name for option in options}, ensure_ascii=False) if options else None
