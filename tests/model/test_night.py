from __future__ import annotations

import datetime as dt
from dataclasses import FrozenInstanceError, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.model.built_in import BUILT_IN
from diary.model.errors import (
    CrampInFutureError,
    CrampOutsideNightError,
    DiaryError,
    MorningTooLateError,
    NightNotBegunError,
    NightNotOverError,
    NotWholeError,
    OutOfRangeError,
    TextTooLongError,
    TooManyCrampsError,
)
from diary.model.mornings import noon_after, noon_before
from diary.model.night import MOST_CRAMPS, MOST_NOTE, Answer, Cramp, Night, NightState, Relief

MORNING = dt.date(2026, 11, 22)
NOW = dt.datetime(2026, 11, 22, 7, 30)
TOLD = dt.datetime(2026, 11, 22, 7, 30, tzinfo=dt.UTC)
MINUTE = dt.timedelta(minutes=1)


def test_a_night_not_logged_is_never_counted_as_quiet() -> None:
    night = Night(MORNING)
    assert night.state is NightState.NOT_LOGGED
    assert not night.logged


def test_a_night_with_answers_but_no_word_on_cramps_is_not_logged() -> None:
    night = Night(MORNING).with_answer(BUILT_IN.get("socks"), True, TOLD)
    assert night.state is NightState.NOT_LOGGED
    assert not night.blank


def test_a_night_told_without_cramps_is_quiet() -> None:
    assert Night(MORNING, cramps=()).state is NightState.QUIET


def test_a_cramp_of_which_nothing_is_known_makes_a_cramp_night() -> None:
    assert Night(MORNING, cramps=(Cramp(),)).state is NightState.CRAMPS


def test_a_cramp_before_midnight_and_one_after_are_the_same_night() -> None:
    cramps = (Cramp(at=dt.datetime(2026, 11, 21, 23, 40)), Cramp(at=dt.datetime(2026, 11, 22, 3, 10)))
    assert len(Night(MORNING, cramps=cramps).cramps or ()) == 2


@pytest.mark.parametrize("at", [noon_before(MORNING), noon_after(MORNING) - MINUTE])
def test_a_night_runs_from_noon_to_noon(at: dt.datetime) -> None:
    assert Night(MORNING, cramps=(Cramp(at=at),)).state is NightState.CRAMPS


@pytest.mark.parametrize("at", [noon_before(MORNING) - MINUTE, noon_after(MORNING)])
def test_a_cramp_outside_its_night_cannot_be_built(at: dt.datetime) -> None:
    with pytest.raises(CrampOutsideNightError):
        Night(MORNING, cramps=(Cramp(at=at),))


@pytest.mark.parametrize("told", [{"intensity": 0}, {"intensity": 10}, {"minutes": 0}, {"minutes": 720}])
def test_the_ends_of_a_range_belong_to_it(told: dict[str, Any]) -> None:
    assert Cramp(**told) != Cramp()


@pytest.mark.parametrize(
    "told",
    [
        {"intensity": -1},
        {"intensity": 11},
        {"minutes": -0.5},
        {"minutes": 720.5},
        {"minutes": float("nan")},
        {"minutes": float("inf")},
        {"minutes_awake": -1},
        {"minutes_awake": 721},
        {"distress": -1},
        {"distress": 11},
    ],
)
def test_a_number_of_a_cramp_out_of_its_range_cannot_be_built(told: dict[str, Any]) -> None:
    with pytest.raises(OutOfRangeError):
        Cramp(**told)


@pytest.mark.parametrize("told", [{"minutes": 4.25}, {"intensity": 4.5}, {"minutes_awake": 4.5}, {"distress": 0.5}])
def test_minutes_are_kept_in_halves_and_scales_in_whole_numbers(told: dict[str, Any]) -> None:
    with pytest.raises(NotWholeError):
        Cramp(**told)


@given(st.integers(0, 1440))
def test_every_half_minute_up_to_twelve_hours_can_be_kept(halves: int) -> None:
    assert Cramp(minutes=halves / 2).minutes == halves / 2


def test_a_night_holds_up_to_twenty_cramps() -> None:
    assert Night(MORNING, cramps=(Cramp(),) * MOST_CRAMPS).cramps
    with pytest.raises(TooManyCrampsError):
        Night(MORNING, cramps=(Cramp(),) * (MOST_CRAMPS + 1))


def test_a_note_is_kept_in_any_script_and_has_a_longest_length() -> None:
    assert Night(MORNING, note="夜中に足がつった 🌙 تشنج").note
    with pytest.raises(TextTooLongError):
        Night(MORNING, note="x" * (MOST_NOTE + 1))


def test_that_nothing_helped_is_an_answer_and_not_answered_is_none() -> None:
    assert Cramp().relief is None
    assert Cramp(relief=frozenset({Relief.NOTHING})).relief == frozenset({Relief.NOTHING})


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("room_temperature", 80),
        ("room_temperature", -21),
        ("fluids", 31),
        ("alcohol", -1),
        ("exercise_minutes", 1441),
        ("sleep_disturbance", 11),
        ("sleep_quality", 0),
        ("calcium_portions", 4),
        ("socks", "yes"),
        ("socks", 1),
        ("bedding", "very thick"),
        ("bed_time", "22:30"),
        ("no_such_question", True),
    ],
)
def test_a_night_with_an_impossible_answer_cannot_be_built(key: str, value: Any) -> None:
    with pytest.raises(DiaryError):
        Night(MORNING, answers={key: Answer(value, TOLD)})


def test_not_answered_is_no_answer_at_all() -> None:
    night = Night(MORNING)
    assert night.value("socks") is None
    assert night.with_answer(BUILT_IN.get("socks"), False, TOLD).value("socks") is False
    assert night.values() == {}


def test_an_answer_taken_back_is_not_answered() -> None:
    night = Night(MORNING).with_answer(BUILT_IN.get("socks"), True, TOLD)
    assert night.without_answer("socks") == Night(MORNING)
    assert Night(MORNING).without_answer("socks") == Night(MORNING)


def test_an_answer_first_given_after_the_cramps_were_told_is_late() -> None:
    night = Night(MORNING).with_cramps((), TOLD).with_answer(BUILT_IN.get("socks"), True, TOLD + MINUTE)
    assert night.late("socks")


def test_an_answer_changed_after_the_cramps_were_told_is_late() -> None:
    socks = BUILT_IN.get("socks")
    night = Night(MORNING).with_answer(socks, True, TOLD - MINUTE).with_cramps((), TOLD)
    assert not night.late("socks")
    assert night.with_answer(socks, False, TOLD + MINUTE).late("socks")


def test_telling_the_same_answer_again_does_not_make_it_late() -> None:
    socks = BUILT_IN.get("socks")
    night = Night(MORNING).with_answer(socks, True, TOLD - MINUTE).with_cramps((), TOLD)
    assert not night.with_answer(socks, True, TOLD + MINUTE).late("socks")


def test_an_answer_of_a_night_not_logged_is_not_late() -> None:
    assert not Night(MORNING).with_answer(BUILT_IN.get("socks"), True, TOLD).late("socks")
    assert not Night(MORNING, cramps=(), logged_at=TOLD).late("socks")


def test_when_cramps_were_first_told_stays_when_they_are_told_anew() -> None:
    night = Night(MORNING).with_cramps((), TOLD).with_cramps((Cramp(),), TOLD + MINUTE)
    assert night.logged_at == TOLD
    assert night.state is NightState.CRAMPS


def test_a_question_that_hangs_on_another_is_asked_only_where_that_was_answered_so() -> None:
    toes, position = BUILT_IN.get("toes_pushed"), BUILT_IN.get("position")
    night = Night(MORNING)
    assert night.asks(position)
    assert not night.asks(toes)
    assert not night.with_answer(position, "back", TOLD).asks(toes)
    assert night.with_answer(position, "front", TOLD).asks(toes)


def test_how_much_cramps_disturbed_the_sleep_is_asked_of_cramp_nights_only() -> None:
    disturbance = BUILT_IN.get("sleep_disturbance")
    night = Night(MORNING).with_answer(disturbance, 6.0, TOLD)
    assert not night.asks(disturbance)
    assert not night.with_cramps((), TOLD).asks(disturbance)
    assert night.with_cramps((Cramp(),), TOLD).asks(disturbance)


def test_a_morning_may_be_at_most_tomorrow() -> None:
    Night(dt.date(2026, 11, 23)).refuse_future(NOW)
    with pytest.raises(MorningTooLateError):
        Night(dt.date(2026, 11, 24)).refuse_future(NOW)


def test_a_cramp_cannot_lie_in_the_future() -> None:
    Night(MORNING, cramps=(Cramp(at=NOW),)).refuse_future(NOW)
    with pytest.raises(CrampInFutureError):
        Night(MORNING, cramps=(Cramp(at=NOW + MINUTE),)).refuse_future(NOW)


def test_a_night_still_ahead_cannot_be_called_quiet() -> None:
    Night(MORNING, cramps=()).refuse_future(NOW)
    with pytest.raises(NightNotOverError):
        Night(MORNING + dt.timedelta(days=1), cramps=()).refuse_future(NOW)


def test_a_cramp_of_this_evening_is_kept_with_tomorrows_morning() -> None:
    evening = dt.datetime(2026, 11, 22, 23, 50)
    Night(dt.date(2026, 11, 23), cramps=(Cramp(at=evening),)).refuse_future(evening)


@pytest.mark.parametrize("value", [Night(MORNING), Cramp(), Answer(True, TOLD)])
def test_values_are_frozen(value: Any) -> None:
    with pytest.raises((FrozenInstanceError, AttributeError, TypeError)):
        value.note = "changed"


def test_a_changed_night_leaves_the_first_as_it_was() -> None:
    night = Night(MORNING, cramps=())
    assert replace(night, note="x") != night
    night.with_answer(BUILT_IN.get("socks"), True, TOLD)
    assert night.answers == {}


def test_a_night_that_has_not_begun_has_no_cramps_yet() -> None:
    tomorrow = Night(dt.date(2026, 3, 3), (Cramp(),))
    with pytest.raises(NightNotBegunError):
        tomorrow.refuse_future(dt.datetime(2026, 3, 2, 11, 59))
    tomorrow.refuse_future(dt.datetime(2026, 3, 2, 12, 0))
