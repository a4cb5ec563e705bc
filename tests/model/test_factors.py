from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.model.built_in import BUILT_IN
from diary.model.errors import NotWholeError, OutOfRangeError, UnknownFactorError, WrongKindError
from diary.model.factors import GROUP_NAMES, OWN_PREFIX, Choice, Factor, Group, Number, Unit
from diary.model.triggers import TRIGGERS

ASKED_BY_THE_DESIGN = {
    "bed_time", "wake_time", "sleep_quality", "position", "one_position", "sleep_disturbance",
    "room_temperature", "room_felt",
    "bedding", "covers_pressed", "legs_outside", "socks", "toes_pushed",
    "exercise", "exercise_kind", "exercise_minutes", "stretched", "long_standing",
    "calcium_portions", "fluids", "alcohol", "caffeine", "calcium_supplement", "magnesium_supplement", "stomach_upset",
}  # fmt: skip


def test_the_catalogue_asks_all_that_a_night_holds() -> None:
    assert {factor.key for factor in BUILT_IN} == ASKED_BY_THE_DESIGN
    assert len(list(BUILT_IN)) == len(ASKED_BY_THE_DESIGN)


@pytest.mark.parametrize("factor", BUILT_IN.factors, ids=lambda factor: factor.key)
def test_every_factor_has_its_words_and_a_card_and_no_key_of_an_own_factor(factor: Factor) -> None:
    assert factor.question
    assert factor.name
    assert factor in BUILT_IN.group(factor.group)
    assert factor.group in GROUP_NAMES
    assert not factor.key.startswith(OWN_PREFIX)


def test_every_trigger_reads_only_what_the_catalogue_asks() -> None:
    assert {key for trigger in TRIGGERS for key in trigger.factors} <= ASKED_BY_THE_DESIGN


def test_a_question_hangs_only_on_an_answer_that_can_be_given() -> None:
    for factor in BUILT_IN:
        if factor.only_if:
            other, values = factor.only_if
            kind = BUILT_IN.get(other).kind
            assert isinstance(kind, Choice)
            assert set(values) <= {option.key for option in kind.options}


def test_only_bedding_socks_and_room_are_copied_from_the_night_before() -> None:
    assert {factor.key for factor in BUILT_IN if factor.stable} == {
        "bedding", "socks", "room_temperature", "room_felt",
    }  # fmt: skip


def test_the_day_and_its_food_can_be_told_the_evening_before() -> None:
    for group in (Group.DAY, Group.DIET, Group.ROOM):
        assert all(factor.evening for factor in BUILT_IN.group(group))
    assert not any(factor.evening for factor in BUILT_IN.group(Group.AFTER))


def test_a_question_that_is_not_asked_is_refused_by_name() -> None:
    with pytest.raises(UnknownFactorError, match="knee_high_socks"):
        BUILT_IN.get("knee_high_socks")
    assert "knee_high_socks" not in BUILT_IN


@pytest.mark.parametrize(
    ("key", "low", "high"),
    [
        ("room_temperature", -20, 50),
        ("sleep_quality", 1, 5),
        ("exercise_minutes", 0, 1440),
        ("calcium_portions", 0, 3),
        ("fluids", 0, 30),
        ("alcohol", 0, 30),
        ("sleep_disturbance", 0, 10),
    ],
)
def test_every_number_has_its_range(key: str, low: float, high: float) -> None:
    factor = BUILT_IN.get(key)
    assert factor.check(low) == low
    assert factor.check(high) == high
    for outside in (low - 1, high + 1, float("nan"), float("inf")):
        with pytest.raises(OutOfRangeError):
            factor.check(outside)


@given(st.integers(-200, 500))
def test_a_room_temperature_is_kept_to_a_tenth_of_a_degree(tenths: int) -> None:
    assert BUILT_IN.get("room_temperature").check(tenths / 10) == tenths / 10


def test_a_number_between_its_steps_is_refused() -> None:
    with pytest.raises(NotWholeError):
        BUILT_IN.get("room_temperature").check(16.555)
    with pytest.raises(NotWholeError):
        BUILT_IN.get("fluids").check(2.5)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("socks", 1), ("socks", "yes"), ("socks", None),
        ("fluids", True), ("fluids", "3"), ("fluids", None),
        ("bedding", "cotton"), ("bedding", True), ("bedding", 1),
        ("bed_time", "22:30"), ("bed_time", 22.5), ("bed_time", dt.time(22, 30, tzinfo=dt.UTC)),
    ],
)  # fmt: skip
def test_an_answer_of_another_kind_is_refused(key: str, value: Any) -> None:
    with pytest.raises(WrongKindError):
        BUILT_IN.get(key).check(value)


def test_a_time_of_day_is_kept_to_the_minute() -> None:
    assert BUILT_IN.get("bed_time").check(dt.time(22, 30, 59, 7)) == dt.time(22, 30)


def test_an_option_is_shown_by_its_words() -> None:
    kind = BUILT_IN.get("bedding").kind
    assert isinstance(kind, Choice)
    assert kind.name_of("none") == "None or sheet"


def test_temperatures_are_kept_in_celsius_and_portions_end_in_three_or_more() -> None:
    temperature, calcium = BUILT_IN.get("room_temperature").kind, BUILT_IN.get("calcium_portions").kind
    assert isinstance(temperature, Number)
    assert isinstance(calcium, Number)
    assert temperature.unit is Unit.CELSIUS
    assert calcium.open_ended
