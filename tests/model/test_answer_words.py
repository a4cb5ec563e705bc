from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from diary.model.answer_words import answer_words, cramp_words
from diary.model.built_in import BUILT_IN
from diary.model.night import Cramp, Muscle, Side
from diary.model.preferences import TemperatureUnit

if TYPE_CHECKING:
    from diary.model.factors import Value


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("socks", True, "yes"),
        ("socks", False, "no"),
        ("bedding", "thin", "Thin"),
        ("bed_time", dt.time(22, 5), "22:05"),
        ("room_temperature", 16.5, "16.5 °C"),
        ("calcium_portions", 2.0, "2 portions"),
        ("calcium_portions", 3.0, "3 or more"),
        ("sleep_quality", 4.0, "4"),
        ("exercise_minutes", 45.0, "45 min"),
    ],
)
def test_an_answer_is_shown_in_words_and_units(key: str, value: Value, words: str) -> None:
    assert answer_words(BUILT_IN.get(key), value, TemperatureUnit.CELSIUS) == words


def test_a_temperature_is_shown_in_the_unit_that_was_chosen() -> None:
    assert answer_words(BUILT_IN.get("room_temperature"), 16.0, TemperatureUnit.FAHRENHEIT) == "60.8 °F"


@pytest.mark.parametrize(
    ("cramp", "words"),
    [
        (
            Cramp(at=dt.datetime(2026, 11, 22, 3, 10), muscle=Muscle.CALF, side=Side.LEFT, intensity=7, minutes=4),
            "03:10, calf, left, 7 of 10, 4 min",
        ),
        (Cramp(at=dt.datetime(2026, 11, 22, 3), about=True), "about 3"),
        (Cramp(), "time not known"),
        (Cramp(intensity=0, minutes=0.5), "time not known, 0 of 10, 0.5 min"),
    ],
)
def test_a_cramp_is_shown_in_one_line_of_what_was_told(cramp: Cramp, words: str) -> None:
    assert cramp_words(cramp) == words
