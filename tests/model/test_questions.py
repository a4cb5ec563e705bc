"""What a person can make of the questions."""

from __future__ import annotations

import datetime as dt

import pytest

from diary.model.built_in import BUILT_IN
from diary.model.errors import DiaryError
from diary.model.factors import Choice, Group, Number, Option, YesNo
from diary.model.own_factors import FormerWords, OwnFactor, OwnKind, choice_of, own_factor
from diary.model.questions import Questions

TODAY = dt.date(2026, 11, 24)
ASKED = (
    Questions()
    .add("Herb tea?", kind=YesNo(), name="Tea")
    .add("Steps", kind=Number(0, 20_000, 1, "steps"), evening=False)
    .add("Mood?", kind=choice_of(("Low", "High")))
)


def _order(questions: Questions) -> list[str]:
    return [factor.key for factor in questions.own]


def test_own_questions_come_last_in_the_catalogue_in_the_persons_order() -> None:
    assert ASKED.catalogue.factors == (*BUILT_IN.factors, *ASKED.own)
    assert [factor.key for factor in ASKED.catalogue.group(Group.OWN)] == ["own_tea", "own_steps", "own_mood"]


def test_own_questions_can_be_told_in_the_evening_unless_the_person_says_otherwise() -> None:
    assert [factor.evening for factor in ASKED.own] == [True, False, True]


@pytest.mark.parametrize(
    ("key", "places", "order"),
    [
        ("own_mood", -1, ["own_tea", "own_mood", "own_steps"]),
        ("own_tea", 1, ["own_steps", "own_tea", "own_mood"]),
        ("own_tea", -1, ["own_tea", "own_steps", "own_mood"]),
        ("own_mood", 9, ["own_tea", "own_steps", "own_mood"]),
    ],
)
def test_a_question_moves_among_the_others_and_not_beyond_them(key: str, places: int, order: list[str]) -> None:
    assert _order(ASKED.move(key, places)) == order


def test_moving_steps_over_what_is_archived() -> None:
    assert _order(ASKED.archive("own_steps").move("own_mood", -1)) == ["own_mood", "own_tea", "own_steps"]


def test_other_words_leave_the_former_ones_with_the_day_until_which_they_stood() -> None:
    after = ASKED.reword(
        "own_mood",
        "How was your mood?",
        kind=Choice((Option("low", "Down"), Option("high", "Up"), Option("mixed", "Mixed"))),
        name="Mood",
        today=TODAY,
    )
    mood = after.get("own_mood")
    assert mood.question == "How was your mood?"
    assert mood.former == (FormerWords(TODAY, "Mood?", "Mood", "", (Option("low", "Low"), Option("high", "High"))),)


def test_the_unit_is_part_of_the_words_and_the_range_is_not() -> None:
    wider = ASKED.reword("own_steps", "Steps", kind=Number(0, 50_000, 1, "steps"), today=TODAY)
    assert wider.get("own_steps").former == ()
    renamed = ASKED.reword("own_steps", "Steps", kind=Number(0, 20_000, 1, "paces"), today=TODAY)
    assert [words.unit for words in renamed.get("own_steps").former] == ["steps"]


def test_a_name_told_anew_in_the_same_words_leaves_no_history() -> None:
    same = ASKED.reword("own_tea", "Herb tea?", kind=YesNo(), name="Tea", evening=False, today=TODAY)
    assert same.get("own_tea").former == ()
    assert not same.get("own_tea").evening


@pytest.mark.parametrize(
    ("key", "kind", "words"),
    [
        ("own_tea", Number(0, 5), "“Tea” keeps the kind of answer that it has."),
        ("own_steps", Number(0, 10_000), "Nights may hold any number from 0 to 20000, so the range can only grow."),
        ("own_mood", choice_of(("Low", "Up")), "Nights may hold the answer “High”, so it can be renamed"),
    ],
)
def test_what_may_have_been_answered_has_to_stay_an_answer(key: str, kind: OwnKind, words: str) -> None:
    with pytest.raises(DiaryError) as refused:
        ASKED.reword(key, "X?", kind=kind, today=TODAY)
    assert words in str(refused.value)


def test_archived_and_hidden_questions_stay_in_the_catalogue_and_are_not_asked() -> None:
    after = ASKED.archive("own_tea").hide("own_mood", hidden=True).hide("fluids", hidden=True)
    gone = {"own_tea", "own_mood", "fluids"}
    assert all(key in after.catalogue for key in gone)
    assert {factor.key for factor in after.catalogue} - {factor.key for factor in after.catalogue.on_form} == gone


def test_what_hangs_on_a_hidden_question_is_not_asked_either() -> None:
    hidden = Questions().hide("exercise", hidden=True).catalogue
    assert not {"exercise", "exercise_kind", "exercise_minutes"} & {factor.key for factor in hidden.on_form}
    assert "exercise_minutes" in hidden


def test_a_question_taken_up_again_is_asked_again() -> None:
    after = ASKED.hide("own_tea", hidden=True).archive("own_tea").unarchive("own_tea")
    assert after.get("own_tea").asked
    assert ASKED.hide("fluids", hidden=True).hide("fluids", hidden=False) == ASKED


def test_two_own_questions_may_share_a_name_only_while_one_is_archived() -> None:
    with pytest.raises(DiaryError, match="named “Tea” already"):
        ASKED.add("TEA", kind=YesNo())
    after = ASKED.archive("own_tea").add("Tea", kind=YesNo())
    assert _order(after)[-1] == "own_tea_2"
    with pytest.raises(DiaryError, match="named “Tea” already"):
        after.unarchive("own_tea")


COMPOSED, DECOMPOSED = "Müde?", "mu\u0308de?"


def test_a_name_is_taken_however_its_letters_were_composed() -> None:
    asked = Questions().add(COMPOSED, kind=YesNo()).add("Tea", kind=YesNo())
    with pytest.raises(DiaryError, match="named “Müde” already"):
        asked.add(f" {DECOMPOSED}", kind=YesNo())
    with pytest.raises(DiaryError, match="named “Müde” already"):
        asked.reword("own_tea", DECOMPOSED, kind=YesNo(), today=TODAY)
    with pytest.raises(DiaryError, match="Two answers are named"):
        asked.add("Mood", kind=choice_of((COMPOSED, DECOMPOSED)))


def test_two_such_names_of_an_older_diary_stay_and_can_be_renamed() -> None:
    older = Questions((*Questions().add(COMPOSED, kind=YesNo()).own, own_factor("own_x", DECOMPOSED, kind=YesNo())))
    assert older.move("own_x", -1).hide("own_x", hidden=True).get("own_x").name == "mu\u0308de"
    renamed = older.reword("own_x", DECOMPOSED, kind=YesNo(), name="Weary", today=TODAY)
    assert renamed.get("own_x").name == "Weary"
    twins = Choice((Option("one", COMPOSED), Option("two", DECOMPOSED)))
    assert OwnFactor("own_x", Group.OWN, "X?", "X", twins).kind == twins


@pytest.mark.parametrize(
    ("key", "words"),
    [("fluids", "“Fluids” comes with the diary: it can be hidden, but not changed."), ("own_x", "no question named")],
)
def test_only_own_questions_can_be_archived(key: str, words: str) -> None:
    with pytest.raises(DiaryError, match=words):
        ASKED.archive(key)


def test_what_is_not_asked_cannot_be_hidden() -> None:
    with pytest.raises(DiaryError, match="no question named “own_x”"):
        ASKED.hide("own_x", hidden=True)
    with pytest.raises(DiaryError, match="no question named"):
        Questions(hidden=frozenset({"own_tea"}))


def test_a_diary_keeps_only_so_many_own_questions() -> None:
    full = Questions()
    for n in range(40):
        full = full.add(f"Question {n}", kind=YesNo())
    with pytest.raises(DiaryError, match="up to 40 questions"):
        full.add("One more", kind=YesNo())
