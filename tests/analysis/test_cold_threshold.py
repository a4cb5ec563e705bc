from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diary.analysis.cold_threshold import ColdThreshold, cold_threshold, cold_threshold_today, warm_threshold

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from diary.model.night import Night


@pytest.fixture
def measured(night: Callable[..., Night]) -> Callable[[Sequence[float]], list[Night]]:
    return lambda temperatures: [night(day, room_temperature=told) for day, told in enumerate(temperatures)]


def test_the_persons_own_line_is_never_moved(measured: Callable[[Sequence[float]], list[Night]]) -> None:
    assert cold_threshold(measured([25.0] * 60), 12.5) == ColdThreshold(12.5, "own")


@pytest.mark.parametrize("temperatures", [[], [25.0] * 19, [15.0] * 3 + [20.0] * 27, [15.0] * 18 + [20.0] * 12])
def test_the_usual_line_stays_while_a_tenth_to_six_tenths_lie_below_it_or_few_nights_are_measured(
    measured: Callable[[Sequence[float]], list[Night]], temperatures: list[float]
) -> None:
    assert cold_threshold(measured(temperatures), None) == ColdThreshold(16.0, "default")


@pytest.mark.parametrize(
    ("temperatures", "warmest_cold"),
    [
        ([18.0 + tenths / 10 for tenths in range(30)], 18.9),
        ([18.0] * 12 + [22.0] * 18, 18.0),
        ([15.0] * 2 + [20.5] * 10 + [23.0] * 18, 20.5),
        ([10.0] * 9 + [11.0] * 11 + [17.0] * 7, 10.0),
    ],
)
def test_too_few_or_too_many_cold_nights_make_the_coldest_third_cold_with_its_ties(
    measured: Callable[[Sequence[float]], list[Night]], temperatures: list[float], warmest_cold: float
) -> None:
    line = cold_threshold(measured(temperatures), None)
    assert line.kind == "coldest_third"
    assert line.below is not None
    cold = [told for told in temperatures if told < line.below]
    assert max(cold) == warmest_cold
    assert len(cold) >= len(temperatures) / 3


def test_only_measured_logged_nights_move_the_line(night: Callable[..., Night]) -> None:
    unmeasured = [night(day, room_felt="warm") for day in range(30)]
    unlogged = [night(day + 30, cramps=None, room_temperature=25.0) for day in range(30)]
    assert cold_threshold([*unmeasured, *unlogged], None).kind == "default"


def test_the_line_in_use_stays_from_look_to_look(measured: Callable[[Sequence[float]], list[Night]]) -> None:
    temperatures = [20.0] * 10 + [21.0] * 18
    at_the_look = cold_threshold_today(measured(temperatures), None)
    assert cold_threshold_today(measured([*temperatures, *[5.0] * 27]), None) == at_the_look
    assert cold_threshold_today(measured([*temperatures, *[5.0] * 28]), None) != at_the_look


def test_before_the_first_look_the_line_is_that_of_all_nights(
    measured: Callable[[Sequence[float]], list[Night]],
) -> None:
    assert cold_threshold_today(measured([20.0] * 9 + [21.0] * 16), None) == ColdThreshold(20.1, "coldest_third")


@pytest.mark.parametrize("temperatures", [[18.0] * 60, [18.0] * 30 + [19.0] * 5, [17.0] * 5 + [18.0] * 50 + [19.0] * 5])
def test_no_night_is_both_cold_and_warm_where_coldest_and_warmest_third_touch_neither_is_told(
    measured: Callable[[Sequence[float]], list[Night]], temperatures: list[float]
) -> None:
    cold = cold_threshold(measured(temperatures), None)
    assert cold == ColdThreshold(None, "alike")
    assert warm_threshold(temperatures, cold) is None


@pytest.mark.parametrize("own", [18.5, 25.0])
def test_where_the_persons_own_line_counts_warm_nights_as_cold_none_is_warm(own: float) -> None:
    temperatures = [18.0 + tenths / 10 for tenths in range(3)] * 10
    line = ColdThreshold(own, "own")
    assert warm_threshold(temperatures, line) is None
    assert warm_threshold(temperatures, ColdThreshold(18.0, "own")) == 18.2
