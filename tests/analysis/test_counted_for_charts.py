"""The numbers behind the charts, recomputed by hand from the nights."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import numpy as np
import pytest

from diary.analysis.bins import Bin, by_month, by_weekday, factor_bins
from diary.analysis.hours import HourCount, TimeInBed, hours_of_night
from diary.analysis.legs import legs
from diary.analysis.severity import cramp_severity, spread
from diary.analysis.year_of_nights import year_of_nights
from diary.model.built_in import BUILT_IN
from diary.model.night import Answer, Cramp, Muscle, Night, NightState, Side
from diary.model.period import Period
from diary.model.preferences import TemperatureUnit

if TYPE_CHECKING:
    from diary.model.factors import Value

MONDAY = dt.date(2026, 11, 2)
LAST = dt.date(2026, 11, 22)


def _night(place: int, *cramps: Cramp, **answers: Value) -> Night:
    morning = MONDAY + dt.timedelta(days=place)
    at = dt.datetime.combine(morning, dt.time(8), dt.UTC)
    return Night(morning, cramps, at, {key: Answer(value, at) for key, value in answers.items()})


def _at(place: int, hour: int, minute: int = 0, *, about: bool = False) -> Cramp:
    day = MONDAY + dt.timedelta(days=place - (hour >= 12))
    return Cramp(at=dt.datetime.combine(day, dt.time(hour, minute)), about=about)


def test_cramps_stand_in_their_hour_and_those_without_a_place_are_counted_apart() -> None:
    nights = [
        _night(0, _at(0, 23, 59), _at(0, 2), _at(0, 2, 59)),
        _night(1, _at(1, 3, about=True), Cramp()),
        _night(2, _at(2, 14), _at(2, 11, 59)),
    ]
    found = hours_of_night(nights, Period(MONDAY, LAST))
    assert [hour for hour in found.hours if hour.cramps] == [
        HourCount(23, 1, 0),
        HourCount(2, 2, 0),
        HourCount(3, 0, 1),
        HourCount(11, 1, 0),
    ]
    assert (found.earlier, found.untimed, found.cramps_in_hours) == (1, 1, 5)
    assert found.in_bed is None


def test_the_time_in_bed_is_the_middle_across_midnight() -> None:
    times = [(dt.time(22), dt.time(6)), (dt.time(23, 30), dt.time(7)), (dt.time(1), dt.time(8))]
    nights = [_night(place, bed_time=bed, wake_time=wake) for place, (bed, wake) in enumerate(times)]
    assert hours_of_night(nights, Period(MONDAY, LAST)).in_bed == TimeInBed(11.5 * 60, 19 * 60, 3)


def test_cramps_in_both_legs_count_on_each_side() -> None:
    calf, foot = Muscle.CALF, Muscle.FOOT
    nights = [
        _night(0, Cramp(muscle=calf, side=Side.LEFT), Cramp(muscle=calf, side=Side.BOTH)),
        _night(1, Cramp(muscle=foot), Cramp(), Cramp(muscle=calf, side=Side.RIGHT)),
    ]
    found = legs(nights, Period(MONDAY, LAST))
    assert (
        found.place(calf).cramps_on(Side.LEFT),
        found.place(calf).cramps_on(Side.RIGHT),
        found.place(calf).cramps,
    ) == (2, 2, 3)
    assert (found.place(foot).no_side, found.no_muscle, found.cramps) == (1, 1, 5)


@pytest.mark.parametrize("values", [[1.0], [1.0, 2.0], [3.0, 1.0, 2.0, 9.0], [5.0] * 3, [0.5, 0.5, 7.0, 2.0, 4.0]])
def test_the_middle_half_is_numpys(values: list[float]) -> None:
    found = spread(values)
    assert found is not None
    assert [found.low, found.middle, found.high] == pytest.approx(np.quantile(values, [0.25, 0.5, 0.75]))


def test_stretches_hold_the_cramps_that_tell_and_those_without_a_night_are_gaps() -> None:
    nights = [
        _night(0, Cramp(intensity=4, minutes=3), Cramp(intensity=8)),
        _night(1),
        _night(15, Cramp(minutes=10)),
    ]
    found = cramp_severity(nights, Period(MONDAY, LAST))
    assert found.weeks == 1
    first, gap, last = found.stretches
    assert first.intensity is not None
    assert (first.intensity.middle, first.intensity.count, first.logged) == (6, 2, 2)
    assert (gap.logged, gap.intensity, gap.minutes) == (0, None, None)
    assert last.minutes is not None
    assert (last.intensity, last.minutes.middle) == (None, 10)


def test_a_calendar_holds_every_night_of_at_most_twelve_months() -> None:
    nights = [_night(0, Cramp(intensity=3), Cramp(intensity=7)), _night(1), _night(3, Cramp())]
    found = year_of_nights(nights, Period(MONDAY, MONDAY + dt.timedelta(days=3)))
    assert [(night.state, night.worst) for night in found.nights] == [
        (NightState.CRAMPS, 7),
        (NightState.QUIET, None),
        (NightState.NOT_LOGGED, None),
        (NightState.CRAMPS, None),
    ]
    assert year_of_nights(nights, Period(dt.date(2016, 1, 1), LAST)).period.first == dt.date(2025, 12, 1)


def test_yes_and_no_are_counted_and_not_answered_is_neither() -> None:
    nights = [_night(0, Cramp(), socks=True), _night(1, socks=True), _night(2, socks=False), _night(3)]
    found = factor_bins(nights, BUILT_IN.get("socks"), Period(MONDAY, LAST))
    assert found.items == (Bin(2, 1, key=True), Bin(1, 0, key=False))
    assert found.not_answered == 1


def test_every_option_has_its_bin() -> None:
    nights = [_night(0, Cramp(), bedding="thin"), _night(1, bedding="thick")]
    found = factor_bins(nights, BUILT_IN.get("bedding"), Period(MONDAY, LAST))
    assert [(each.key, each.nights, each.cramp_nights) for each in found.items] == [
        ("none", 0, 0),
        ("thin", 1, 1),
        ("medium", 0, 0),
        ("thick", 1, 0),
    ]


def test_few_whole_numbers_are_bins_of_their_own_and_the_highest_may_be_open() -> None:
    nights = [_night(place, calcium_portions=float(place % 4)) for place in range(8)]
    found = factor_bins(nights, BUILT_IN.get("calcium_portions"), Period(MONDAY, LAST))
    assert [(each.low, each.high, each.nights) for each in found.items] == [
        (0, 0, 2),
        (1, 1, 2),
        (2, 2, 2),
        (3, None, 2),
    ]


@pytest.mark.parametrize("unit", list(TemperatureUnit))
def test_temperatures_fall_into_round_bins_that_hold_every_night_once(unit: TemperatureUnit) -> None:
    values = [14.0, 14.9, 15.0, 16.4, 16.5, 17.1, 18.0, 18.9, 19.0, 19.9]
    nights = [_night(place, room_temperature=value) for place, value in enumerate(values)]
    found = factor_bins(nights, BUILT_IN.get("room_temperature"), Period(MONDAY, LAST), temperature=unit)
    assert found.nights == len(values)
    if unit is TemperatureUnit.CELSIUS:
        assert [(each.low, each.high, each.nights) for each in found.items] == [
            (14, 14.9, 2),
            (15, 15.9, 1),
            (16, 16.9, 2),
            (17, 17.9, 1),
            (18, 18.9, 2),
            (19, 19.9, 2),
        ]


def test_a_value_far_out_opens_the_outermost_bin_and_does_not_widen_the_others() -> None:
    values = [16.0 + place % 4 for place in range(60)]
    nights = [
        Night(MONDAY - dt.timedelta(days=place), (), None, _night(0, room_temperature=value).answers)
        for place, value in enumerate([*values, -20.0, 50.0])
    ]
    found = factor_bins(nights, BUILT_IN.get("room_temperature"), Period(dt.date(2026, 1, 1), LAST))
    assert [(each.low, each.high) for each in found.items] == [(None, 16.9), (17, 17.9), (18, 18.9), (19, None)]
    assert found.nights == 62


def test_bed_times_run_through_midnight() -> None:
    times = [dt.time(23, 40), dt.time(0, 10), dt.time(22, 5)]
    nights = [_night(place, bed_time=time) for place, time in enumerate(times)]
    found = factor_bins(nights, BUILT_IN.get("bed_time"), Period(MONDAY, LAST))
    told = [each.low for each in found.items if each.nights]
    assert told == sorted(value for value in told if value is not None)
    assert found.nights == 3


def test_weekdays_and_months_are_those_of_the_morning() -> None:
    nights = [_night(0, Cramp()), _night(7), _night(13, Cramp())]
    weekdays = by_weekday(nights, Period(MONDAY, LAST)).items
    assert [(each.nights, each.cramp_nights) for each in weekdays] == [(2, 1), *[(0, 0)] * 5, (1, 1)]
    months = by_month(nights, Period(MONDAY, LAST)).items
    assert [(each.nights, each.cramp_nights) for each in months] == [*[(0, 0)] * 10, (3, 2), (0, 0)]


def test_nights_outside_the_range_are_not_counted() -> None:
    nights = [_night(0, Cramp(at=None)), _night(5, Cramp())]
    first = MONDAY + dt.timedelta(days=3)
    assert by_weekday(nights, Period(first, LAST)).nights == 1
    assert legs(nights, Period(first, LAST)).cramps == 1
    assert hours_of_night(nights, Period(first, LAST)).untimed == 1
