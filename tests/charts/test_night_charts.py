"""What the calendar, the hours, the legs, and the charts of shares draw and say."""

from __future__ import annotations

import datetime as dt
import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from matplotlib.colors import to_hex, to_rgba
from matplotlib.patches import PathPatch

from diary.analysis.bins import Bin, Bins
from diary.analysis.hours import HourCount, HoursOfNight, TimeInBed
from diary.analysis.intervals import wilson
from diary.analysis.legs import Legs, MuscleCount
from diary.analysis.severity import cramp_severity
from diary.analysis.year_of_nights import CalendarNight, YearOfNights
from diary.charts.by_factor import ByFactor, by_factor, by_factor_alternative, by_factor_title
from diary.charts.calendar_of_nights import calendar_alternative, calendar_of_nights, calendar_title
from diary.charts.hour_of_night import hour_of_night, hour_of_night_alternative, hour_of_night_title
from diary.charts.intensity_and_minutes import (
    IntensityAndMinutes,
    intensity_and_minutes,
    intensity_and_minutes_alternative,
    intensity_and_minutes_title,
)
from diary.charts.side_and_muscle import side_and_muscle, side_and_muscle_alternative, side_and_muscle_title
from diary.charts.weekday_and_month import WeekdayAndMonth, weekday_and_month, weekday_and_month_alternative
from diary.model.built_in import BUILT_IN
from diary.model.night import Cramp, Muscle, Night, NightState
from diary.model.period import Period
from diary.model.preferences import TemperatureUnit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.figure import Figure

    from diary.charts.style import ChartStyle

FIRST = dt.date(2026, 11, 1)
STATES = (
    (NightState.CRAMPS, 2),
    (NightState.CRAMPS, 5),
    (NightState.CRAMPS, 9),
    (NightState.CRAMPS, None),
    (NightState.QUIET, None),
    (NightState.NOT_LOGGED, None),
)


def _words(figure: Figure) -> list[str]:
    return [text.get_text() for text in figure.texts]


def _calendar(states: Sequence[tuple[NightState, int | None]] = STATES) -> YearOfNights:
    nights = [
        CalendarNight(FIRST + dt.timedelta(days=place), state, worst) for place, (state, worst) in enumerate(states)
    ]
    return YearOfNights(Period(FIRST, nights[-1].morning), tuple(nights))


def test_each_kind_of_night_has_a_sign_of_its_own_without_colour(screen: ChartStyle) -> None:
    (axes,) = calendar_of_nights(_calendar(), screen).axes
    signs = {
        (str(line.get_marker()), line.get_markersize(), line.get_markerfacecolor() == screen.colours.ground)
        for line in axes.lines
    }
    assert len(axes.lines) == len(signs) == len(STATES)


def test_a_night_stands_in_the_column_of_its_day(screen: ChartStyle) -> None:
    (axes,) = calendar_of_nights(_calendar(), screen).axes
    assert sorted(float(x) for line in axes.lines for x in np.asarray(line.get_xdata())) == [1, 2, 3, 4, 5, 6]


def test_the_key_of_the_calendar_holds_only_what_is_there(screen: ChartStyle) -> None:
    words = _words(calendar_of_nights(_calendar([(NightState.QUIET, None)]), screen))
    assert "quiet" in words
    assert "not logged" not in words


def test_the_calendar_has_its_title_and_words() -> None:
    assert calendar_title(_calendar()) == "4 cramp nights, 1 quiet, 1 not logged"
    assert calendar_alternative(_calendar()) == (
        "Calendar from 1 Nov 2026 to 6 Nov 2026: 4 cramp nights, 1 quiet, 1 not logged. November 2026: 4 of 5."
    )


def _hours(**counts: int) -> HoursOfNight:
    clock = [(20 + place) % 24 for place in range(16)]
    return HoursOfNight(
        tuple(HourCount(hour, counts.get(f"h{hour}", 0), int(hour == 3)) for hour in clock),
        earlier=1,
        untimed=2,
        in_bed=TimeInBed(630, 1140, 12),
    )


def test_a_bar_stands_for_each_hour_and_remembered_hours_are_hollow_on_top(screen: ChartStyle) -> None:
    figure = hour_of_night(_hours(h3=4, h23=2), screen)
    (axes,) = figure.axes
    exact, about = axes.containers
    assert [bar.get_height() for bar in exact][3] == 2
    assert [bar.get_height() for bar in exact][7] == 4
    (remembered,) = about
    assert to_hex(remembered.get_facecolor()) == screen.colours.ground
    assert (remembered.get_x() + remembered.get_width() / 2, remembered.get_y()) == (7.5, 4)
    assert {"2 without a time, 1 before 20:00", "middle bed time 22:30, middle wake time 07:00"} <= set(_words(figure))


def test_the_hours_have_their_title_and_words() -> None:
    assert hour_of_night_title(_hours(h3=4, h23=2)) == "5 of 7 cramps came between 01:00 and 04:00"
    assert hour_of_night_title(_hours()) == "When in the night the cramps came"
    assert hour_of_night_alternative(_hours(h3=4, h23=2)) == (
        "Cramps by hour: 23:00 2, 03:00 5. middle bed time 22:30, middle wake time 07:00. 2 without a time, 1 before 20:00."
    )


def _legs(*told: MuscleCount, no_muscle: int = 0) -> Legs:
    by_muscle = {place.muscle: place for place in told}
    return Legs(tuple(by_muscle.get(muscle, MuscleCount(muscle)) for muscle in Muscle), no_muscle)


LEGS = _legs(
    MuscleCount(Muscle.CALF, left=20, right=8, both=2),
    MuscleCount(Muscle.FOOT, right=1, no_side=3),
    MuscleCount(Muscle.HAND_ARM, left=1),
    no_muscle=4,
)


def test_the_counts_stand_beside_the_legs_so_that_they_read_without_colour(screen: ChartStyle) -> None:
    words = _words(side_and_muscle(LEGS, replace(screen, height=346)))
    assert {"22", "10", "1", "0", "left", "right", "from the front", "from the back", "calf"} <= set(words)
    note = "2 in both legs, counted on each, 3 without a side, 4 without a muscle, 1 hand or arm"
    assert note in " ".join(words)


def _grey(colour: object) -> float:
    red, green, blue, _ = np.asarray(colour, dtype=float)
    return float(0.2126 * red + 0.7152 * green + 0.0722 * blue)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_more_cramps_the_further_a_muscle_is_from_the_ground_in_grey(theme: str, screen: ChartStyle) -> None:
    from diary.charts.style import DARK

    style = replace(screen, height=346, colours=DARK if theme == "dark" else screen.colours)
    told = _legs(MuscleCount(Muscle.CALF, left=40, right=25), MuscleCount(Muscle.FOOT, left=12, right=2))
    figure = side_and_muscle(told, style)
    muscles = [patch for patch in figure.artists if isinstance(patch, PathPatch)]
    filled = [_grey(patch.get_facecolor()) for patch in muscles if to_rgba(patch.get_facecolor())[3]]
    body = filled[0]
    shades = sorted(abs(grey - body) for grey in filled if grey != body)
    assert len(shades) == 4
    assert all(later - earlier > 0.04 for earlier, later in itertools.pairwise(shades))


def test_the_legs_have_their_title_and_words() -> None:
    assert side_and_muscle_title(LEGS) == "Most often: left calf, 22 of 39 cramps"
    even = _legs(MuscleCount(Muscle.CALF, left=5, right=5))
    assert side_and_muscle_title(even) == "Where it cramped"
    assert side_and_muscle_alternative(LEGS) == (
        "Cramps by muscle and side: calf left 20, right 8, both 2; foot or toes right 1, side not told 3; "
        "hand or arm left 1; muscle not told 4."
    )


TEMPERATURES = ByFactor(
    BUILT_IN.get("room_temperature"),
    Bins((Bin(40, 4, low=None, high=15.9), Bin(20, 9, low=16, high=17.9), Bin(0, 0, low=18, high=19.9)), 6),
    TemperatureUnit.CELSIUS,
)


def test_each_range_has_a_dot_on_its_interval_and_its_counts(screen: ChartStyle) -> None:
    figure = by_factor(TEMPERATURES, screen)
    (axes,) = figure.axes
    bars = [list(np.asarray(line.get_xdata())) for line in axes.lines[::2]]
    assert bars == [list(wilson(4, 40)), list(wilson(9, 20))]
    assert [np.asarray(line.get_xdata()).item() for line in axes.lines[1::2]] == [0.1, 0.45]
    assert {"up to 15.9", "16 to 17.9", "4 of 40", "9 of 20", "no night"} <= set(_words(figure))


def test_a_factor_has_its_title_and_words() -> None:
    assert by_factor_title(TEMPERATURES) == "Room temperature, °C: share of cramp nights"
    assert by_factor_title(replace(TEMPERATURES, temperature=TemperatureUnit.FAHRENHEIT)).startswith(
        "Room temperature, °F"
    )
    minutes = replace(TEMPERATURES, factor=BUILT_IN.get("exercise_minutes"))
    assert by_factor_title(minutes) == "Minutes of exercise: share of cramp nights"
    assert by_factor_alternative(TEMPERATURES) == (
        "Room temperature, °C, cramp nights: up to 15.9: 4 of 40, 10 %; 16 to 17.9: 9 of 20, 45 %. "
        "not answered on 6 nights."
    )


def test_weekdays_and_months_have_dots_where_there_are_nights(screen: ChartStyle) -> None:
    content = WeekdayAndMonth(
        Bins(tuple(Bin(40 * (day < 2), 10 * (day < 2), low=day, high=day) for day in range(7))),
        Bins(tuple(Bin(80 * (month == 11), 20 * (month == 11), low=month, high=month) for month in range(1, 13))),
    )
    weekdays, months = weekday_and_month(content, replace(screen, height=346)).axes
    assert [list(np.asarray(line.get_xdata())) for line in weekdays.lines][-1] == [0.5, 1.5]
    assert [list(np.asarray(line.get_xdata())) for line in months.lines][-1] == [10.5]
    assert weekday_and_month_alternative(content) == (
        "Cramp nights by the weekday of the morning: Mon 10 of 40, 25 %; Tue 10 of 40, 25 %. "
        "By month: November 20 of 80, 25 %."
    )


def test_intensity_and_minutes_stand_at_their_values_and_a_stretch_without_a_night_is_hatched(
    screen: ChartStyle,
) -> None:
    cramps = tuple(Cramp(intensity=value, minutes=value) for value in (2, 4, 6, 8, 9))
    told = cramp_severity(
        [Night(FIRST, cramps), Night(FIRST + dt.timedelta(days=15), ())], Period(FIRST, FIRST + dt.timedelta(days=20))
    )
    content = IntensityAndMinutes(told)
    upper, lower = intensity_and_minutes(content, replace(screen, height=346)).axes
    dots, half, middle = upper.lines
    assert list(np.asarray(dots.get_ydata())) == [2, 4, 6, 8, 9]
    assert list(np.asarray(half.get_ydata())) == [4, 8]
    assert list(np.asarray(middle.get_ydata())) == [6, 6]
    assert np.expm1(np.asarray(lower.lines[2].get_ydata())) == pytest.approx([6, 6])
    assert len([patch for patch in upper.patches if patch.get_hatch()]) == 1
    assert intensity_and_minutes_title(content) == "Middle intensity 6 of 10, middle length 6 min"
    assert intensity_and_minutes_alternative(content) == (
        "Intensity: half of 5 cramps lie from 4 to 8 of 10, the middle one at 6. "
        "Minutes: half of 5 cramps lie from 4 to 8, the middle one at 6."
    )


def test_the_words_of_a_spread_name_no_more_than_one_decimal() -> None:
    told = cramp_severity(
        [Night(FIRST, tuple(Cramp(minutes=value) for value in (3, 3.5, 5.5, 7)))], Period(FIRST, FIRST)
    )
    assert "half of 4 cramps lie from 3.4 to 5.9, the middle one at 4.5." in intensity_and_minutes_alternative(
        IntensityAndMinutes(told)
    )
