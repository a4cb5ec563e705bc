from __future__ import annotations

import contextlib
import datetime as dt
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.model.ambiguous import AmbiguousError
from diary.model.built_in import BUILT_IN
from diary.model.errors import DiaryError, OutOfRangeError
from diary.model.typed import value_from_text

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
        ("bed_time", "10:30 pm", dt.time(22, 30)),
        ("bed_time", "24:15", dt.time(0, 15)),
        ("wake_time", "10:30", dt.time(10, 30)),
    ],
)
def test_an_answer_is_read_by_the_kind_of_its_question(key: str, text: str, value: Value) -> None:
    assert value_from_text(BUILT_IN.get(key), text) == value


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
