"""Nights come back from the file as they were told."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event

from diary.model.built_in import BUILT_IN
from diary.model.errors import UnknownFactorError
from diary.model.factors import Number, YesNo
from diary.model.night import Answer, Cramp, Night, NightState
from diary.model.own_factors import choice_of
from diary.model.period import Period
from diary.model.plain import plain_data, value_from_plain
from diary.model.questions import Questions
from diary.store.change import Change, Records

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hypothesis.strategies import SearchStrategy

    from diary.model.factors import Value
    from diary.store.store import Store

MORNING = dt.date(2026, 11, 22)
OWN = (
    Questions()
    .add("Mood?", kind=choice_of(("Low", "High")))
    .add("Herb tea?", kind=YesNo(), name="tea")
    .add("How many steps?", kind=Number(0, 50_000, 1, "steps"), name="steps", evening=False)
    .add("Asked no more?", kind=YesNo(), name="old")
    .archive("own_old")
)


@given(data=st.data())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_night_the_model_can_build_comes_back_equal(
    data: st.DataObject, any_night: SearchStrategy[Night], store: Store, keep_night: Callable[[Store, Night], None]
) -> None:
    night = data.draw(any_night)
    keep_night(store, night)
    assert store.night(night.morning) == night
    assert value_from_plain(Night, plain_data(store.night(night.morning))) == night


def test_a_night_never_told_is_blank(store: Store) -> None:
    assert store.night(MORNING) == Night(MORNING)
    assert store.nights() == []


def test_a_quiet_night_and_one_not_told_stay_apart(
    store: Store, keep_night: Callable[[Store, Night], None], now: dt.datetime
) -> None:
    keep_night(store, Night(MORNING, note="slept away"))
    assert store.night(MORNING).state is NightState.NOT_LOGGED
    keep_night(store, store.night(MORNING).with_cramps((), now))
    assert store.night(MORNING).state is NightState.QUIET


def test_a_cramp_of_which_nothing_is_known_is_still_a_cramp(
    store: Store, keep_night: Callable[[Store, Night], None], now: dt.datetime
) -> None:
    keep_night(store, Night(MORNING).with_cramps((Cramp(), Cramp()), now))
    assert store.night(MORNING).cramps == (Cramp(), Cramp())


def test_relief_by_nothing_at_all_and_relief_not_answered_stay_apart(
    store: Store, keep_night: Callable[[Store, Night], None], now: dt.datetime
) -> None:
    keep_night(store, Night(MORNING).with_cramps((Cramp(relief=frozenset()), Cramp(relief=None)), now))
    assert [cramp.relief for cramp in store.night(MORNING).cramps or ()] == [frozenset(), None]


def test_an_answer_keeps_when_it_was_given_with_its_offset(
    store: Store, keep_night: Callable[[Store, Night], None]
) -> None:
    given_at = dt.datetime(2026, 3, 29, 7, 0, 0, 123456, tzinfo=dt.timezone(dt.timedelta(hours=5, minutes=45)))
    keep_night(store, Night(MORNING, answers={"socks": Answer(False, given_at)}))
    kept = store.night(MORNING).answers["socks"].given_at
    assert (kept, kept.utcoffset()) == (given_at, given_at.utcoffset())


def test_an_answer_taken_back_leaves_no_row(
    store: Store,
    cramp_night: Night,
    keep_night: Callable[[Store, Night], None],
    behind_the_door: Callable[..., Any],
) -> None:
    keep_night(store, cramp_night)
    keep_night(store, cramp_night.without_answer("socks"))
    assert behind_the_door(store.folder, "SELECT factor FROM answer") == [("room_temperature",)]


def test_a_blank_night_leaves_nothing_behind(
    store: Store,
    cramp_night: Night,
    keep_night: Callable[[Store, Night], None],
    behind_the_door: Callable[..., Any],
) -> None:
    keep_night(store, cramp_night)
    keep_night(store, Night(cramp_night.morning))
    left = "SELECT morning FROM night UNION ALL SELECT morning FROM cramp UNION ALL SELECT morning FROM answer"
    assert behind_the_door(store.folder, left) == []


def test_nights_between_two_mornings_hold_both_and_come_oldest_first(
    store: Store, keep_night: Callable[[Store, Night], None]
) -> None:
    days = [MORNING + dt.timedelta(days=back) for back in (3, 0, 2, 1)]
    for day in days:
        keep_night(store, Night(day, note="x"))
    assert [night.morning for night in store.nights()] == sorted(days)
    assert [night.morning for night in store.nights(Period(days[3], days[2]))] == [days[3], days[2]]
    assert [night.morning for night in store.nights(Period(last=MORNING))] == [MORNING]
    assert [night.morning for night in store.nights(Period(first=days[0]))] == [days[0]]


def test_many_nights_are_read_in_as_few_queries_as_one(store: Store, cramp_night: Night) -> None:
    nights = tuple(replace(cramp_night, morning=MORNING + dt.timedelta(days=n), cramps=()) for n in range(400))
    store.keep(Change("x", Records(), Records(nights)))
    queries: list[str] = []

    def trace(connection: Any, *_rest: object) -> None:
        connection.set_trace_callback(queries.append)

    event.listen(store._connections.file.read_engine, "checkout", trace)
    store.night(MORNING)
    for_one = len(queries)
    assert len(store.nights()) == 400
    assert len(queries) - for_one == for_one > 3


def test_answers_to_own_questions_come_back_equal(
    store: Store, keep_night: Callable[[Store, Night], None], now: dt.datetime
) -> None:
    store.keep(Change("Question added", Records(questions=Questions()), Records(questions=OWN)))
    own: dict[str, Value] = {"own_tea": False, "own_steps": 8000.0, "own_mood": "low", "own_old": True}
    night = Night(MORNING, answers={key: Answer(value, now) for key, value in own.items()})
    keep_night(store, night)
    assert store.night(MORNING) == night
    assert [type(store.night(MORNING).value(key)) for key in own] == [bool, float, str, bool]


def test_an_answer_to_a_question_never_asked_is_refused_and_nothing_is_kept(
    store: Store, keep_night: Callable[[Store, Night], None], now: dt.datetime
) -> None:
    with pytest.raises(UnknownFactorError, match="own_gone"):
        keep_night(store, Night(MORNING, note="x", answers={"own_gone": Answer(True, now)}))
    assert (store.nights(), store.undo()) == ([], None)


def test_of_a_broken_character_the_rest_of_the_note_is_saved(
    store: Store, keep_night: Callable[[Store, Night], None]
) -> None:
    keep_night(store, Night(MORNING, note="half \ud83d"))
    assert store.night(MORNING).note == "half "


def test_a_note_keeps_any_script(store: Store, keep_night: Callable[[Store, Night], None]) -> None:
    note = "Wadenkrampf 足がつる تشنج 🦵 '; DROP TABLE night; --\n\t#$*"
    keep_night(store, Night(MORNING, note=note))
    assert store.night(MORNING).note == note


def test_a_new_diary_asks_every_built_in_question(store: Store, behind_the_door: Callable[..., Any]) -> None:
    kept = behind_the_door(store.folder, "SELECT key FROM factor ORDER BY position")
    assert [key for (key,) in kept] == [factor.key for factor in BUILT_IN]


def test_the_diary_is_the_same_after_closing_and_opening(
    folder: Path,
    open_store: Callable[..., Store],
    cramp_night: Night,
    keep_night: Callable[[Store, Night], None],
) -> None:
    first = open_store(folder)
    keep_night(first, cramp_night)
    first.close()
    assert open_store(folder).nights() == [cramp_night]
