"""The month that Diary's calendar shows."""

from __future__ import annotations

import datetime as dt

import pytest

from diary.model.night import Cramp, Night, NightState
from diary.ui.page.content.month import DayShown, MonthShown, month_after, month_before, month_name, month_shown

TODAY = dt.date(2026, 11, 22)
TOLD_AT = dt.datetime(2026, 11, 22, 8, tzinfo=dt.UTC)


def shown(*nights: Night, latest: dt.date = TODAY, now: dt.datetime = TOLD_AT) -> MonthShown:
    return month_shown(dt.date(2026, 11, 1), {night.morning: night for night in nights}, now=now, latest=latest)


def day_of(month: MonthShown, day: int) -> DayShown:
    return next(each for week in month.weeks for each in week if each and each.day.day == day)


def night(day: int, *intensities: int | None) -> Night:
    cramps = tuple(Cramp(intensity=intensity) for intensity in intensities)
    return Night(dt.date(2026, 11, day)).with_cramps(cramps, TOLD_AT)


def test_a_week_begins_on_monday_and_days_of_other_months_are_left_out() -> None:
    first_week = shown().weeks[0]
    assert [each and each.day for each in first_week] == [None] * 6 + [dt.date(2026, 11, 1)]


def test_every_day_of_the_month_is_there_once() -> None:
    days = [each.day.day for week in shown().weeks for each in week if each]
    assert days == list(range(1, 31))


def test_a_day_is_named_with_its_cramps_and_the_worst_of_them() -> None:
    assert day_of(shown(night(15, 3, 7)), 15).name == "Sun 15 Nov: 2 cramps, worst 7 of 10"


def test_a_cramp_of_unknown_intensity_has_no_worst() -> None:
    day = day_of(shown(night(15, None)), 15)
    assert (day.worst, day.name) == (None, "Sun 15 Nov: 1 cramp")


@pytest.mark.parametrize(("told", "words"), [((), "Sat 14 Nov: Quiet"), (None, "Sat 14 Nov: Not logged")])
def test_a_night_not_logged_is_not_named_quiet(told: tuple[Cramp, ...] | None, words: str) -> None:
    nights = [] if told is None else [night(14)]
    assert day_of(shown(*nights), 14).name == words


def test_a_day_after_the_latest_morning_is_still_to_come() -> None:
    month = shown(latest=dt.date(2026, 11, 23))
    assert [day_of(month, day).to_come for day in (22, 23, 24)] == [False, False, True]
    assert day_of(month, 24).name == "Tue 24 Nov: still to come"


@pytest.mark.parametrize(("logged", "hour", "missed"), [(False, 3, 21), (False, 4, 22), (True, 3, 21)])
def test_until_four_the_night_under_way_is_no_gap_yet(logged: bool, hour: int, missed: int) -> None:
    month = shown(*([night(22)] if logged else []), now=TOLD_AT.replace(hour=hour))
    assert month.count(NightState.NOT_LOGGED) == missed


def test_only_nights_up_to_today_are_counted() -> None:
    month = shown(night(20, 5), night(21), latest=dt.date(2026, 11, 23))
    assert [month.count(state) for state in (NightState.CRAMPS, NightState.QUIET, NightState.NOT_LOGGED)] == [1, 1, 20]


def test_a_night_with_a_note_only_is_counted_as_not_logged() -> None:
    month = shown(Night(dt.date(2026, 11, 20), note="late dinner"))
    assert month.count(NightState.NOT_LOGGED) == TODAY.day


@pytest.mark.parametrize(
    ("month", "before", "after"),
    [
        (dt.date(2026, 1, 31), dt.date(2025, 12, 1), dt.date(2026, 2, 1)),
        (dt.date(2026, 12, 1), dt.date(2026, 11, 1), dt.date(2027, 1, 1)),
        (dt.date(2024, 2, 29), dt.date(2024, 1, 1), dt.date(2024, 3, 1)),
    ],
)
def test_months_follow_one_another_across_years(month: dt.date, before: dt.date, after: dt.date) -> None:
    assert (month_before(month), month_after(month)) == (before, after)


def test_a_month_is_named_with_its_year() -> None:
    assert month_name(TODAY) == "November 2026"
