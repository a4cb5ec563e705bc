"""The person's own questions as plain data and back."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from diary.model.factors import Choice, Group, Number, Option, YesNo
from diary.model.own_factors import FormerWords, OwnFactor, OwnKind
from diary.model.questions import Questions

if TYPE_CHECKING:
    from diary.model.plain.values import Plain


def plain_questions(questions: Questions) -> Plain:
    """Own questions, and the built-in ones that are hidden, as plain data."""
    return {"own": [plain_own_factor(factor) for factor in questions.own], "hidden": sorted(questions.hidden)}


def questions_from_plain(plain: Plain) -> Questions:
    """Questions from plain data. Raises ValueError, KeyError, TypeError or a refusal where it is not so."""
    own = tuple(own_factor_from_plain(factor) for factor in plain.get("own", ()))
    return Questions(own, frozenset(plain.get("hidden", ())))


def plain_own_factor(factor: OwnFactor) -> Plain:
    """An own question as plain data; what is as it is for most is left out."""
    plain: Plain = {"key": factor.key, "question": factor.question, "name": factor.name}
    plain |= _plain_kind(factor.kind) | {"evening": factor.evening}
    if factor.hidden:
        plain["hidden"] = True
    if factor.archived:
        plain["archived"] = True
    if factor.former:
        plain["former"] = [_plain_words(words) for words in factor.former]
    return plain


def own_factor_from_plain(plain: Plain) -> OwnFactor:
    """An own question from plain data. Raises ValueError, KeyError, TypeError or a refusal where it is not one."""
    return OwnFactor(
        plain["key"],
        Group.OWN,
        plain["question"],
        plain["name"],
        _kind_from_plain(plain),
        evening=plain.get("evening", True),
        hidden=plain.get("hidden", False),
        archived=plain.get("archived", False),
        former=tuple(_words_from_plain(words) for words in plain.get("former", ())),
    )


def _plain_kind(kind: object) -> Plain:
    match kind:
        case Number():
            unit = {"unit": str(kind.unit)} if kind.unit else {}
            return {"kind": "number", "low": kind.low, "high": kind.high, "step": kind.step, **unit}
        case Choice():
            return {"kind": "choice", "options": _plain_options(kind.options)}
        case _:
            return {"kind": "yes_no"}


def _kind_from_plain(plain: Plain) -> OwnKind:
    match plain["kind"]:
        case "number":
            return Number(plain["low"], plain["high"], plain.get("step", 1), plain.get("unit", ""))
        case "choice":
            return Choice(_options_from_plain(plain["options"]))
        case "yes_no":
            return YesNo()
        case other:
            raise ValueError(other)


def _plain_words(words: FormerWords) -> Plain:
    plain: Plain = {"until": words.until.isoformat(), "question": words.question, "name": words.name}
    if words.unit:
        plain["unit"] = words.unit
    if words.options:
        plain["options"] = _plain_options(words.options)
    return plain


def _words_from_plain(plain: Plain) -> FormerWords:
    return FormerWords(
        dt.date.fromisoformat(plain["until"]),
        plain["question"],
        plain["name"],
        plain.get("unit", ""),
        _options_from_plain(plain.get("options", {})),
    )


def _plain_options(options: tuple[Option, ...]) -> Plain:
    return {option.key: option.name for option in options}


def _options_from_plain(plain: Plain) -> tuple[Option, ...]:
    return tuple(Option(key, name) for key, name in plain.items())
