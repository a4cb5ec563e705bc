"""The person's own questions: a yes or no, a number or a choice, with the words that they once had.

An own question behaves like a built-in one everywhere. Its key, and the keys of its options, never change, so that
answers stay what they were when their words do.
"""

from __future__ import annotations

import datetime as dt
import math
import re
import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from diary.language import tr
from diary.model.clean_text import clean_fields, clean_line
from diary.model.errors import (
    BadKeyError,
    EmptyTextError,
    HighTooLowError,
    OptionCountError,
    SameOptionError,
    StepNotAllowedError,
    TextTooLongError,
    TooFarFromZeroError,
    WrongKindError,
)
from diary.model.factors import OWN_PREFIX, Choice, Factor, Group, Kind, Number, Option, YesNo
from diary.model.plain_number import plain_number
from diary.model.same_name import name_key

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

MOST_QUESTION = 120
MOST_OWN_NAME = 60
MOST_UNIT = 20
MOST_OPTION = 40
MOST_KEY = 40
FEWEST_OPTIONS, MOST_OPTIONS = 2, 12
FARTHEST = 100_000
"""Own numbers lie no farther from zero than this."""
STEPS = (1, 0.5, 0.1, 0.01)
"""What an own number may be kept in."""

OwnKind = YesNo | Number | Choice
"""A time of day is not among them."""

_KEY = re.compile(r"[a-z0-9_]+")


@dataclass(frozen=True, slots=True)
class FormerWords:
    """The words that an own question had until a day."""

    until: dt.date
    question: str
    name: str
    unit: str = ""
    options: tuple[Option, ...] = ()

    def __post_init__(self) -> None:
        """Clean its words, and refuse what cannot have been."""
        clean_fields(self, "question", "name", "unit")
        refuse_words(self.question, self.name)
        _refuse_unit(self.unit)
        for option in self.options:
            _refuse_option(option)


@dataclass(frozen=True, slots=True)
class OwnFactor(Factor):
    """A question of the person's own."""

    archived: bool = False
    """No longer asked, and put away; its answers stay, and it can be taken up again."""
    former: tuple[FormerWords, ...] = ()
    """What it was called before, oldest first."""

    def __post_init__(self) -> None:
        """Clean its words, and refuse what cannot be."""
        clean_fields(self, "question", "name")
        _refuse_key(self.key)
        refuse_words(self.question, self.name)
        refuse_kind(self.kind)

    @property
    def asked(self) -> bool:
        """Whether the person wants to be asked this."""
        return not self.hidden and not self.archived

    def words_until(self, day: dt.date) -> FormerWords:
        """The words of today, as words that stood until this day."""
        return FormerWords(day, self.question, self.name, unit_of(self.kind), options_of(self.kind))


def own_factor(  # everything that a question is
    key: str, question: str, *, kind: OwnKind, name: str = "", evening: bool = True, hidden: bool = False
) -> OwnFactor:
    """An own question of these words; where no short name is given, the question stands for it."""
    question = clean_line(question).strip()
    name = clean_line(name).strip() or _short(question.rstrip("? "))
    _refuse_options_alike(options_of(kind))
    return OwnFactor(key, Group.OWN, question, name, _tidy(kind), evening=evening, hidden=hidden)


def _short(words: str) -> str:
    """As many whole words as fit a name; of one very long word, its beginning."""
    if len(words) <= MOST_OWN_NAME:
        return words
    return words[: MOST_OWN_NAME + 1].rpartition(" ")[0].rstrip() or words[:MOST_OWN_NAME]


def _tidy(kind: OwnKind) -> OwnKind:
    return replace(kind, unit=kind.unit.strip()) if isinstance(kind, Number) else kind


def choice_of(names: Iterable[str], options_before: tuple[Option, ...] = ()) -> Choice:
    """A choice of these words, in order; the first ones rename the options that are kept."""
    words = [clean_line(name).strip() for name in names]
    options = [Option(option.key, name) for option, name in zip(options_before, words, strict=False)]
    for name in words[len(options) :]:
        options.append(Option(new_key("", name, {option.key for option in options}), name))
    return Choice(tuple(options))


def new_key(prefix: str, words: str, present: Collection[str]) -> str:
    """A key in plain letters made of words, with a number where it is taken already: “own_herb_tea”."""
    plain = unicodedata.normalize("NFKD", words.casefold()).encode("ascii", "ignore").decode()
    stem = "_".join(re.findall(r"[a-z0-9]+", plain))[: MOST_KEY - len(prefix) - 3].strip("_") or "question"
    first = prefix + stem
    return next(key for n in range(1, len(present) + 2) if (key := first if n == 1 else f"{first}_{n}") not in present)


def unit_of(kind: Kind) -> str:
    """The unit of a number; nothing for other kinds."""
    return str(kind.unit) if isinstance(kind, Number) else ""


def options_of(kind: Kind) -> tuple[Option, ...]:
    """The options of a choice; none for other kinds."""
    return kind.options if isinstance(kind, Choice) else ()


def refuse_words(question: str, name: str) -> None:
    """Refuse a question without words, or with more than are kept."""
    _refuse_text(tr("The question"), question, MOST_QUESTION)
    _refuse_text(tr("The short name"), name, MOST_OWN_NAME)


def refuse_kind(kind: Kind) -> None:
    """Refuse a kind of answer that an own question cannot have."""
    match kind:
        case YesNo():
            return
        case Number():
            _refuse_number(kind)
        case Choice():
            _refuse_choice(kind)
        case _:
            raise WrongKindError(tr("A question of your own"), tr("a time"), tr("yes or no, a number or a choice"))


def _refuse_key(key: str) -> None:
    if not key.startswith(OWN_PREFIX) or len(key) > MOST_KEY or not _KEY.fullmatch(key):
        raise BadKeyError(key)


def _refuse_text(what: str, text: str, most: int) -> None:
    if not text.strip():
        raise EmptyTextError(what)
    if len(text) > most:
        raise TextTooLongError(what, most)


def _refuse_unit(unit: str) -> None:
    if len(unit) > MOST_UNIT:
        raise TextTooLongError(tr("The unit"), MOST_UNIT)


def _refuse_option(option: Option) -> None:
    _refuse_text(tr("An answer to choose"), option.name, MOST_OPTION)
    if not _KEY.fullmatch(option.key) or len(option.key) > MOST_KEY:
        raise BadKeyError(option.key)


def _refuse_number(kind: Number) -> None:
    _refuse_unit(kind.unit)
    if kind.step not in STEPS:
        raise StepNotAllowedError(plain_number(kind.step), ", ".join(map(plain_number, STEPS)))
    for end in (kind.low, kind.high):
        if not math.isfinite(end) or abs(end) > FARTHEST:
            raise TooFarFromZeroError(plain_number(end), FARTHEST)
    if kind.low >= kind.high:
        raise HighTooLowError(plain_number(kind.low), plain_number(kind.high))
    kind.check(tr("The lowest number"), kind.low)
    kind.check(tr("The highest number"), kind.high)


def _refuse_options_alike(options: Iterable[Option]) -> None:
    """Refuse two answers that nobody can tell apart. Not in every value: an older diary may hold such two."""
    names: set[str] = set()
    for option in options:
        if name_key(option.name) in names:
            raise SameOptionError(option.name)
        names.add(name_key(option.name))


def _refuse_choice(kind: Choice) -> None:
    if not FEWEST_OPTIONS <= len(kind.options) <= MOST_OPTIONS:
        raise OptionCountError(len(kind.options), FEWEST_OPTIONS, MOST_OPTIONS)
    names: set[str] = set()
    for option in kind.options:
        _refuse_option(option)
        if option.name.strip().casefold() in names:
            raise SameOptionError(option.name.strip())
        names.add(option.name.strip().casefold())
    if len({option.key for option in kind.options}) < len(kind.options):
        raise SameOptionError(kind.options[0].key)
