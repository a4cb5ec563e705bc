"""The acts on the questions, on a real file."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from diary.book import Diary
from diary.model.errors import NothingToCopyError, OutOfRangeError
from diary.model.factors import Number, YesNo
from diary.model.own_factors import choice_of
from diary.model.questions import Questions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

NOW = dt.datetime(2026, 11, 22, 7, 30, tzinfo=ZoneInfo("Europe/Berlin"))
MORNING = NOW.date()
DAY = dt.timedelta(days=1)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Diary]:
    book = Diary.open(tmp_path / "diary", clock=lambda: NOW)
    book.questions.add("Herb tea?", kind=YesNo(), name="Tea")
    book.questions.add("Steps", kind=Number(0, 20_000, 1, "steps"))
    book.questions.add("Mood?", kind=choice_of(("Low", "High")))
    yield book
    book.close()


def _order(book: Diary) -> list[str]:
    return [factor.key for factor in book.questions.current().own]


def test_an_added_question_can_be_answered_like_any_other(book: Diary) -> None:
    book.nights.answer(MORNING, "own_steps", value=12_500)
    book.nights.answer(MORNING, "own_mood", value="low")
    assert book.nights.get(MORNING).values() == {"own_steps": 12_500.0, "own_mood": "low"}
    with pytest.raises(OutOfRangeError, match="Steps is from 0 to 20000 steps, so 20001 cannot be kept"):
        book.nights.answer(MORNING, "own_steps", value=20_001)


def test_other_words_are_kept_with_todays_date_and_the_answers_stay(book: Diary) -> None:
    book.nights.answer(MORNING, "own_tea", value=True)
    book.questions.reword("own_tea", "Any tea?", kind=YesNo(), name="Any tea", evening=False)
    tea = book.questions.current().get("own_tea")
    assert (tea.name, tea.evening, [(words.until, words.name) for words in tea.former]) == (
        "Any tea",
        False,
        [(MORNING, "Tea")],
    )
    assert book.nights.get(MORNING).value("own_tea") is True


def test_each_act_on_the_questions_is_one_step_of_undo(book: Diary) -> None:
    acts: dict[str, Callable[[], Questions]] = {
        "Question changed": lambda: book.questions.reword("own_tea", "Tea!", kind=YesNo(), name="Tea", evening=True),
        "Question moved": lambda: book.questions.move("own_mood", -2),
        "Question hidden": lambda: book.questions.hide("fluids"),
        "Question shown again": lambda: book.questions.show("fluids"),
        "Question archived": lambda: book.questions.archive("own_tea"),
        "Question taken up again": lambda: book.questions.unarchive("own_tea"),
        "Question added": lambda: book.questions.add("More?", kind=YesNo()),
    }
    states = [book.questions.current()]
    for act in acts.values():
        act()
        states.append(book.questions.current())
    assert all(earlier != later for earlier, later in pairwise(states))
    for words, state in zip(reversed(acts), reversed(states[:-1]), strict=True):
        taken_back = book.undo()
        assert taken_back is not None
        assert (taken_back.words, book.questions.current()) == (words, state)


def test_an_act_that_changes_no_question_is_no_step_of_undo(book: Diary) -> None:
    version = book.version()
    book.questions.move("own_tea", -1)
    book.questions.show("fluids")
    assert book.version() == version


def test_answers_to_what_is_hidden_or_archived_stay(book: Diary) -> None:
    book.nights.answer(MORNING, "own_tea", value=False)
    book.nights.answer(MORNING, "fluids", value=5)
    book.questions.archive("own_tea")
    book.questions.hide("fluids")
    assert book.nights.get(MORNING).values() == {"own_tea": False, "fluids": 5.0}
    assert not {"own_tea", "fluids"} & {factor.key for factor in book.questions.catalogue().on_form}


def test_what_is_hidden_is_not_copied_from_the_night_before(book: Diary) -> None:
    book.nights.answer(MORNING - DAY, "socks", value=True)
    book.questions.hide("socks")
    with pytest.raises(NothingToCopyError):
        book.nights.copy_night_before(MORNING)


def test_a_question_added_by_mistake_goes_with_undo_and_comes_back_with_its_answers(book: Diary) -> None:
    book.nights.answer(MORNING, "own_mood", value="high")
    book.undo()
    book.undo()
    assert _order(book) == ["own_tea", "own_steps"]
    book.redo()
    book.redo()
    assert book.nights.get(MORNING).value("own_mood") == "high"
    for _ in range(4):
        book.undo()
    assert book.questions.current() == Questions()
