from __future__ import annotations

import contextlib
import datetime as dt
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.model.built_in import BUILT_IN
from diary.model.errors import DiaryError, OutOfRangeError, WrongKindError
from diary.model.typed import clock_from_text, number_from_text, value_from_text

if TYPE_CHECKING:
    from diary.model.factors import Factor, Value


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("22:30", dt.time(22, 30)),
        ("22.30", dt.time(22, 30)),
        ("22h30", dt.time(22, 30)),
        ("2230", dt.time(22, 30)),
        ("0310", dt.time(3, 10)),
        ("3", dt.time(3)),
        (" 3:10 ", dt.time(3, 10)),
        ("3:10 pm", dt.time(15, 10)),
        ("3 PM", dt.time(15)),
        ("12 am", dt.time(0)),
        ("12 pm", dt.time(12)),
        ("12:30 a.m.", dt.time(0, 30)),
        ("0:00", dt.time(0)),
    ],
)
def test_a_time_is_read_however_it_is_typed(text: str, time: dt.time) -> None:
    assert clock_from_text(text, "Bed time") == time


@pytest.mark.parametrize("text", ["", "24:00", "22:60", "13 pm", "0 am", "half past ten", "22:3", "-1", "1234567"])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(WrongKindError, match="22:30"):
        clock_from_text(text, "Bed time")


@pytest.mark.parametrize(
    ("text", "number"), [("16.5", 16.5), ("16,5", 16.5), ("-3", -3), ("\N{MINUS SIGN}3", -3), (" 7 ", 7), ("4½", 4.5)]
)
def test_a_number_is_read_with_a_point_or_a_comma(text: str, number: float) -> None:
    assert number_from_text(text, "Room temperature") == number


@pytest.mark.parametrize("text", ["", "warm", "nan", "inf", "-inf", "1e999", "1.000,5", "--3"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(WrongKindError, match="a number"):
        number_from_text(text, "Room temperature")


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
        ("fluids", "8", 8.0),
    ],
)
def test_an_answer_is_read_by_the_kind_of_its_question(key: str, text: str, value: Value) -> None:
    assert value_from_text(BUILT_IN.get(key), text) == value


def test_an_answer_out_of_range_is_refused_when_typed() -> None:
    with pytest.raises(OutOfRangeError):
        value_from_text(BUILT_IN.get("room_temperature"), "80")


@given(st.sampled_from(BUILT_IN.factors), st.text(max_size=12))
def test_any_text_is_an_answer_that_can_be_kept_or_a_refusal_in_words(factor: Factor, text: str) -> None:
    with contextlib.suppress(DiaryError):
        value = value_from_text(factor, text)
        assert factor.check(value) == value
