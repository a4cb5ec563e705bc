"""A question as it is typed becomes a question as it is kept."""

from __future__ import annotations

import pytest

from diary.model.errors import DiaryError
from diary.model.factors import Number, Option, YesNo
from diary.model.own_factors import OwnKind, choice_of, own_factor
from diary.ui.settings.question_draft import DraftKind, QuestionDraft, draft_of


@pytest.mark.parametrize(
    ("draft", "kind"),
    [
        (QuestionDraft(), YesNo()),
        (QuestionDraft(DraftKind.NUMBER, low="0", high="7,5", step="0.5", unit="km"), Number(0, 7.5, 0.5, "km")),
        (QuestionDraft(DraftKind.CHOICE, options=("Low", " ", "High ")), choice_of(["Low", "High"])),
    ],
)
def test_what_is_typed_becomes_the_kind_of_answer(draft: QuestionDraft, kind: OwnKind) -> None:
    assert draft.kind_beside() == kind


@pytest.mark.parametrize(
    ("draft", "words"),
    [
        (QuestionDraft(DraftKind.NUMBER, low="none"), "The lowest number takes a number"),
        (QuestionDraft(DraftKind.NUMBER, high=""), "The highest number takes a number"),
        (QuestionDraft(DraftKind.CHOICE), "A choice has from 2 to 12 answers, and this one has 0."),
    ],
)
def test_what_cannot_be_is_refused_in_words(draft: QuestionDraft, words: str) -> None:
    with pytest.raises(DiaryError) as refused:
        own_factor("own_x", "X?", kind=draft.kind_beside())
    assert words in str(refused.value)


def test_kept_options_are_renamed_in_place_and_an_empty_one_is_not_dropped() -> None:
    mood = own_factor("own_mood", "Mood?", kind=choice_of(["Low", "High"]))
    renamed = QuestionDraft(DraftKind.CHOICE, options=("Down", "High", "", "Mixed")).kind_beside(mood)
    assert renamed == choice_of(["Down", "High", "Mixed"], (Option("low", ""), Option("high", "")))
    emptied = QuestionDraft(DraftKind.CHOICE, options=("Low", "")).kind_beside(mood)
    with pytest.raises(DiaryError, match="An answer to choose is empty"):
        own_factor("own_mood", "Mood?", kind=emptied)


@pytest.mark.parametrize(
    "kind", [YesNo(), Number(-2.5, 100_000, 0.1, "kg"), Number(0, 10), choice_of(["Low", "High", "Mixed"])]
)
def test_a_question_opened_and_kept_as_it_is_stays_as_it_is(kind: OwnKind) -> None:
    factor = own_factor("own_x", "X?", kind=kind, name="X", evening=False)
    draft = draft_of(factor)
    assert (draft.question, draft.name, draft.evening) == ("X?", "X", False)
    assert draft.kind_beside(factor) == kind
