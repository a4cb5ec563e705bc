from __future__ import annotations

import datetime as dt
from math import exp

import pytest
from scipy.stats import chi2

from diary.analysis.smooth import LEAST_LOGGED, byar, smooth_rate
from diary.model.night import Cramp, Night
from diary.model.period import Period

FIRST = dt.date(2026, 3, 2)


def _nights(*cramps: int | None) -> list[Night]:
    """A night after the other with so many cramps; None was not logged."""
    days = [FIRST + dt.timedelta(days=place) for place in range(len(cramps))]
    return [Night(day, None if count is None else (Cramp(),) * count) for day, count in zip(days, cramps, strict=True)]


def _last(nights: list[Night]) -> dt.date:
    return nights[-1].morning


@pytest.mark.parametrize("count", [1, 2, 5, 20, 100])
def test_byars_interval_is_close_to_the_exact_one_of_a_poisson_count(count: int) -> None:
    low, high = byar(count)
    assert low == pytest.approx(chi2.ppf(0.025, 2 * count) / 2, abs=0.06)
    assert high == pytest.approx(chi2.ppf(0.975, 2 * count + 2) / 2, abs=0.06)


def test_no_cramps_have_an_interval_too() -> None:
    low, high = byar(0)
    assert low == 0
    assert high == pytest.approx(chi2.ppf(0.975, 2) / 2, abs=0.2)


def test_the_line_is_the_weighted_mean_of_the_nights_around() -> None:
    nights = _nights(*[0, 0, 1, 2, 0] * 8)
    (line,) = smooth_rate(nights, Period(FIRST, _last(nights))).stretches
    point = line[len(line) // 2]
    weights = [exp(-0.5 * ((night.morning - point.morning).days / 10) ** 2) for night in nights]
    near = [abs((night.morning - point.morning).days) <= 35 for night in nights]
    cramps = [len(night.cramps or ()) for night in nights]
    top = sum(weight * count for weight, count, within in zip(weights, cramps, near, strict=True) if within)
    assert point.middle == pytest.approx(
        7 * top / sum(weight for weight, within in zip(weights, near, strict=True) if within)
    )
    assert point.low < point.middle < point.high


def test_the_same_every_night_is_a_flat_line() -> None:
    nights = _nights(*[1] * 60)
    (line,) = smooth_rate(nights, Period(FIRST, _last(nights))).stretches
    assert {round(point.middle, 9) for point in line} == {7}


def test_nights_not_logged_weigh_nothing() -> None:
    nights = _nights(*[1, None, None] * 20)
    (line,) = smooth_rate(nights, Period(FIRST, _last(nights))).stretches
    assert {round(point.middle, 9) for point in line} == {7}


def test_the_line_is_broken_where_a_long_time_was_not_logged() -> None:
    nights = _nights(*[1] * 40, *[None] * 40, *[2] * 40)
    before, after = smooth_rate(nights, Period(FIRST, _last(nights))).stretches
    assert before[-1].morning < FIRST + dt.timedelta(days=50)
    assert after[0].morning > FIRST + dt.timedelta(days=70)


def test_spells_make_the_band_wider() -> None:
    evenly = _nights(*[0, 1] * 42)
    spells = _nights(*([1] * 14 + [0] * 14) * 3)
    widths = []
    for nights in (evenly, spells):
        (line,) = smooth_rate(nights, Period(FIRST, _last(nights))).stretches
        widths.append(max(point.high - point.low for point in line))
    assert widths[1] > 1.3 * widths[0]


def test_a_few_nights_have_no_line() -> None:
    nights = _nights(*[1] * (LEAST_LOGGED - 1))
    assert smooth_rate(nights, Period(FIRST, _last(nights))).stretches == ()
