from __future__ import annotations

import contextlib
import datetime as dt
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.model.ambiguous import AmbiguousError
from diary.model.built_in import BUILT_IN
from diary.model.errors import DiaryError, OutOfRangeError, WrongKindError
from diary.model.factors import Choice, Group, Number, Option
from diary.model.own_factors import OwnFactor, own_factor
from diary.model.value_text import value_from_text

if TYPE_CHECKING:
    from diary.model.factors import Factor, Value


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("socks", "yes", True),
        ("socks", "No", False),
        ("socks", "1", True),
        ("socks", "off", False),
        ("bedding", "Thin", "thin"),
        ("bedding", " none or SHEET", "none"),
        ("bed_time", "22:30", dt.time(22, 30)),
        ("room_temperature", "16,5", 16.5),
        ("room_temperature", "36,500", 36.5),
        ("fluids", "8", 8.0),
        ("fluids", "٨", 8.0),
        ("fluids", "8 Glasses", 8.0),
        ("exercise_minutes", "45min", 45.0),
        ("room_temperature", "69 °F", 20.56),
        ("bed_time", "10:30 pm", dt.time(22, 30)),
        ("bed_time", "24:15", dt.time(0, 15)),
        ("wake_time", "10:30", dt.time(10, 30)),
    ],
)
def test_an_answer_is_read_by_the_kind_of_its_question(key: str, text: str, value: Value) -> None:
    assert value_from_text(BUILT_IN.get(key), text) == value


MOOD = own_factor(
    "own_mood", "Mood?", kind=Choice((Option("low", "Müde"), Option("high", "Wach"), Option("low_2", "Low")))
)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Müde", "low"), ("mu\u0308de", "low"), (" MUDE ", "low"), ("wach", "high"), ("HIGH", "high"), ("Low", "low_2"),
        ("low_2", "low_2"),
    ],
)  # fmt: skip
def test_an_answer_of_ones_own_is_found_by_its_words_with_or_without_accents(text: str, key: str) -> None:
    assert value_from_text(MOOD, text) == key


@pytest.mark.parametrize(
    ("unit", "text", "number"),
    [
        ("kg", "71,5 KG", 71.5),
        ("µg", "71.5\u03bcg", 71.5),
        ("m²", "60 m²", 60.0),
        ("h", "7½ h", 7.5),
        ("10 km", "8", 8.0),
        ("", "8", 8.0),
    ],
)
def test_a_number_of_ones_own_is_read_with_its_unit_or_without(unit: str, text: str, number: float) -> None:
    factor = own_factor("own_x", "X?", kind=Number(0, 200, 0.5, unit))
    assert value_from_text(factor, text) == number


@pytest.mark.parametrize("text", ["71 lb", "kg", "71 kg kg"])
def test_a_number_with_another_unit_is_refused(text: str) -> None:
    with pytest.raises(WrongKindError):
        value_from_text(own_factor("own_x", "X?", kind=Number(0, 200, 0.5, "kg")), text)


def test_words_that_are_the_key_of_another_answer_are_asked_with_both() -> None:
    """An answer that was once called “Low” keeps that key, and a later one may be called so."""
    with pytest.raises(AmbiguousError, match="“low” can be Müde or low_2"):
        value_from_text(MOOD, "low")


def test_answers_that_differ_only_in_an_accent_are_asked_with_both() -> None:
    kind = Choice((Option("low", "Pâle"), Option("high", "Palé"), Option("x", "Pale\u0301")))
    factor = OwnFactor("own_x", Group.OWN, "X?", "X", kind)
    with pytest.raises(AmbiguousError, match="“pale” can be Pâle or high"):
        value_from_text(factor, "pale")
    with pytest.raises(AmbiguousError, match="“Palé” can be high or x"):
        value_from_text(factor, "Palé")
    assert value_from_text(factor, "pâle") == "low"


@pytest.mark.parametrize("factor", [factor for factor in BUILT_IN if isinstance(factor.kind, Choice)])
def test_each_answer_of_the_diarys_own_is_found_by_its_key_and_by_its_words(factor: Factor) -> None:
    assert isinstance(factor.kind, Choice)
    for option in factor.kind.options:
        for text in (option.key, option.name, option.key.upper(), option.name.upper()):
            assert value_from_text(factor, text) == option.key


def test_a_bed_time_of_either_half_of_the_day_is_asked() -> None:
    with pytest.raises(AmbiguousError, match="10:30 am or 22:30"):
        value_from_text(BUILT_IN.get("bed_time"), "10:30")


def test_an_answer_out_of_range_is_refused_when_typed() -> None:
    with pytest.raises(OutOfRangeError):
        value_from_text(BUILT_IN.get("room_temperature"), "80")


@given(st.sampled_from(BUILT_IN.factors), st.text(max_size=12))
def test_any_text_is_an_answer_that_can_be_kept_or_a_refusal_in_words(factor: Factor, text: str) -> None:
    with contextlib.suppress(DiaryError):
        value = value_from_text(factor, text)
        assert factor.check(value) == value
