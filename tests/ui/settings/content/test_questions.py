"""What Settings tells of the questions."""

from __future__ import annotations

import datetime as dt

import pytest

from diary.model.built_in import BUILT_IN
from diary.model.factors import Kind, Number, YesNo
from diary.model.own_factors import choice_of
from diary.model.questions import Questions
from diary.ui.settings.content.questions import (
    built_in_groups,
    comparisons,
    former_line,
    kind_words,
    own_questions,
    power_words,
    questions_words,
    standing_words,
)

ASKED = (
    Questions()
    .add("Tea?", kind=YesNo())
    .add("Mood?", kind=choice_of(["Low", "High"]))
    .add("Old?", kind=YesNo())
    .archive("own_old")
)


def _without_own_of(*keys: str) -> Questions:
    questions = Questions()
    for key in keys:
        questions = questions.hide(key, hidden=True)
    return questions


def test_own_questions_are_listed_in_order_and_the_archived_apart() -> None:
    assert [one.key for one in own_questions(ASKED.catalogue)] == ["own_tea", "own_mood"]
    assert [one.key for one in own_questions(ASKED.catalogue, archived=True)] == ["own_old"]


@pytest.mark.parametrize(
    ("questions", "words"),
    [
        (Questions(), "Add your own, hide what you skip"),
        (ASKED, "2 of your own"),
        (ASKED.hide("fluids", hidden=True).hide("own_tea", hidden=True), "2 of your own, 2 hidden"),
    ],
)
def test_how_the_questions_stand_is_told_in_a_line(questions: Questions, words: str) -> None:
    assert questions_words(questions.catalogue) == words


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (YesNo(), "Yes or no"),
        (Number(0, 50_000, 1, "steps"), "A number from 0 to 50000 steps"),
        (Number(-5, 5.5, 0.5), "A number from -5 to 5.5"),
        (choice_of(["Low", "High"]), "Low / High"),
    ],
)
def test_how_a_question_is_answered_is_told_in_words(kind: Kind, words: str) -> None:
    assert kind_words(kind) == words


def test_a_hidden_own_question_says_so() -> None:
    assert standing_words(ASKED.hide("own_tea", hidden=True).get("own_tea")) == "Hidden. Yes or no"


def test_former_words_are_told_with_their_last_day() -> None:
    mood = choice_of(["Down", "Up"], choice_of(["Low", "High"]).options)
    after = ASKED.reword("own_mood", "How was your mood?", kind=mood, today=dt.date(2026, 11, 24))
    assert former_line(after.get("own_mood").former[0]) == "Until 24 Nov 2026: Mood? Low / High"


def test_fourteen_comparisons_are_a_good_number_and_more_are_told_to_cost() -> None:
    assert comparisons(BUILT_IN) == 16
    few = _without_own_of("fluids", "caffeine", "long_standing", "alcohol")
    assert comparisons(few.catalogue) == 12
    assert power_words(few.add("Tea?", kind=YesNo()).add("Wine?", kind=YesNo()).catalogue) == ""
    many = few.add("Mood?", kind=choice_of(["Low", "Mixed", "High"])).catalogue
    assert power_words(many).startswith(
        "The form now asks 15 things that nights are compared by; ten to fourteen is a good number"
    )


def test_nothing_is_said_of_numbers_to_who_added_nothing() -> None:
    assert power_words(BUILT_IN) == ""


def test_what_is_archived_or_hidden_is_not_compared_any_more() -> None:
    assert comparisons(ASKED.catalogue) == 18
    assert comparisons(ASKED.archive("own_mood").hide("own_tea", hidden=True).catalogue) == 16


def test_every_built_in_question_can_be_hidden_on_the_card_where_the_form_has_it() -> None:
    groups = built_in_groups(BUILT_IN)
    assert {line.key for group in groups for line in group.lines} == {factor.key for factor in BUILT_IN}
    assert sum(len(group.lines) for group in groups) == len(BUILT_IN.factors)


def test_what_hangs_on_a_hidden_question_says_why_it_is_not_asked() -> None:
    groups = built_in_groups(Questions().hide("exercise", hidden=True).hide("exercise_kind", hidden=True).catalogue)
    told = {line.key: (line.wanted, line.hint) for group in groups for line in group.lines}
    assert told["exercise"] == (False, "")
    assert told["exercise_kind"] == (False, "")
    assert told["exercise_minutes"] == (True, "Not asked while “Exercise” is hidden.")
