"""What was answered, as the model's own rules take it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from diary.language import tr
from diary.model.errors import UnknownFactorError
from diary.model.factors import OWN_PREFIX, Factor, Value
from diary.store import strict
from diary.store.factor_kinds import kind_name

if TYPE_CHECKING:
    from diary.model.questions import Questions


AnswerColumns = tuple[Any, Any, Any, Any]
"""The key of a question, the kind of its answer, and the answer as a number or a text."""


class AnswerValues(dict[AnswerColumns, Value]):
    """Reads answers. The same answer is given many times in a diary, so each is looked at once."""

    def __init__(self, questions: Questions) -> None:
        super().__init__()
        self._factors = {factor.key: factor for factor in questions.catalogue}

    def __missing__(self, columns: AnswerColumns) -> Value:
        """The answer. Raises a refusal where the question does not take it."""
        self[columns] = value = self._checked_value(*columns)
        return value

    def _checked_value(self, key: Any, kind: Any, number: Any, text: Any) -> Value:
        value = _value(kind, number, text)
        factor = self._factors.get(strict.text(key))
        if factor is None:
            _refuse_unknown(key)
        elif kind != kind_name(factor.kind) or not _can_hold(factor, value):
            raise strict.UnreadableValueError(
                text if text is not None else number, tr("an answer to {question}").format(question=tr(factor.name))
            )
        return value


def _refuse_unknown(key: str) -> None:
    """Refuse an answer to what nobody asks. That to an own question whose row is damaged stays: the row alone is damaged."""
    if not key.startswith(OWN_PREFIX):
        raise UnknownFactorError(key)


def _can_hold(factor: Factor, value: Value) -> bool:
    """Whether the factor keeps the value just so: a number between its steps is as wrong as one out of its range."""
    return factor.check(value) == value


def _value(kind: Any, number: Any, text: Any) -> Value:
    if (number is None) == (text is None):
        raise strict.UnreadableValueError(number, tr("one answer"))
    match kind:
        case "yes_no":
            return strict.flag(number)
        case "number":
            return float(strict.number(number))
        case "choice":
            return strict.text(text)
        case "clock":
            return _time(strict.text(text))
        case _:
            raise strict.UnreadableValueError(kind, tr("a kind of answer"))


def _time(text: str) -> dt.time:
    time = dt.time.fromisoformat(text)
    if time.isoformat("minutes") != text:
        raise strict.UnreadableValueError(text, tr("a time of day"))
    return time
