"""A time of day: typed, understood, shown, and typed again the same."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.model.ambiguous import AmbiguousError
from diary.model.clock_text import TimeOf, clock_from_text, clock_words
from diary.model.errors import WrongKindError

UNDERSTOOD = {
    "22:30": "22:30",
    "22.30": "22:30",
    "22h30": "22:30",
    "22 30": "22:30",
    "22 : 30": "22:30",
    "2230": "22:30",
    "2\N{FULLWIDTH COLON}30": "02:30",
    "٢٢:٣٠": "22:30",
    "0310": "03:10",
    "310": "03:10",
    "3h10": "03:10",
    "3.10": "03:10",
    "3,10": "03:10",
    " 3:10 ": "03:10",
    "3": "03:00",
    "3h": "03:00",
    "3 o'clock": "03:00",
    "3 o\N{RIGHT SINGLE QUOTATION MARK}clock": "03:00",
    "3:7": "03:07",
    "3:10 pm": "15:10",
    "3:10pm": "15:10",
    "3:10 p. m.": "15:10",
    "3 PM": "15:00",
    "3p": "15:00",
    "12 am": "00:00",
    "12 pm": "12:00",
    "12:30 a.m.": "00:30",
    "12:30 pm": "12:30",
    "0:00": "00:00",
    "00:30": "00:30",
    "24:00": "00:00",
    "24:15": "00:15",
    "24": "00:00",
    "noon": "12:00",
    "Midnight": "00:00",
    "12 noon": "12:00",
    "12 midnight": "00:00",
    "10:30 am": "10:30",
    "10:30 pm": "22:30",
    "09:30": "09:30",
    "0930": "09:30",
}
"""The same for whatever happened at the time."""


@pytest.mark.parametrize(("text", "time"), UNDERSTOOD.items())
@pytest.mark.parametrize("of", TimeOf)
def test_a_time_is_read_however_it_is_typed_and_typed_again_as_it_is_shown(text: str, time: str, of: TimeOf) -> None:
    understood = clock_from_text(text, "The time", of)
    assert understood == dt.time.fromisoformat(time)
    assert clock_from_text(clock_words(understood, of), "The time", of) == understood


@pytest.mark.parametrize(
    ("text", "of", "first", "second"),
    [
        ("12:30", TimeOf.CRAMP, "00:30", "12:30 pm"),
        ("12", TimeOf.CRAMP, "00:00", "12:00 pm"),
        ("11", TimeOf.CRAMP, "11:00 am", "23:00"),
        ("9.30", TimeOf.CRAMP, "9:30 am", "21:30"),
        ("10:30", TimeOf.BED, "10:30 am", "22:30"),
        ("1030", TimeOf.BED, "10:30 am", "22:30"),
        ("9", TimeOf.BED, "9:00 am", "21:00"),
        ("7", TimeOf.BED, "7:00 am", "19:00"),
        ("12:15", TimeOf.BED, "00:15", "12:15 pm"),
        ("3:5", TimeOf.CRAMP, "03:05", "03:50"),
        ("22:3", TimeOf.BED, "22:03", "22:30"),
    ],
)
def test_a_time_that_two_people_would_read_differently_is_asked_with_both_readings(
    text: str, of: TimeOf, first: str, second: str
) -> None:
    with pytest.raises(AmbiguousError) as refused:
        clock_from_text(text, "The time", of)
    assert str(refused.value) == f"The time: “{text}” can be {first} or {second}. Type the one that you mean."
    assert clock_from_text(first, "The time", of) != clock_from_text(second, "The time", of)


@pytest.mark.parametrize(
    ("text", "of", "time"),
    [
        ("7", TimeOf.CRAMP, "07:00"),
        ("1:30", TimeOf.CRAMP, "01:30"),
        ("5:30", TimeOf.BED, "05:30"),
        ("10:30", TimeOf.WAKE, "10:30"),
        ("12:30", TimeOf.WAKE, "12:30"),
        ("13:15", TimeOf.BED, "13:15"),
    ],
)
def test_only_what_is_truly_ambiguous_is_asked(text: str, of: TimeOf, time: str) -> None:
    assert clock_from_text(text, "The time", of) == dt.time.fromisoformat(time)


@pytest.mark.parametrize(
    "text",
    ["", "25:00", "24:60", "22:60", "13 pm", "0 am", "half past ten", "-1", "1234567", "3m", "22:30:15", "3:5 pm", "½"],
)
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(WrongKindError, match="22:30"):
        clock_from_text(text, "Bed time", TimeOf.BED)


@given(st.times(), st.sampled_from(TimeOf))
def test_every_minute_is_shown_so_that_it_is_read_as_itself(time: dt.time, of: TimeOf) -> None:
    minute = time.replace(second=0, microsecond=0)
    assert clock_from_text(clock_words(minute, of), "The time", of) == minute
