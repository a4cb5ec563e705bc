from __future__ import annotations

import datetime as dt

import pytest

from diary.model.built_in import BUILT_IN
from diary.model.exposures import exposures_by_key, exposures_of
from diary.model.factors import Catalogue, Factor, Group, Number, Value
from diary.model.night import Answer, Cramp, Night
from diary.model.preferences import TemperatureUnit
from diary.ui.triggers.content.amounts import AmountShown, amount_shown

MOMENT = dt.datetime(2026, 11, 24, 7, tzinfo=dt.UTC)
STEPS = Factor("own_steps", Group.OWN, "Steps?", "Steps", Number(0, 50_000, unit="steps"))
CATALOGUE = Catalogue((*BUILT_IN.factors, STEPS))


def _nights(key: str, *told: tuple[Value, bool]) -> list[Night]:
    return [
        Night(
            MOMENT.date() - dt.timedelta(days=back),
            (Cramp(),) if cramp else (),
            MOMENT,
            {key: Answer(value, MOMENT)},
        )
        for back, (value, cramp) in enumerate(told)
    ]


def _shown(key: str, nights: list[Night], unit: TemperatureUnit = TemperatureUnit.CELSIUS) -> AmountShown | None:
    return amount_shown(exposures_by_key(exposures_of(CATALOGUE))[key], nights, CATALOGUE, unit)


def _names(shown: AmountShown | None) -> list[str]:
    return [each.name for each in shown.bins] if shown else []


def test_temperatures_stand_in_bins_with_their_counts() -> None:
    told = [(14.0 + at // 2 / 2, at % 2 == 0) for at in range(40)]
    shown = _shown("cold_room", _nights("room_temperature", *told))
    assert shown is not None
    assert shown.title == "Room temperature, in °C"
    assert _names(shown) == ["14 to 15.9", "16 to 17.9", "18 to 19.9", "20 to 21.9", "22 to 23.9"]
    assert [(each.share.cramp_nights, each.share.nights) if each.share else None for each in shown.bins] == [(4, 8)] * 5


def test_temperatures_are_told_in_the_unit_that_is_shown() -> None:
    shown = _shown("warm_night", _nights("room_temperature", (14.0, True)), TemperatureUnit.FAHRENHEIT)
    assert shown is not None
    assert shown.title == "Room temperature, in °F"
    assert _names(shown) == ["57 to 57.9"]


def test_days_without_exercise_have_a_row_of_their_own() -> None:
    nights = [*_nights("exercise", ("none", True), ("hard", False)), *_nights("exercise_minutes", (45.0, True))]
    assert _names(_shown("no_exercise", nights)) == ["No exercise", "45"]


@pytest.mark.parametrize(
    ("key", "factor", "value", "title", "name"),
    [
        ("low_calcium", "calcium_portions", 3.0, "Calcium-rich portions", "3 or more"),
        ("alcohol", "alcohol", 2.0, "Alcohol, in drinks", "2"),
        ("hard_exercise", "exercise_minutes", 45.0, "Minutes of exercise", "45"),
        ("few_fluids", "fluids", 8.0, "Fluids, in glasses", "8"),
        ("own_steps", "own_steps", 8000.0, "Steps", "8000"),
    ],
)
def test_each_amount_has_its_picture(key: str, factor: str, value: float, title: str, name: str) -> None:
    shown = _shown(key, _nights(factor, (value, True)))
    assert shown is not None
    assert (shown.title, *_names(shown)) == (title, name)


def test_a_question_without_an_amount_has_no_picture_and_neither_has_one_without_nights() -> None:
    assert _shown("no_socks", _nights("socks", (True, True))) is None
    assert _shown("own_steps", []) is None


def test_every_amount_is_a_number_of_the_catalogue() -> None:
    amounts = [exposure.amount for exposure in exposures_of(CATALOGUE) if exposure.amount]
    assert len(amounts) == 8
    assert all(isinstance(CATALOGUE.get(factor).kind, Number) for factor in amounts)
