"""Two people's questions made one, where a file is taken into a diary: nothing that either answered is lost.

What the diary has already keeps its words and its place. Where both have a question of the same key, it takes the
answers of both; where its kind or unit differs, or both have too many answers for one question, the file's becomes a question
of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from diary.model.factors import OWN_PREFIX, Choice, Number, Option
from diary.model.own_factors import MOST_OPTION, MOST_OPTIONS, MOST_OWN_NAME, OwnFactor, new_key, unit_of
from diary.model.questions import Questions
from diary.model.same_name import name_key

if TYPE_CHECKING:
    from collections.abc import Collection


@dataclass(frozen=True, slots=True)
class QuestionUnion:
    """The questions of both."""

    questions: Questions
    keys: Mapping[str, str] = field(default_factory=dict)
    """The keys of the file's questions that are named anew: as they were, and as they are in the union."""


def join_questions(ours: Questions, theirs: Questions) -> QuestionUnion:
    """Our questions, with theirs that we lack. Raises a refusal where they are too many."""
    if ours == Questions():
        return QuestionUnion(theirs)
    own, keys = list(ours.own), {}
    matched = {factor.key for factor in theirs.own if any(_is_same(mine, factor) for mine in own)}
    for factor in theirs.own:
        here = _place_of(factor, own, matched)
        if here is not None:
            both = _with_both_answers(own[here], factor)
            own[here] = both or own[here]
            matched.add(own[here].key)
            if own[here].key != factor.key:
                keys[factor.key] = own[here].key
            continue
        copy = _renamed_copy(factor, own, theirs)
        if copy.key != factor.key:
            keys[factor.key] = copy.key
        own.append(copy)
    return QuestionUnion(replace(ours, own=tuple(own)), keys)


def _place_of(factor: OwnFactor, own: list[OwnFactor], matched: Collection[str]) -> int | None:
    """Where among ours a question of theirs stands; None where it is new.

    Under its own key, or as a copy that one of the two diaries named anew when it took in the other: else two diaries that
    take each other in again and again would copy their questions for ever.
    """
    for place, mine in enumerate(own):
        if _is_same(mine, factor):
            return place
    for place, mine in enumerate(own):
        if mine.key not in matched and _is_copy(mine, factor):
            return place
    return None


def _is_same(mine: OwnFactor, theirs: OwnFactor) -> bool:
    return mine.key == theirs.key and _alike(mine, theirs) and _with_both_answers(mine, theirs) is not None


def _is_copy(mine: OwnFactor, theirs: OwnFactor) -> bool:
    words_agree = name_key(mine.question) == name_key(theirs.question)
    return words_agree and _alike(mine, theirs) and _with_both_answers(mine, theirs) is not None


def _alike(mine: OwnFactor, theirs: OwnFactor) -> bool:
    return type(mine.kind) is type(theirs.kind) and name_key(unit_of(mine.kind)) == name_key(unit_of(theirs.kind))


def _with_both_answers(mine: OwnFactor, theirs: OwnFactor) -> OwnFactor | None:
    """The question with the answers of both; None where one question cannot have them all."""
    match mine.kind, theirs.kind:
        case Number() as ours, Number() as other:
            low, high, step = min(ours.low, other.low), max(ours.high, other.high), min(ours.step, other.step)
            return replace(mine, kind=replace(ours, low=low, high=high, step=step))
        case Choice() as ours, Choice() as other:
            both = _both_choices(ours, other)
            return replace(mine, kind=both) if len(both.options) <= MOST_OPTIONS else None
        case _:
            return mine


def _both_choices(ours: Choice, other: Choice) -> Choice:
    options = list(ours.options)
    for option in other.options:
        if option.key not in {present.key for present in options}:
            names = {name_key(present.name) for present in options}
            options.append(Option(option.key, _free_name(option.name, names, MOST_OPTION)))
    return Choice(tuple(options))


def _renamed_copy(factor: OwnFactor, own: list[OwnFactor], theirs: Questions) -> OwnFactor:
    keys = {mine.key for mine in own}
    # Of none of theirs either: one that comes later would be taken for this copy.
    taken = keys | {other.key for other in theirs.own}
    key = new_key(OWN_PREFIX, factor.name, taken) if factor.key in keys else factor.key
    names = {name_key(mine.name) for mine in own if not mine.archived}
    name = factor.name if factor.archived else _free_name(factor.name, names, MOST_OWN_NAME)
    return replace(factor, key=key, name=name)


def _free_name(name: str, present: Collection[str], most: int) -> str:
    """The name, with a number where it is taken."""
    others = (f"{name[: most - 3]} {n}" for n in range(2, len(present) + 3))
    return next(candidate for candidate in (name, *others) if name_key(candidate) not in present)
