"""What an own question can be, and what it cannot."""

from __future__ import annotations

import datetime as dt
import math

import pytest

from diary.model.answer_words import answer_words
from diary.model.errors import DiaryError
from diary.model.factors import Choice, Kind, Number, Option, TimeOfDay, YesNo
from diary.model.own_factors import OwnFactor, choice_of, new_key, own_factor, refuse_kind
from diary.model.preferences import TemperatureUnit

TWELVE = [str(n) for n in range(12)]

IMPOSSIBLE: dict[str, tuple[Kind, str]] = {
    "a time": (TimeOfDay(), "A question of your own takes yes or no, a number or a choice"),
    "one option": (choice_of(["Low"]), "A choice has from 2 to 12 answers, and this one has 1."),
    "thirteen options": (choice_of([*TWELVE, "x"]), "A choice has from 2 to 12 answers, and this one has 13."),
    "two options alike": (choice_of(["Low", "low "]), "Two answers are named “low”. Give each its own words."),
    "an empty option": (choice_of(["Low", " "]), "An answer to choose is empty. Type it first."),
    "a long option": (choice_of(["Low", "x" * 41]), "An answer to choose is kept up to 40 characters. Shorten it."),
    "an option's odd key": (Choice((Option("A b", "A"), Option("b", "B"))), "“A b” is no key"),
    "a key twice": (Choice((Option("a", "A"), Option("a", "B"))), "Two answers are named “a”."),
    "a range upside down": (Number(5, 1), "The highest number has to be above the lowest, so 5 to 1 cannot be kept."),
    "a range of one number": (Number(5, 5), "so 5 to 5 cannot be kept"),
    "a range without end": (Number(0, math.inf), "Numbers are kept up to 100,000 either way, so inf cannot be one."),
    "a range of no number": (Number(math.nan, 1), "so nan cannot be one"),
    "a range too wide": (Number(0, 1_000_000), "Numbers are kept up to 100,000 either way"),
    "steps of seven": (Number(0, 70, 7), "Numbers are kept in steps of 1, 0.5, 0.1, 0.01, not of 7."),
    "an end between the steps": (Number(0.5, 10), "The lowest number is kept in whole numbers, so 0.5 cannot be kept."),
    "a long unit": (Number(0, 10, 1, "x" * 21), "The unit is kept up to 20 characters. Shorten it."),
}


@pytest.mark.parametrize(("kind", "words"), IMPOSSIBLE.values(), ids=IMPOSSIBLE.keys())
def test_an_answer_that_cannot_be_asked_for_is_refused_in_one_sentence(kind: Kind, words: str) -> None:
    with pytest.raises(DiaryError) as refused:
        refuse_kind(kind)
    assert words in str(refused.value)


@pytest.mark.parametrize(
    ("question", "name", "words"),
    [
        (" ", "", "The question is empty. Type it first."),
        ("?", "", "The short name is empty. Type it first."),
        ("x" * 121, "x", "The question is kept up to 120 characters. Shorten it."),
        ("Tea?", "x" * 61, "The short name is kept up to 60 characters. Shorten it."),
    ],
)
def test_a_question_needs_words_but_not_too_many(question: str, name: str, words: str) -> None:
    with pytest.raises(DiaryError) as refused:
        own_factor("own_tea", question, kind=YesNo(), name=name)
    assert str(refused.value) == words


@pytest.mark.parametrize("key", ["tea", "own_", "own_Tea", "own_x y", "own_" + "x" * 37, "own_é"])
def test_a_key_is_plain_and_marked_as_own(key: str) -> None:
    with pytest.raises(DiaryError, match="is no key"):
        own_factor(key if key != "own_" else "own_ ", "Tea?", kind=YesNo())


def test_the_question_stands_for_its_name_where_none_is_given() -> None:
    asked = own_factor("own_tea", " Herb tea in the evening? ", kind=YesNo())
    assert (asked.question, asked.name) == ("Herb tea in the evening?", "Herb tea in the evening")


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("x" * 120, "x" * 60),
        ("word " * 20 + "?", "word word word word word word word word word word word word"),
        ("x" * 60 + " y", "x" * 60),
    ],
)
def test_a_very_long_question_gives_a_name_of_whole_words_that_fits(question: str, name: str) -> None:
    assert own_factor("own_x", question, kind=YesNo()).name == name


def test_a_unit_is_kept_without_the_spaces_around_it() -> None:
    assert own_factor("own_w", "Weight", kind=Number(30, 200, 0.1, " kg ")).kind == Number(30, 200, 0.1, "kg")


@pytest.mark.parametrize(
    ("words", "taken", "key"),
    [
        ("Herb tea?", set(), "own_herb_tea"),
        ("Größe", set(), "own_grosse"),
        ("足", set(), "own_question"),
        ("足", {"own_question"}, "own_question_2"),
        ("Tea", {"own_tea", "own_tea_2"}, "own_tea_3"),
        ("x" * 100, {"own_" + "x" * 33}, "own_" + "x" * 33 + "_2"),
    ],
)
def test_a_key_is_made_of_the_words(words: str, taken: set[str], key: str) -> None:
    assert new_key("own_", words, taken) == key


def test_options_keep_their_keys_when_they_are_renamed_or_added_to() -> None:
    first = choice_of(["Low", "High"])
    after = choice_of(["Down", "Up", "Low"], first.options)
    assert after.options == (Option("low", "Down"), Option("high", "Up"), Option("low_2", "Low"))


@pytest.mark.parametrize(
    ("kind", "value", "words"),
    [
        (Number(0, 50_000, 1, "steps"), 12_500.0, "12500 steps"),
        (Number(0, 10), 5.0, "5"),
        (Number(30, 200, 0.1, "kg"), 71.5, "71.5 kg"),
        (Number(0, 40, 0.1, "°C"), 36.6, "36.6 °C"),
        (Number(0, 100_000, 0.01, "Bq"), 12_345.67, "12345.67 Bq"),
        (choice_of(["Low", "High"]), "high", "High"),
        (YesNo(), True, "yes"),
    ],
)
def test_an_own_answer_is_told_in_the_persons_own_words(
    kind: YesNo | Number | Choice, value: object, words: str
) -> None:
    asked = own_factor("own_x", "X?", kind=kind)
    assert answer_words(asked, asked.check(value), TemperatureUnit.FAHRENHEIT) == words


def test_the_words_of_today_can_be_kept_as_former_ones() -> None:
    asked = own_factor("own_mood", "Mood?", kind=choice_of(["Low", "High"]))
    former = asked.words_until(dt.date(2026, 11, 24))
    assert (former.question, former.name, former.unit) == ("Mood?", "Mood", "")
    assert former.options == (Option("low", "Low"), Option("high", "High"))


@pytest.mark.parametrize(("hidden", "archived"), [(True, False), (False, True), (True, True)])
def test_a_hidden_or_archived_question_is_not_asked(hidden: bool, archived: bool) -> None:
    asked = own_factor("own_tea", "Tea?", kind=YesNo())
    assert asked.asked
    told = (asked.key, asked.group, asked.question, asked.name, asked.kind)
    assert not OwnFactor(*told, hidden=hidden, archived=archived).asked
