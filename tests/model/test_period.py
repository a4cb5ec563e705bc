from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.model.errors import BackwardsError
from diary.model.night import Night
from diary.model.period import ALL_TIME, Period

TODAY = dt.date(2026, 11, 24)
DAY = dt.timedelta(days=1)
NIGHTS = [Night(TODAY - place * DAY) for place in (0, 2, 5, 1)]
"""In no order of time."""


def test_a_period_that_ends_before_it_starts_is_refused_with_what_to_do() -> None:
    with pytest.raises(
        BackwardsError, match=r"2026-11-23 lies before 2026-11-24\. Choose an end on or after the start\."
    ):
        Period(TODAY, TODAY - DAY)


def test_a_period_between_days_may_be_open_at_either_end() -> None:
    assert Period.between(None, None) == ALL_TIME
    assert Period.between(TODAY, None) == Period(first=TODAY)
    assert Period.between(None, TODAY) == Period(last=TODAY)
    assert Period.between(TODAY - DAY, TODAY) == Period(TODAY - DAY, TODAY)


def test_a_single_morning_is_a_period_of_one_night() -> None:
    period = Period(TODAY, TODAY)
    assert (period.days, list(period.mornings())) == (1, [TODAY])


def test_the_nights_in_a_period_stay_in_the_order_in_which_they_come() -> None:
    assert Period(TODAY - 2 * DAY, TODAY).nights_in(NIGHTS) == [NIGHTS[0], NIGHTS[1], NIGHTS[3]]


def test_an_open_period_holds_the_calendars_first_and_last_day() -> None:
    assert dt.date.min in ALL_TIME
    assert dt.date.max in ALL_TIME
    assert dt.date.max in Period(first=TODAY)
    assert dt.date.min in Period(last=TODAY)
    assert ALL_TIME.nights_in(NIGHTS) == NIGHTS


@given(first=st.dates(), nights=st.integers(1, 500), offset=st.integers(-600, 1100))
def test_a_morning_lies_in_a_period_exactly_where_it_is_one_of_its_mornings(
    first: dt.date, nights: int, offset: int
) -> None:
    room = (dt.date.max - first).days
    period = Period(first, first + min(nights - 1, room) * DAY)
    day = first.toordinal() + offset
    morning = dt.date.fromordinal(min(max(day, dt.date.min.toordinal()), dt.date.max.toordinal()))
    mornings = list(period.mornings())
    assert mornings == sorted(set(mornings))
    assert (mornings[0], mornings[-1], len(mornings)) == (period.first, period.last, period.days)
    assert (morning in period) == (morning in mornings) == bool(period.nights_in([Night(morning)]))


@given(first=st.dates(), last=st.dates())
def test_of_two_days_one_is_a_period_and_the_other_way_round_is_refused(first: dt.date, last: dt.date) -> None:
    if first <= last:
        assert (Period(first, last).first, Period(first, last).last) == (first, last)
    else:
        with pytest.raises(BackwardsError):
            Period(first, last)


def test_a_period_tells_both_years_only_where_they_differ() -> None:
    assert Period(dt.date(2026, 8, 27), TODAY).name == "27 Aug to 24 Nov 2026"
    assert Period(dt.date(2025, 11, 25), TODAY).name == "25 Nov 2025 to 24 Nov 2026"
    assert Period(TODAY, TODAY).name == "24 Nov 2026"
