from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.model.errors import OutOfRangeError
from diary.model.preferences import Preferences, TemperatureUnit, celsius_of, shown_temperature


def test_nothing_need_be_chosen() -> None:
    assert Preferences().cold_below is None


@pytest.mark.parametrize(
    "chosen",
    [
        {"text_scale": 0.9},
        {"text_scale": 2.1},
        {"cold_below": -21},
        {"cold_below": 51},
        {"calcium_aim": 0},
        {"calcium_aim": 4},
    ],
)
def test_a_choice_out_of_its_range_cannot_be_made(chosen: dict[str, Any]) -> None:
    with pytest.raises(OutOfRangeError):
        Preferences(**chosen)


@pytest.mark.parametrize(("celsius", "fahrenheit"), [(-20, -4), (0, 32), (16, 60.8), (20, 68), (50, 122)])
def test_fahrenheit_is_shown_and_celsius_kept(celsius: float, fahrenheit: float) -> None:
    assert shown_temperature(celsius, TemperatureUnit.FAHRENHEIT) == fahrenheit
    assert celsius_of(fahrenheit, TemperatureUnit.FAHRENHEIT) == celsius


@given(st.integers(-200, 500), st.sampled_from(TemperatureUnit))
def test_a_temperature_that_is_typed_again_as_it_is_shown_is_shown_the_same(tenths: int, unit: TemperatureUnit) -> None:
    shown = shown_temperature(tenths / 10, unit)
    assert shown_temperature(celsius_of(shown, unit), unit) == shown
