"""Acts on a night, on a real file: each on what the diary holds when it is done, each with an Undo of its own."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from diary.book import Diary
from diary.model.errors import TooManyCrampsError
from diary.model.night import MOST_CRAMPS, Cramp, Muscle, Night, NightState, Relief, Side
from diary.model.night_acts import (
    AddCramp,
    AddRelief,
    ChangeCramp,
    CrampGoneError,
    CrampsStandError,
    LogCramps,
    LogQuiet,
    RemoveCramp,
    RemoveRelief,
    SetAnswer,
    StepAnswer,
)
from diary.model.rest_no import AnswerRestNo, open_yes_no
from diary.store.change import StepNotNextError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NOW = dt.datetime(2026, 11, 22, 7, 30, tzinfo=dt.UTC)
TODAY = NOW.date()
CALF, FOOT = Cramp(muscle=Muscle.CALF), Cramp(muscle=Muscle.FOOT)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Diary]:
    book = Diary.open(tmp_path, clock=lambda: NOW)
    yield book
    book.close()


def add(book: Diary, cramp: Cramp) -> int:
    """The key of the cramp, once it is in the diary."""
    return keys(book.nights.perform(TODAY, AddCramp(cramp)))[-1]


def keys(night: Night) -> tuple[int, ...]:
    return tuple(cramp.key or 0 for cramp in night.cramps or ())


def muscles(night: Night) -> list[Muscle | None]:
    return [cramp.muscle for cramp in night.cramps or ()]


def test_a_change_reaches_the_cramp_it_was_meant_for_although_another_went_before_it(book: Diary) -> None:
    first, second = add(book, CALF), add(book, FOOT)
    book.nights.perform(TODAY, RemoveCramp(first))
    book.nights.perform(TODAY, ChangeCramp(second, (("side", Side.LEFT),)))
    assert book.nights.get(TODAY).cramps == (Cramp(muscle=Muscle.FOOT, side=Side.LEFT),)


def test_a_second_removal_of_the_same_cramp_leaves_the_next_one_alone(book: Diary) -> None:
    first, _ = add(book, CALF), add(book, FOOT)
    book.nights.perform(TODAY, RemoveCramp(first))
    book.nights.perform(TODAY, RemoveCramp(first))
    assert muscles(book.nights.get(TODAY)) == [Muscle.FOOT]


def test_of_two_cramps_that_say_the_same_the_one_that_was_meant_is_removed(book: Diary) -> None:
    first, second = add(book, CALF), add(book, CALF)
    book.nights.perform(TODAY, RemoveCramp(first))
    assert keys(book.nights.get(TODAY)) == (second,)


def test_a_change_of_a_cramp_that_is_gone_is_refused_in_words_and_changes_nothing(book: Diary) -> None:
    first, _ = add(book, CALF), add(book, FOOT)
    book.nights.perform(TODAY, RemoveCramp(first))
    before = book.nights.get(TODAY)
    with pytest.raises(CrampGoneError, match="removed in the meantime"):
        book.nights.perform(TODAY, ChangeCramp(first, (("intensity", 3),)))
    assert book.nights.get(TODAY) == before


def test_a_cramp_keeps_its_key_while_it_is_changed_and_read_again(book: Diary) -> None:
    key = add(book, CALF)
    book.nights.perform(TODAY, ChangeCramp(key, (("intensity", 3),)))
    assert keys(book.nights.get(TODAY)) == keys(book.nights.get(TODAY)) == (key,)


def test_a_cramp_that_undo_brought_back_has_its_key_again(book: Diary) -> None:
    first, second = add(book, CALF), add(book, FOOT)
    book.nights.perform(TODAY, RemoveCramp(first))
    book.undo()
    assert keys(book.nights.get(TODAY)) == (first, second)


def test_a_cramp_added_after_one_was_removed_never_takes_its_key(book: Diary) -> None:
    first, second = add(book, CALF), add(book, FOOT)
    book.nights.perform(TODAY, RemoveCramp(second))
    assert add(book, CALF) not in (first, second)


def test_i_had_cramps_on_a_night_with_cramps_changes_nothing(book: Diary) -> None:
    book.nights.perform(TODAY, LogCramps(book.nights.new_cramp_key()))
    book.nights.perform(TODAY, LogCramps(book.nights.new_cramp_key()))
    assert book.nights.get(TODAY).cramps == (Cramp(),)
    book.undo()
    assert book.nights.get(TODAY).state is NightState.NOT_LOGGED


def test_i_had_cramps_makes_a_quiet_night_a_cramp_night_and_its_undo_a_quiet_one(book: Diary) -> None:
    book.nights.perform(TODAY, LogQuiet())
    book.nights.perform(TODAY, LogCramps(book.nights.new_cramp_key()))
    assert book.nights.get(TODAY).state is NightState.CRAMPS
    book.undo()
    assert book.nights.get(TODAY).state is NightState.QUIET


def test_a_night_that_holds_cramps_is_not_called_quiet_before_they_may_go(book: Diary) -> None:
    key = add(book, CALF)
    with pytest.raises(CrampsStandError, match="This night holds 1 cramp by now"):
        book.nights.perform(TODAY, LogQuiet())
    assert book.nights.perform(TODAY, LogQuiet(frozenset({key}))).state is NightState.QUIET
    book.undo()
    assert book.nights.get(TODAY).cramps == (CALF,)


def test_a_cramp_that_another_page_added_meanwhile_is_not_removed_with_those_that_may_go(book: Diary) -> None:
    may_go = frozenset({add(book, CALF)})
    add(book, CALF)
    before = book.nights.get(TODAY)
    with pytest.raises(CrampsStandError):
        book.nights.perform(TODAY, LogQuiet(may_go))
    assert book.nights.get(TODAY) == before


def test_with_the_last_cramp_removed_a_night_is_not_logged_rather_than_quiet(book: Diary) -> None:
    book.nights.answer(TODAY, "socks", value=True)
    night = book.nights.perform(TODAY, RemoveCramp(add(book, CALF)))
    assert night.state is NightState.NOT_LOGGED
    assert night.value("socks") is True


def test_reliefs_are_added_and_removed_each_by_itself(book: Diary) -> None:
    key = add(book, CALF)
    for act in (
        AddRelief(key, Relief.HEAT),
        AddRelief(key, Relief.MASSAGE),
        AddRelief(key, Relief.HEAT),
        RemoveRelief(key, Relief.HEAT),
        RemoveRelief(key, Relief.DRINKING),
    ):
        book.nights.perform(TODAY, act)
    assert (book.nights.get(TODAY).cramps or ())[0].relief == frozenset({Relief.MASSAGE})
    assert (book.nights.perform(TODAY, RemoveRelief(key, Relief.MASSAGE)).cramps or ())[0].relief is None


def test_more_and_fewer_step_from_what_the_diary_holds(book: Diary) -> None:
    more, fewer = StepAnswer("alcohol", more=True, most=2), StepAnswer("alcohol", more=False, most=2)
    counts = [
        book.nights.perform(TODAY, act).value("alcohol") for act in (more, more, more, fewer, fewer, fewer, fewer)
    ]
    assert counts == [1, 2, 2, 1, 0, None, 0]


def test_one_cramp_too_many_is_refused_in_words(book: Diary) -> None:
    for _ in range(MOST_CRAMPS):
        add(book, CALF)
    with pytest.raises(TooManyCrampsError):
        book.nights.perform(TODAY, AddCramp(CALF))


# An Undo takes back the act it names


def test_an_undo_takes_back_the_act_it_names(book: Diary) -> None:
    book.nights.log_quiet(TODAY)
    step = book.steps().undo
    assert step is not None
    assert step.words == "No cramps saved"
    book.undo(step)
    assert book.nights.all() == []


def test_an_undo_whose_act_was_followed_by_another_is_refused_and_changes_nothing(book: Diary) -> None:
    book.nights.log_quiet(TODAY)
    step = book.steps().undo
    book.nights.perform(TODAY, SetAnswer("socks", value=True))
    before = book.nights.get(TODAY)
    with pytest.raises(StepNotNextError, match="Something else was changed since"):
        book.undo(step)
    assert book.nights.get(TODAY) == before


def test_an_undo_that_was_done_already_does_not_reach_the_act_before(book: Diary) -> None:
    book.nights.answer(TODAY, "socks", value=True)
    book.nights.log_quiet(TODAY)
    step = book.steps().undo
    book.undo(step)
    with pytest.raises(StepNotNextError):
        book.undo(step)
    assert book.nights.get(TODAY).value("socks") is True


def test_an_act_done_after_an_undo_never_passes_for_the_one_taken_back(book: Diary) -> None:
    book.nights.log_quiet(TODAY)
    step = book.steps().undo
    book.undo()
    book.nights.write_note(TODAY, "Storm")
    with pytest.raises(StepNotNextError):
        book.undo(step)
    assert book.nights.get(TODAY).note == "Storm"


def test_a_redo_does_again_the_act_it_names_and_none_else(book: Diary) -> None:
    book.nights.log_quiet(TODAY)
    book.nights.write_note(TODAY, "Storm")
    book.undo()
    step = book.steps().redo
    assert step is not None
    assert step.words == "Note saved"
    book.undo()
    with pytest.raises(StepNotNextError):
        book.redo(step)
    assert book.nights.all() == []


def test_where_nothing_was_done_there_is_nothing_to_take_back(book: Diary) -> None:
    steps = book.steps()
    assert (steps.undo, steps.redo) == (None, None)


def test_the_nights_can_be_read_after_several_acts_were_taken_back(book: Diary) -> None:
    for note in ("Storm", "Rain", "Sun"):
        book.nights.write_note(TODAY, note)
    for _ in range(3):
        book.undo()
    assert book.nights.all() == []


def test_the_rest_is_no_on_a_quiet_night_where_it_was_left_open_and_is_taken_back_in_one_step(book: Diary) -> None:
    book.nights.answer(TODAY, "socks", value=True)
    book.nights.log_quiet(TODAY)
    night = book.nights.perform(TODAY, AnswerRestNo())
    assert night.value("socks") is True
    assert night.value("legs_outside") is False
    assert "toes_pushed" not in night.answers  # asked only of who lay on the front
    assert "position" not in night.answers  # no yes or no
    assert {answer.value for key, answer in night.answers.items() if key != "socks"} == {False}
    assert open_yes_no(night, book.questions.catalogue()) == ()
    step = book.steps().undo
    assert step is not None
    assert step.words == "The rest answered with no"
    book.undo(step)
    assert set(book.nights.get(TODAY).answers) == {"socks"}


def test_the_rest_of_a_night_with_cramps_or_not_logged_is_left_open(book: Diary) -> None:
    assert book.nights.perform(TODAY, AnswerRestNo()).answers == {}
    add(book, Cramp())
    assert book.nights.perform(TODAY, AnswerRestNo()).answers == {}


def test_the_rest_is_no_to_questions_that_the_form_asks(book: Diary) -> None:
    book.questions.hide("socks")
    book.nights.log_quiet(TODAY)
    assert "socks" not in book.nights.perform(TODAY, AnswerRestNo()).answers
