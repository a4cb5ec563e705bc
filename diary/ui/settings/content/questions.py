"""The person's own questions and the hidden ones, as Settings tells of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.language import tr, trn
from diary.model.exposures import exposures_of
from diary.model.factors import GROUP_NAMES, Choice, Factor, Group, Kind, Number
from diary.model.mornings import day_name
from diary.model.own_factors import FormerWords, OwnFactor
from diary.model.plain_number import plain_number

if TYPE_CHECKING:
    from diary.model.factors import Catalogue

FORM = (Group.BEDDING, Group.ROOM, Group.DAY, Group.DIET, Group.SLEEP, Group.AFTER)
"""The cards of built-in questions, as the form has them."""
GOOD_NUMBER = 14
"""With more comparisons than this, patterns become markedly harder to find."""


@dataclass(frozen=True, slots=True)
class BuiltInLine:
    """One built-in question, to be asked or not."""

    key: str
    name: str
    wanted: bool
    hint: str
    """Why it is not asked although it is wanted."""


@dataclass(frozen=True, slots=True)
class BuiltInGroup:
    """The built-in questions of one card of the form."""

    name: str
    lines: tuple[BuiltInLine, ...]


def own_questions(catalogue: Catalogue, *, archived: bool = False) -> tuple[OwnFactor, ...]:
    """The person's own questions in their order: those of now, or those archived."""
    return tuple(factor for factor in catalogue if isinstance(factor, OwnFactor) and factor.archived is archived)


def questions_words(catalogue: Catalogue) -> str:
    """How the questions stand: “2 of your own, 3 hidden”."""
    own, hidden = len(own_questions(catalogue)), sum(factor.hidden for factor in catalogue)
    words = [
        trn("{n} of your own", "{n} of your own", own).format(n=own) if own else tr("Add your own, hide what you skip"),
        *([trn("{n} hidden", "{n} hidden", hidden).format(n=hidden)] if hidden else []),
    ]
    return ", ".join(words)


def kind_words(kind: Kind) -> str:
    """How a question is answered: “Yes or no”, “A number from 0 to 10 km”, “Low / High”."""
    match kind:
        case Number():
            words = tr("A number from {low} to {high} {unit}")
            low, high = plain_number(kind.low), plain_number(kind.high)
            return words.format(low=low, high=high, unit=kind.unit).strip()
        case Choice(options):
            return " / ".join(option.name for option in options)
        case _:
            return tr("Yes or no")


def standing_words(factor: OwnFactor) -> str:
    """How an own question is answered, and whether it is hidden."""
    words = kind_words(factor.kind)
    return tr("Hidden. {words}").format(words=words) if factor.hidden else words


def former_line(words: FormerWords) -> str:
    """What a question was called, and until when: “Until 24 Nov 2026: Mood? Low / High”."""
    parts = [
        words.question,
        f"({words.name})" if words.name.rstrip("?") != words.question.rstrip("?") else "",
        words.unit,
        " / ".join(option.name for option in words.options),
    ]
    day = day_name(words.until, year=True)
    return tr("Until {day}: {words}").format(day=day, words=" ".join(word for word in parts if word))


def power_words(catalogue: Catalogue) -> str:
    """One sentence about what more questions cost, where the nights are compared by more than a good number."""
    n = comparisons(catalogue)
    if n <= GOOD_NUMBER or not own_questions(catalogue):
        return ""
    return tr(
        "The form now asks {n} things that nights are compared by; ten to fourteen is a good number, for each one more makes "
        "patterns harder to find (of 100, after 180 nights, 32 are found with 12 things and 21 with 30)."
    ).format(n=n)


def comparisons(catalogue: Catalogue) -> int:
    """By how many things nights are compared that are asked now."""
    asked = catalogue.on_form
    return sum(any(key in asked for key in exposure.factors) for exposure in exposures_of(asked))


def built_in_groups(catalogue: Catalogue) -> tuple[BuiltInGroup, ...]:
    """All built-in questions, card by card."""
    return tuple(
        BuiltInGroup(tr(GROUP_NAMES[group]), tuple(_line(catalogue, factor) for factor in catalogue.group(group)))
        for group in FORM
    )


def _line(catalogue: Catalogue, factor: Factor) -> BuiltInLine:
    return BuiltInLine(factor.key, tr(factor.name), not factor.hidden, _hint(catalogue, factor))


def _hint(catalogue: Catalogue, factor: Factor) -> str:
    if factor.only_if is None or factor.hidden or factor.key in catalogue.on_form:
        return ""
    return tr("Not asked while “{name}” is hidden.").format(name=tr(catalogue.get(factor.only_if[0]).name))
