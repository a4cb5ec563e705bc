"""Two people's questions made one."""

from __future__ import annotations

import pytest

from diary.model.errors import DiaryError
from diary.model.factors import Choice, Number, Option, YesNo
from diary.model.own_factors import OwnKind, choice_of, own_factor
from diary.model.question_union import join_questions
from diary.model.questions import Questions


def _asking(name: str, kind: OwnKind) -> Questions:
    return Questions().add(name, kind=kind)


def test_an_empty_diary_takes_the_questions_as_they_are() -> None:
    other = _asking("Tea", YesNo()).hide("fluids", hidden=True)
    assert join_questions(Questions(), other).questions == other


def test_what_is_kept_keeps_its_words_its_order_and_what_it_hides() -> None:
    kept = _asking("Tea", YesNo()).hide("own_tea", hidden=True)
    joined = join_questions(kept, _asking("Wine", YesNo()).add("tea", kind=YesNo()).hide("fluids", hidden=True))
    assert [(one.key, one.name, one.hidden) for one in joined.questions.own] == [
        ("own_tea", "Tea", True),
        ("own_wine", "Wine", False),
    ]
    assert joined.questions.hidden == frozenset()
    assert joined.keys == {}


def test_a_number_takes_the_ranges_and_steps_of_both() -> None:
    joined = join_questions(_asking("Weight", Number(40, 90, 1, "kg")), _asking("Weight", Number(30.5, 80, 0.5, "kg")))
    assert joined.questions.own[0].kind == Number(30.5, 90, 0.5, "kg")


def test_a_choice_takes_the_answers_of_both() -> None:
    joined = join_questions(_asking("Mood", choice_of(["Low", "High"])), _asking("Mood", choice_of(["High", "Mixed"])))
    assert joined.questions.own[0].kind == choice_of(["Low", "High", "Mixed"])


def test_an_answer_of_the_same_words_under_another_key_gets_a_number() -> None:
    kept = _asking("Mood", choice_of(["Low", "High"]))
    mood = choice_of(["Low", "High"], (Option("deep", "Low"),))
    joined = join_questions(kept, _asking("Mood", mood))
    assert joined.questions.own[0].kind == choice_of(
        ["Low", "High", "Low 2"], (*choice_of(["Low", "High"]).options, Option("deep", ""))
    )


def test_words_composed_in_another_way_are_the_same_words() -> None:
    """A file written on another system, which composes ü of u and its dots, gave two answers that look alike."""
    kept = _asking("Mood", choice_of(["Müde", "Wach"]))
    other = _asking("Mood", Choice((Option("weary", "mu\u0308de"), Option("wach", "Wach"))))
    joined = join_questions(kept, other).questions.own[0].kind
    assert isinstance(joined, Choice)
    assert [option.name for option in joined.options] == ["Müde", "Wach", "mu\u0308de 2"]
    kept, other = _asking("Iron", Number(0, 9, 1, "µg")), _asking("Iron", Number(0, 9, 1, "\u03bcg"))
    assert join_questions(kept, other).keys == {}


def test_a_choice_that_cannot_hold_the_answers_of_both_stands_by_itself() -> None:
    """A file whose question had more answers than fit was refused whole."""
    mine, theirs = choice_of("abcdefgh"), choice_of("hijklm")
    joined = join_questions(_asking("Mood", mine), _asking("Mood", theirs))
    assert [one.kind for one in joined.questions.own] == [mine, theirs]
    assert joined.keys == {"own_mood": "own_mood_2"}


@pytest.mark.parametrize("other", [YesNo(), Number(0, 300, 1, "lb"), choice_of(["a", "b"])])
def test_a_question_of_the_same_key_and_another_kind_or_unit_stands_by_itself(other: OwnKind) -> None:
    joined = join_questions(_asking("Weight", Number(0, 150, 1, "kg")), _asking("Weight", other))
    assert joined.keys == {"own_weight": "own_weight_2"}
    assert [(one.key, one.name) for one in joined.questions.own] == [
        ("own_weight", "Weight"),
        ("own_weight_2", "Weight 2"),
    ]


def test_more_questions_than_a_diary_keeps_are_refused() -> None:
    kept, other = Questions(), Questions()
    for n in range(25):
        kept, other = kept.add(f"Mine {n}", kind=YesNo()), other.add(f"Theirs {n}", kind=YesNo())
    with pytest.raises(DiaryError, match="up to 40 questions"):
        join_questions(kept, other)


def test_two_diaries_whose_questions_share_a_key_do_not_copy_them_to_and_fro() -> None:
    mine, theirs = Questions().add("Tea?", kind=YesNo()), Questions().add("Tea?", kind=Number(0, 9))
    once = join_questions(mine, theirs).questions
    back = join_questions(theirs, once)
    assert [factor.kind for factor in back.questions.own] == [Number(0, 9), YesNo()]
    for _ in range(2):
        assert join_questions(once, back.questions).questions == once
        assert join_questions(back.questions, once).questions == back.questions


def test_a_question_that_is_named_anew_takes_the_key_of_no_other_one_of_the_file() -> None:
    mine = Questions((own_factor("own_tea_2", "Herbs?", kind=YesNo()),))
    theirs = Questions(
        (
            own_factor("own_tea_2", "Cups of tea?", kind=Number(0, 9), name="Tea"),
            own_factor("own_tea", "Which tea?", kind=Number(0, 9), name="Kind of tea"),
        )
    )
    union = join_questions(mine, theirs)
    assert len(union.questions.own) == 3
    assert len({union.keys.get(factor.key, factor.key) for factor in theirs.own}) == 2
