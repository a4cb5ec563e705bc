"""What is asked where a night that holds cramps is called quiet."""

from __future__ import annotations

import datetime as dt

import pytest

from diary.model.night import Cramp, Muscle, Side
from diary.ui.page.cramps_question import CrampsQuestion

MORNING = dt.date(2026, 11, 22)
CALF = Cramp(at=dt.datetime(2026, 11, 22, 3, 10), muscle=Muscle.CALF, side=Side.LEFT, key=7)


def asked(*cramps: Cramp) -> CrampsQuestion:
    return CrampsQuestion(MORNING, cramps)


@pytest.mark.parametrize(
    ("cramps", "words", "remove", "keep"),
    [
        ((CALF,), "This night holds 1 cramp. Remove it?", "Remove 1 cramp", "Keep it"),
        ((CALF, Cramp()), "This night holds 2 cramps. Remove them?", "Remove 2 cramps", "Keep them"),
    ],
)
def test_the_question_counts_what_would_go(cramps: tuple[Cramp, ...], words: str, remove: str, keep: str) -> None:
    question = asked(*cramps)
    assert (question.words, question.remove_words, question.keep_words) == (words, remove, keep)


def test_it_names_the_first_three_and_counts_the_others() -> None:
    assert asked(CALF).lines == ("03:10, calf, left",)
    assert asked(*[CALF] * 3).lines == ("03:10, calf, left",) * 3
    assert asked(*[CALF] * 5).lines[-1] == "and 2 more"


def test_it_is_about_these_cramps_and_none_that_comes_later() -> None:
    assert asked(CALF, Cramp()).keys == {7}


def test_the_same_question_asked_anew_is_another_one() -> None:
    assert asked(CALF) != asked(CALF)
