"""What the person made of the questions: their own ones in their order, and which of the built-in ones they hid.

Every act on it gives a new value and refuses what cannot be; answers are never touched.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated

from diary.model.built_in import BUILT_IN
from diary.model.errors import (
    KindChangedError,
    NotOwnError,
    OptionGoneError,
    RangeNarrowedError,
    SameNameError,
    TooManyQuestionsError,
    UnknownFactorError,
)
from diary.model.factors import OWN_PREFIX, Catalogue, Choice, Factor, Number
from diary.model.own_factors import OwnFactor, OwnKind, new_key, options_of, own_factor
from diary.model.own_question_form import OwnQuestionForm, own_question_of_form
from diary.model.plain_number import plain_number
from diary.model.same_name import name_key
from diary.model.stored_forms import StoredAs

if TYPE_CHECKING:
    import datetime as dt

MOST_OWN = 40
"""Own questions that a diary keeps, with those archived."""


@dataclass(frozen=True, slots=True)
class Questions:
    """The person's own questions, and the built-in ones that they hid."""

    own: tuple[Annotated[OwnFactor, StoredAs(OwnQuestionForm, own_question_of_form)], ...] = ()
    """In the order of the form, with those hidden and archived."""
    hidden: frozenset[str] = frozenset()
    """Keys of built-in factors."""

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        if len(self.own) > MOST_OWN:
            raise TooManyQuestionsError(MOST_OWN)
        _refuse_same([factor.key for factor in self.own])
        _refuse_same([factor.name.casefold() for factor in self.own if not factor.archived])
        for key in self.hidden:
            BUILT_IN.get(key)

    @property
    def catalogue(self) -> Catalogue:
        """All that can be asked: the built-in factors, then the person's own, each with its standing."""
        return Catalogue((*(_with_hidden(factor, self.hidden) for factor in BUILT_IN), *self.own))

    def get(self, key: str) -> OwnFactor:
        """The own question of this key. Raises a refusal where it is a built-in one, or none at all."""
        for factor in self.own:
            if factor.key == key:
                return factor
        raise NotOwnError(BUILT_IN.get(key).name) if key in BUILT_IN else UnknownFactorError(key)

    def add(self, question: str, *, kind: OwnKind, name: str = "", evening: bool = True) -> Questions:
        """The questions with one more question, asked last."""
        key = new_key(OWN_PREFIX, name or question, {factor.key for factor in self.own})
        factor = own_factor(key, question, kind=kind, name=name, evening=evening)
        self._refuse_taken(factor)
        return replace(self, own=(*self.own, factor))

    def reword(  # everything that a question is
        self, key: str, question: str, *, kind: OwnKind, today: dt.date, name: str = "", evening: bool = True
    ) -> Questions:
        """The questions with a question in other words; those that it had until today are kept.

        Options may be renamed and added, and a number's range widened: what was answered has to stay an answer.
        """
        before = self.get(key)
        _refuse_other_kind(before, kind)
        anew = own_factor(key, question, kind=kind, name=name, evening=evening)
        after = replace(anew, hidden=before.hidden, archived=before.archived, former=before.former)
        if not before.archived and name_key(after.name) != name_key(before.name):
            self._refuse_taken(after)
        if after.words_until(today) != before.words_until(today):
            after = replace(after, former=(*before.former, before.words_until(today)))
        return self._with_factor(after)

    def move(self, key: str, places: int) -> Questions:
        """The questions with an own question so many places further down the form, or up; archived ones keep their places."""
        factor = self.get(key)
        if factor.archived:
            return self
        active = [factor for factor in self.own if not factor.archived]
        place = active.index(factor)
        new_place = min(max(place + places, 0), len(active) - 1)
        active.insert(new_place, active.pop(place))
        archived = [factor for factor in self.own if factor.archived]
        return replace(self, own=(*active, *archived))

    def hide(self, key: str, *, hidden: bool) -> Questions:
        """The questions with a question, built-in or own, hidden or shown again."""
        if key in BUILT_IN:
            return replace(self, hidden=self.hidden | {key} if hidden else self.hidden - {key})
        return self._with_factor(replace(self.get(key), hidden=hidden))

    def archive(self, key: str) -> Questions:
        """The questions with an own question no longer asked."""
        return self._with_factor(replace(self.get(key), archived=True))

    def unarchive(self, key: str) -> Questions:
        """The questions with an archived question asked again."""
        asked_again = replace(self.get(key), archived=False, hidden=False)
        self._refuse_taken(asked_again)
        return self._with_factor(asked_again)

    def _refuse_taken(self, factor: OwnFactor) -> None:
        """Refuse a name that another question has. Here and not in every value: an older diary may hold such two."""
        for other in self.own:
            if other.key != factor.key and not other.archived and name_key(other.name) == name_key(factor.name):
                raise SameNameError(other.name)

    def _with_factor(self, new: OwnFactor) -> Questions:
        return replace(self, own=tuple(new if factor.key == new.key else factor for factor in self.own))


def _with_hidden(factor: Factor, hidden: frozenset[str]) -> Factor:
    return replace(factor, hidden=True) if factor.key in hidden else factor


def _refuse_same(names: list[str]) -> None:
    for name in names:
        if names.count(name) > 1:
            raise SameNameError(name)


def _refuse_other_kind(before: OwnFactor, kind: OwnKind) -> None:
    match before.kind, kind:
        case Number() as old, Number() as new:
            if new.low > old.low or new.high < old.high or new.step > old.step:
                raise RangeNarrowedError(plain_number(old.low), plain_number(old.high))
        case Choice(), Choice():
            keys = {option.key for option in options_of(kind)}
            for option in options_of(before.kind):
                if option.key not in keys:
                    raise OptionGoneError(option.name)
        case old, new if type(old) is not type(new):
            raise KindChangedError(before.name)
