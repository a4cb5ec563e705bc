"""The calendar from which a day is chosen."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from diary.ui.page.content.day_choice import DayChoice, Grid, full_day_name

EARLIEST, LATEST = dt.date(1970, 3, 5), dt.date(2026, 11, 22)
DAYS = st.dates(min_value=EARLIEST, max_value=LATEST)


def opened(day: dt.date | None) -> DayChoice:
    return DayChoice.of(day, earliest=EARLIEST, latest=LATEST)


def test_a_calendar_opens_at_its_day_and_at_the_latest_where_there_is_none() -> None:
    assert opened(dt.date(2020, 2, 29)).month == dt.date(2020, 2, 1)
    assert opened(None).chosen == LATEST


def test_a_day_beyond_the_limits_opens_the_calendar_at_the_nearest_that_can_be_chosen() -> None:
    assert opened(dt.date(1950, 1, 1)).chosen == EARLIEST
    assert opened(LATEST + dt.timedelta(days=1)).chosen == LATEST


def test_months_step_to_the_limits_and_no_further() -> None:
    assert opened(LATEST).later() is None
    assert opened(EARLIEST).earlier() is None
    before = opened(dt.date(2026, 1, 31)).earlier()
    assert before is not None
    assert before.month == dt.date(2025, 12, 1)


def test_a_month_of_another_year_that_lies_beyond_the_limits_becomes_the_nearest_within() -> None:
    assert opened(dt.date(2020, 12, 1)).in_year(2026).month == dt.date(2026, 11, 1)
    assert opened(dt.date(2020, 1, 1)).in_year(1970).month == dt.date(1970, 3, 1)


def test_asking_again_for_what_is_offered_leads_back_to_the_days() -> None:
    years = opened(LATEST).offering(Grid.YEARS)
    assert years.grid is Grid.YEARS
    assert years.offering(Grid.YEARS).grid is Grid.DAYS


@given(DAYS, DAYS)
def test_any_day_of_decades_is_reached_in_a_few_taps(start: dt.date, goal: dt.date) -> None:
    choice, taps = opened(start).offering(Grid.YEARS), 1
    while goal.year not in choice.years:
        step = choice.earlier() if goal.year < choice.years[0] else choice.later()
        assert step is not None
        choice, taps = step, taps + 1
    choice = choice.in_year(goal.year).offering(Grid.MONTHS).in_month(goal.month)
    assert choice.month == goal.replace(day=1)
    assert choice.can_choose(goal)
    assert choice.choosing(goal).chosen == goal
    assert taps + 5 <= 8


@given(DAYS)
def test_every_year_within_the_limits_is_offered_once(start: dt.date) -> None:
    choice = opened(start).offering(Grid.YEARS)
    assert start.year in choice.years
    while (later := choice.later()) is not None:
        choice = later
    offered: list[int] = []
    page: DayChoice | None = choice
    while page is not None:
        offered = [*page.years, *offered]
        page = page.earlier()
    assert offered == list(range(EARLIEST.year, LATEST.year + 1))


def test_a_day_is_named_with_its_number_first_as_a_screen_reader_says_it() -> None:
    assert full_day_name(dt.date(2026, 11, 14)) == "14, Saturday, 14 November 2026"
