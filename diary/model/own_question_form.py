"""The form in which an own question stands in files: what belongs to its kind lies beside its words.

The files of every version so far are so, and the model's own shape, a kind within a question, came after them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from diary.model.factors import Choice, Group, Number, Option, YesNo
from diary.model.own_factors import FormerWords, OwnFactor, OwnKind, options_of, unit_of


class KindName(StrEnum):
    """The kinds of answer that an own question can have."""

    YES_NO = "yes_no"
    NUMBER = "number"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class FormerWordsForm:
    """Former words of an own question, with its options by their keys."""

    until: dt.date
    question: str
    name: str
    unit: str = ""
    options: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OwnQuestionForm:
    """An own question, with its options by their keys."""

    key: str
    question: str
    name: str
    kind: KindName
    low: float | None = None
    high: float | None = None
    step: float | None = None
    unit: str = ""
    options: Mapping[str, str] = field(default_factory=dict)
    evening: bool | None = None
    """Yes where a file does not say it; it is always written."""
    hidden: bool = False
    archived: bool = False
    former: tuple[FormerWordsForm, ...] = ()


def form_of_own_question(factor: OwnFactor) -> OwnQuestionForm:
    """The form of an own question."""
    low, high, step = _bounds(factor)
    return OwnQuestionForm(
        factor.key,
        factor.question,
        factor.name,
        _kind_name(factor),
        low=low,
        high=high,
        step=step,
        unit=unit_of(factor.kind),
        options=_option_names(options_of(factor.kind)),
        evening=factor.evening,
        hidden=factor.hidden,
        archived=factor.archived,
        former=tuple(
            FormerWordsForm(words.until, words.question, words.name, words.unit, _option_names(words.options))
            for words in factor.former
        ),
    )


def own_question_of_form(form: OwnQuestionForm) -> OwnFactor:
    """The own question that stands in a form. Raises ValueError, or a refusal of the model."""
    return OwnFactor(
        form.key,
        Group.OWN,
        form.question,
        form.name,
        _kind(form),
        evening=form.evening is not False,
        hidden=form.hidden,
        archived=form.archived,
        former=tuple(
            FormerWords(words.until, words.question, words.name, words.unit, _options(words.options))
            for words in form.former
        ),
    )


def _bounds(factor: OwnFactor) -> tuple[float | None, float | None, float | None]:
    kind = factor.kind
    return (kind.low, kind.high, kind.step) if isinstance(kind, Number) else (None, None, None)


def _kind_name(factor: OwnFactor) -> KindName:
    match factor.kind:
        case Number():
            return KindName.NUMBER
        case Choice():
            return KindName.CHOICE
        case _:
            return KindName.YES_NO


def _kind(form: OwnQuestionForm) -> OwnKind:
    match form.kind:
        case KindName.NUMBER:
            if form.low is None or form.high is None:
                raise ValueError(form.kind)
            return Number(form.low, form.high, 1 if form.step is None else form.step, form.unit)
        case KindName.CHOICE:
            return Choice(_options(form.options))
        case KindName.YES_NO:
            return YesNo()


def _option_names(options: tuple[Option, ...]) -> dict[str, str]:
    return {option.key: option.name for option in options}


def _options(names: Mapping[str, str]) -> tuple[Option, ...]:
    return tuple(Option(key, name) for key, name in names.items())
