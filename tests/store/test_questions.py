"""Own questions and hidden ones in their tables."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest

from diary.model.built_in import BUILT_IN
from diary.model.factors import Number, YesNo
from diary.model.own_factors import choice_of
from diary.model.plain import plain_data, value_from_plain
from diary.model.questions import Questions
from diary.store.change import Change, Records

if TYPE_CHECKING:
    from collections.abc import Callable

    from diary.store.store import Store

DAY = dt.date(2026, 11, 24)
ASKED = (
    Questions()
    .add("Herb tea?", kind=YesNo(), name="tea")
    .add("Steps", kind=Number(0, 50_000, 1, "steps"), evening=False)
    .add("Mood?", kind=choice_of(("Low", "夜", "High")))
    .add("Weight", kind=Number(30, 200, 0.1, "kg"))
    .archive("own_weight")
    .hide("own_steps", hidden=True)
    .hide("fluids", hidden=True)
)
ACTS = {
    "added": ASKED,
    "reworded": ASKED.reword("own_tea", "Herbal tea?", kind=YesNo(), today=DAY),
    "reworded twice": ASKED.reword("own_tea", "Herbal tea?", kind=YesNo(), today=DAY).reword(
        "own_tea", "Any tea?", kind=YesNo(), today=DAY
    ),
    "moved": ASKED.move("own_mood", -2),
    "shown": ASKED.hide("own_steps", hidden=False).hide("fluids", hidden=False),
    "archived": ASKED.archive("own_mood"),
    "taken up": ASKED.unarchive("own_weight"),
    "none left": Questions(),
}


@pytest.fixture
def keep_questions() -> Callable[[Store, Questions], None]:
    def keep(store: Store, after: Questions) -> None:
        store.keep(Change("act", Records(questions=store.questions()), Records(questions=after)))

    return keep


@pytest.mark.parametrize("after", ACTS.values(), ids=ACTS.keys())
def test_what_was_made_of_the_questions_comes_back_equal_and_can_be_taken_back(
    store: Store, keep_questions: Callable[[Store, Questions], None], after: Questions
) -> None:
    keep_questions(store, ASKED)
    keep_questions(store, after)
    assert store.questions() == after
    store.undo()
    assert store.questions() == ASKED
    store.redo()
    assert store.questions() == after
    assert store.check() == ()


@pytest.mark.parametrize("questions", ACTS.values(), ids=ACTS.keys())
def test_plain_data_tells_all_of_the_questions(questions: Questions) -> None:
    assert value_from_plain(Questions, plain_data(questions)) == questions


def test_a_new_diary_asks_all_that_is_built_in_and_nothing_else(store: Store) -> None:
    assert store.questions() == Questions()
    assert store.questions().catalogue == BUILT_IN


def test_a_question_that_cannot_be_read_is_told_by_the_check(
    store: Store, keep_questions: Callable[[Store, Questions], None], behind_the_door: Callable[..., Any]
) -> None:
    keep_questions(store, ASKED)
    behind_the_door(store.folder, "UPDATE factor SET step = 7 WHERE key = 'own_steps'")
    assert "The question “own_steps” cannot be read" in " ".join(store.check())
