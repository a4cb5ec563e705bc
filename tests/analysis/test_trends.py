from __future__ import annotations

import datetime as dt
import subprocess
import sys

import pytest
from statsmodels.stats.proportion import proportion_confint

from diary.analysis.trends import LEAST_LOGGED, Week, calendar_weeks, group_weeks, rolling_share
from diary.model.night import Cramp, Night
from diary.model.period import Period

MONDAY = dt.date(2026, 11, 2)
DAY = dt.timedelta(days=1)


def _nights(told: str, first: dt.date = MONDAY) -> list[Night]:
    """A night a character from first on: a digit is logged with so many cramps, “.” is not logged."""
    return [
        Night(first + place * DAY, cramps=None if sign == "." else (Cramp(),) * int(sign))
        for place, sign in enumerate(told)
    ]


def test_cramps_a_week_are_seven_times_cramps_over_the_nights_logged() -> None:
    (week,) = calendar_weeks(_nights("02.1..."), Period(MONDAY, MONDAY + 6 * DAY))
    assert (week.logged, week.cramp_nights, week.cramps) == (3, 2, 3)
    assert week.per_week == 7


def test_a_week_without_a_logged_night_is_a_gap_and_not_zero() -> None:
    told = calendar_weeks(_nights("0000000" + "......." + "1000000"), Period(MONDAY, MONDAY + 20 * DAY))
    assert [week.per_week for week in told] == [0, None, 1]


def test_weeks_that_nobody_wrote_of_are_there_too() -> None:
    told = calendar_weeks([], Period(MONDAY + 2 * DAY, MONDAY + 15 * DAY))
    assert [week.monday for week in told] == [MONDAY, MONDAY + 7 * DAY, MONDAY + 14 * DAY]
    assert all(week.per_week is None for week in told)


def test_nights_outside_the_period_are_not_counted() -> None:
    (week,) = calendar_weeks(_nights("1111111"), Period(MONDAY + 2 * DAY, MONDAY + 4 * DAY))
    assert week.cramps == 3


def test_weeks_taken_together_keep_every_night_and_cramp() -> None:
    each = [Week(MONDAY + place * 7 * DAY, logged=place, cramp_nights=1, cramps=2) for place in range(1, 6)]
    together = group_weeks(each, 2)
    assert [week.weeks for week in together] == [2, 2, 1]
    assert [week.logged for week in together] == [3, 7, 5]
    assert sum(week.cramps for week in together) == 10
    assert together[-1].end == each[-1].end


def test_a_share_is_of_the_nights_logged_in_the_window() -> None:
    told = rolling_share(_nights("1.0.1.0.1.0000"), Period(MONDAY + 13 * DAY, MONDAY + 13 * DAY), window=14)
    assert (told[0].cramp_nights, told[0].logged) == (3, 9)
    assert told[0].share is not None
    assert told[0].share.middle == pytest.approx(3 / 9)


def test_the_interval_of_a_share_is_statsmodels_wilson_interval() -> None:
    (told,) = rolling_share(_nights("1" * 9 + "0" * 19), Period(MONDAY + 27 * DAY, MONDAY + 27 * DAY))
    assert told.share is not None
    assert (told.share.low, told.share.high) == pytest.approx(proportion_confint(9, 28, method="wilson"), abs=1e-8)


@pytest.mark.parametrize(("logged", "known"), [(LEAST_LOGGED - 1, False), (LEAST_LOGGED, True)])
def test_no_share_is_stated_of_fewer_than_seven_logged_nights(logged: int, *, known: bool) -> None:
    (told,) = rolling_share(_nights("0" * logged), Period(MONDAY + 9 * DAY, MONDAY + 9 * DAY))
    assert (told.share is not None) is known


def test_nights_before_the_period_fill_its_first_windows() -> None:
    first = MONDAY + 28 * DAY
    told = rolling_share(_nights("1" * 28 + "0" * 28), Period(first, first + 27 * DAY))
    assert [day.morning for day in told] == [first + place * DAY for place in range(28)]
    assert [day.cramp_nights for day in told] == list(range(27, -1, -1))


def test_a_rolling_share_says_what_counting_each_window_says() -> None:
    nights = _nights("10.2.00131..1000..0210100" * 4)
    by_morning = {night.morning: night for night in nights}
    for day in rolling_share(nights, Period(MONDAY, MONDAY + 99 * DAY)):
        window = [by_morning.get(day.morning - back * DAY) for back in range(28)]
        logged = [night for night in window if night is not None and night.logged]
        assert (day.logged, day.cramp_nights) == (len(logged), sum(bool(night.cramps) for night in logged))


def test_trends_load_without_pandas() -> None:
    words = "import sys, diary.analysis.trends; print(sorted({'pandas', 'numpy', 'scipy'} & set(sys.modules)))"
    told = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"
