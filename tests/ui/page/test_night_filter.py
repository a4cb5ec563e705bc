"""The filter of Diary's list."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from diary.model.built_in import BUILT_IN
from diary.model.mornings import DAY
from diary.model.night import Answer, Cramp, Night, NightState
from diary.model.preferences import TemperatureUnit
from diary.ui.page.night_filter import (
    NOT_ANSWERED,
    AnswerWanted,
    NightFilter,
    answered_factors,
    answers_to,
    nights_wanted,
)

if TYPE_CHECKING:
    from diary.model.factors import Value

TODAY = dt.date(2026, 11, 24)
TOLD_AT = dt.datetime(2026, 11, 24, 8)
CELSIUS = TemperatureUnit.CELSIUS


def night(back: int, *, cramps: int | None = 0, **answers: Value) -> Night:
    told = {key: Answer(value, TOLD_AT) for key, value in answers.items()}
    return Night(TODAY - back * DAY, cramps=None if cramps is None else (Cramp(),) * cramps, answers=told)


def backs(
    *nights: Night, wanted: NightFilter, choices: tuple[AnswerWanted, ...] = (), now: dt.datetime = TOLD_AT
) -> list[int]:
    kept = nights_wanted({each.morning: each for each in nights}, wanted, choices, now=now)
    return [(TODAY - each.morning).days for each in kept]


def choices_of(key: str, *nights: Night) -> tuple[AnswerWanted, ...]:
    return answers_to(BUILT_IN.get(key), nights, CELSIUS)


@pytest.mark.parametrize(("state", "kept"), [(NightState.CRAMPS, [6]), (NightState.QUIET, [4]), (None, [6, 4, 2])])
def test_only_nights_of_the_wanted_kind_are_kept(state: NightState | None, kept: list[int]) -> None:
    nights = night(6, cramps=1), night(4), night(2, cramps=None, socks=True)
    assert backs(*nights, wanted=NightFilter(state)) == kept


def test_nights_of_which_nothing_is_known_are_among_those_not_logged_up_to_today() -> None:
    nights = night(4), night(2, cramps=None, socks=True), night(1)
    assert backs(*nights, wanted=NightFilter(NightState.NOT_LOGGED)) == [3, 2, 0]
    assert backs(wanted=NightFilter(NightState.NOT_LOGGED)) == []


def test_until_four_the_night_under_way_is_no_gap_yet() -> None:
    nights = night(4), night(2), night(1)
    small_hours = dt.datetime(2026, 11, 24, 3, 59)
    assert backs(*nights, wanted=NightFilter(NightState.NOT_LOGGED), now=small_hours) == [3]
    assert backs(*nights, wanted=NightFilter(NightState.NOT_LOGGED), now=dt.datetime(2026, 11, 24, 4)) == [3, 0]


def test_a_question_keeps_the_nights_that_answer_it_and_an_answer_those_that_give_it() -> None:
    nights = night(3, position="back"), night(2, position="side"), night(1)
    choices = choices_of("position", *nights)
    assert [choice.words for choice in choices] == ["Back", "Side"]
    assert backs(*nights, wanted=NightFilter(factor="position"), choices=choices) == [3, 2]
    assert backs(*nights, wanted=NightFilter(factor="position", answer=choices[1].key), choices=choices) == [2]


def test_not_answered_is_an_answer_of_its_own_and_never_no() -> None:
    nights = night(3, socks=True), night(2, socks=False), night(1)
    choices = choices_of("socks", *nights)
    no = next(choice for choice in choices if choice.words == "No")
    assert backs(*nights, wanted=NightFilter(factor="socks", answer=no.key), choices=choices) == [2]
    assert backs(*nights, wanted=NightFilter(factor="socks", answer=NOT_ANSWERED), choices=choices) == [1]


def test_kind_and_answer_are_wanted_together() -> None:
    nights = night(3, cramps=1, socks=True), night(2, socks=True)
    wanted = NightFilter(NightState.CRAMPS, "socks")
    assert backs(*nights, wanted=wanted, choices=choices_of("socks", *nights)) == [3]


def test_many_numbers_are_grouped_in_thirds_and_each_night_is_in_one() -> None:
    nights = [night(back, room_temperature=12.0 + back) for back in range(12)]
    choices = choices_of("room_temperature", *nights)
    assert [choice.words for choice in choices] == ["12 °C to 15 °C", "16 °C to 19 °C", "20 °C to 23 °C"]
    for each in nights:
        assert sum(choice.holds(each.answers["room_temperature"].value) for choice in choices) == 1


def test_times_are_grouped_as_nights_run_across_midnight() -> None:
    times = [dt.time(hour % 24, minute) for hour in (22, 23, 24) for minute in (0, 20, 40)]
    nights = [night(back, bed_time=time) for back, time in enumerate(times)]
    choices = choices_of("bed_time", *nights)
    assert [choice.words for choice in choices] == ["22:00 to 22:40", "23:00 to 23:40", "00:00 to 00:40"]
    assert not choices[1].holds(dt.time(0, 20))


def test_only_questions_with_an_answer_can_be_chosen_in_the_order_of_the_form() -> None:
    nights = night(3, socks=True), night(2, position="back")
    assert [factor.key for factor in answered_factors(nights, BUILT_IN)] == ["position", "socks"]
