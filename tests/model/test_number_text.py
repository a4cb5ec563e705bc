"""A number: typed, understood, shown, and typed again the same."""

from __future__ import annotations

import contextlib
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.model.ambiguous import AmbiguousError
from diary.model.built_in import BUILT_IN
from diary.model.errors import DiaryError, NotWholeError, OutOfRangeError, WrongKindError
from diary.model.number_text import number_from_text, temperature_from_text, temperature_without_a_screen
from diary.model.plain_number import plain_number
from diary.model.preferences import TemperatureUnit, shown_temperature

UNDERSTOOD = {
    "16.5": 16.5,
    "16,5": 16.5,
    "16.50": 16.5,
    "16,": 16,
    ",5": 0.5,
    "0,500": 0.5,
    "-3": -3,
    "+3": 3,
    "- 3": -3,
    "\N{MINUS SIGN}3": -3,
    "\N{EN DASH}3": -3,
    "-0": 0,
    " 7 ": 7,
    "007": 7,
    "½": 0.5,
    "4½": 4.5,
    "4 ½": 4.5,
    "1 1/2": 1.5,
    "-1½": -1.5,
    "¾": 0.75,
    "1,234.5": 1234.5,
    "1.234,5": 1234.5,
    "1.000,5": 1000.5,
    "1.234,567": 1234.567,
    "1,234,567": 1234567,
    "1.234.567": 1234567,
    "10 000": 10000,
    "10\N{NO-BREAK SPACE}000": 10000,
    "10\N{NARROW NO-BREAK SPACE}000": 10000,
    "10\N{THIN SPACE}000,5": 10000.5,
    "10'000": 10000,
    "10\N{RIGHT SINGLE QUOTATION MARK}000.25": 10000.25,
    "1234": 1234,
    "1234,567": 1234.567,
    "\N{FULLWIDTH DIGIT ONE}\N{FULLWIDTH DIGIT SIX}\N{FULLWIDTH FULL STOP}5": 16.5,
    "\N{ARABIC-INDIC DIGIT ONE}6\N{ARABIC DECIMAL SEPARATOR}5": 16.5,
    "\N{EXTENDED ARABIC-INDIC DIGIT ONE}0\N{ARABIC THOUSANDS SEPARATOR}000": 10000,
    "१६": 16,
}
"""Clear in any field."""


@pytest.mark.parametrize(("text", "number"), UNDERSTOOD.items())
def test_a_number_is_read_however_it_is_typed_and_typed_again_as_it_is_shown(text: str, number: float) -> None:
    understood = number_from_text(text, "Steps")
    assert understood == number
    assert str(understood)[0] == ("-" if number < 0 else str(understood)[0])
    assert number_from_text(plain_number(understood), "Steps", understood, understood) == understood


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("10,000", 10, 10000),
        ("10.000", 10, 10000),
        ("1,500", 1.5, 1500),
        ("1.500", 1.5, 1500),
        ("\N{FULLWIDTH DIGIT ONE},500", 1.5, 1500),
    ],
)
def test_a_mark_before_three_digits_is_asked_where_the_range_holds_both_readings(
    text: str, first: float, second: float
) -> None:
    with pytest.raises(AmbiguousError) as refused:
        number_from_text(text, "Steps", 0, 20000)
    assert f"can be {first:g} or {second:g}. Type the one that you mean." in str(refused.value)


@pytest.mark.parametrize(
    ("text", "low", "high", "number"),
    [("36,500", -20, 50, 36.5), ("-12.500", -20, 50, -12.5), ("10,000", 0, 720, 10), ("10,000", 1000, 20000, 10000)],
)
def test_where_the_range_holds_one_reading_it_is_that_one(text: str, low: float, high: float, number: float) -> None:
    assert number_from_text(text, "Steps", low, high) == number


@pytest.mark.parametrize(
    "text",
    [
        *("", "warm", "nan", "inf", "-inf", "1e999", "--3", "3-", "1 5", "1.2.3", "1,2,3", "1.2,3.4", "11/2", "7/10"),
        *("1/0", "10 00", "1'00", "1,234 567", "9" * 400, "3 4", ",", "-"),
    ],
)
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(WrongKindError, match="a number"):
        number_from_text(text, "Room temperature")


@given(st.text(max_size=12))
def test_any_text_is_a_number_or_a_refusal_in_words(text: str) -> None:
    with contextlib.suppress(DiaryError):
        assert math.isfinite(number_from_text(text, "Steps"))


@given(st.integers(-1_000_000, 1_000_000), st.sampled_from([1, 2, 10, 100]))
def test_a_number_that_is_shown_is_read_as_itself(hundredths: int, of: int) -> None:
    number = hundredths / of
    assert number_from_text(plain_number(number), "Steps") == number


FAHRENHEIT, CELSIUS = TemperatureUnit.FAHRENHEIT, TemperatureUnit.CELSIUS


@pytest.mark.parametrize(("unit", "first", "last"), [(FAHRENHEIT, -40, 1220), (CELSIUS, -200, 500)])
def test_every_tenth_of_a_degree_comes_back_as_it_was_typed(unit: TemperatureUnit, first: int, last: int) -> None:
    room = BUILT_IN.get("room_temperature")
    for tenths in range(first, last + 1):
        typed = plain_number(tenths / 10)
        held = room.check(temperature_from_text(typed, "Room temperature", unit))
        assert isinstance(held, float)
        assert plain_number(shown_temperature(held, unit)) == typed


@pytest.mark.parametrize(
    ("text", "celsius"),
    [
        *(("69F", 20.56), ("69 °F", 20.56), ("69 degrees f", 20.56), ("69\u2109", 20.56), ("69 Fahrenheit", 20.56)),
        *(("20c", 20.0), ("20,5 °C", 20.5), ("20\u2103", 20.0), ("-3 °C", -3.0), ("\u0662\u0660 °C", 20.0)),
    ],
)
@pytest.mark.parametrize("unit", TemperatureUnit)
def test_a_unit_that_is_typed_with_a_temperature_is_the_one_that_counts(
    text: str, celsius: float, unit: TemperatureUnit
) -> None:
    assert temperature_from_text(text, "Room temperature", unit) == celsius


@pytest.mark.parametrize("text", ["20°", "20 °", "20,0 degrees"])
def test_a_degree_sign_alone_says_nothing_of_the_unit(text: str) -> None:
    assert temperature_from_text(text, "Room temperature", CELSIUS) == 20
    with pytest.raises(AmbiguousError):
        temperature_without_a_screen(text, "Room temperature", FAHRENHEIT)


@pytest.mark.parametrize("text", ["F", "°C", "69 K", "69 FC", "69 of", "cold"])
def test_another_unit_is_no_temperature(text: str) -> None:
    with pytest.raises(WrongKindError):
        temperature_from_text(text, "Room temperature", CELSIUS)


def test_a_number_that_cannot_be_kept_is_named_whole() -> None:
    with pytest.raises(OutOfRangeError, match="so 20261122 cannot be kept"):
        BUILT_IN.get("fluids").check(20261122)


def test_a_temperature_is_refused_in_the_unit_in_which_it_was_typed() -> None:
    with pytest.raises(OutOfRangeError, match="from -4 to 122 °F, so 200 cannot be kept"):
        temperature_from_text("200", "Room temperature", FAHRENHEIT)


def test_a_temperature_finer_than_is_shown_is_refused_and_not_rewritten() -> None:
    with pytest.raises(NotWholeError, match=r"steps of 0\.1, so 20\.55 cannot be kept"):
        temperature_from_text("20.55", "Room temperature", CELSIUS)
