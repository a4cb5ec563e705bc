"""Two versions of one night made one, answer by answer.

What only one of them holds is taken from it. Where both hold something and it differs, the person has chosen which of
the two counts; every such disagreement is listed, whichever way it went.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from diary.language import tr
from diary.model.answer_words import answer_words, cramp_words
from diary.model.merging import Differing, Disagreement, Merge
from diary.model.night import MOST_NOTE, Answer, Cramp, Night
from diary.model.preferences import TemperatureUnit

if TYPE_CHECKING:
    from diary.model.factors import Catalogue

PARAGRAPHS = "\n\n"
"""What stands between the paragraphs of a note."""


@dataclass(frozen=True, slots=True)
class MergedNight:
    """A night made of two."""

    night: Night
    disagreements: tuple[Disagreement, ...] = ()


def merge_nights(here: Night, there: Night, differing: Differing, catalogue: Catalogue, where: str) -> MergedNight:
    """The diary's night and the file's night to the same morning as one; `where` names it in words."""
    merge = Merge(where, differing)
    night = _with_cramps_of(here, there, merge)
    night = replace(
        night, answers=_merged_answers(here, there, catalogue, merge), note=_merged_note(here, there, merge)
    )
    return MergedNight(night, tuple(merge.disagreements))


def _with_cramps_of(here: Night, there: Night, merge: Merge) -> Night:
    later = bool(there.logged_at and (here.logged_at is None or there.logged_at > here.logged_at))
    if there.cramps is None:
        return here
    if there.cramps == here.cramps:
        return replace(here, logged_at=there.logged_at) if later and merge.differing is Differing.LATER else here
    if here.cramps is not None and not merge.takes(
        tr("cramps"), _cramps_words(here.cramps), _cramps_words(there.cramps), is_later=later
    ):
        return here
    return replace(here, cramps=there.cramps, logged_at=there.logged_at)


def _cramps_words(cramps: tuple[Cramp, ...]) -> str:
    return "; ".join(map(cramp_words, cramps)) or tr("none")


def _merged_answers(here: Night, there: Night, catalogue: Catalogue, merge: Merge) -> dict[str, Answer]:
    answers = dict(here.answers)
    for key, theirs in there.answers.items():
        ours = answers.get(key)
        if ours is not None and ours.value == theirs.value:
            # When it was said last: else a third diary's answer from between the two would count against both.
            if merge.differing is Differing.LATER and theirs.given_at > ours.given_at:
                answers[key] = theirs
            continue
        if ours is None or merge.takes(
            *_question_and_answers(catalogue, key, ours, theirs), is_later=theirs.given_at > ours.given_at
        ):
            answers[key] = theirs
    return answers


def _question_and_answers(catalogue: Catalogue, key: str, ours: Answer, theirs: Answer) -> tuple[str, str, str]:
    factor = catalogue.get(key)
    here, there = (answer_words(factor, answer.value, TemperatureUnit.CELSIUS) for answer in (ours, theirs))
    return tr(factor.name), here, there


def _merged_note(here: Night, there: Night, merge: Merge) -> str:
    if not there.note or there.note in here.note:
        return here.note
    if not here.note:
        return there.note
    if merge.differing is Differing.LATER and len(both := _joined_note(here.note, there.note)) <= MOST_NOTE:
        return both  # nobody knows which was written later
    return there.note if merge.takes(tr("note"), f"“{here.note}”", f"“{there.note}”") else here.note


def _joined_note(ours: str, theirs: str) -> str:
    """Both notes, each paragraph once: two diaries that take each other in again and again hold what they held."""
    if ours in theirs:
        return theirs
    present = ours.split(PARAGRAPHS)
    new = [paragraph for paragraph in theirs.split(PARAGRAPHS) if paragraph not in present]
    return PARAGRAPHS.join((ours, *new))
