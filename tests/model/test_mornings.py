from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.model.mornings import (
    DAY,
    is_in_bed,
    latest_night,
    moment_in_night,
    morning_of,
    next_part_of_day,
    night_name,
    night_to_log,
    nights_on_offer,
    noon_after,
    noon_before,
    part_of_day,
)

DAYS = st.dates(min_value=dt.date(1900, 1, 2), max_value=dt.date(2100, 1, 1))


@pytest.mark.parametrize(
    ("moment", "morning"),
    [
        ("2026-03-02 11:59", "2026-03-02"),
        ("2026-03-02 12:00", "2026-03-03"),
        ("2026-03-02 23:40", "2026-03-03"),
        ("2026-03-03 00:00", "2026-03-03"),
        ("2026-03-03 03:10", "2026-03-03"),
        ("2026-12-31 22:00", "2027-01-01"),
        ("2028-02-28 23:00", "2028-02-29"),
    ],
)
def test_from_noon_on_a_moment_belongs_to_the_next_morning(moment: str, morning: str) -> None:
    day = dt.date.fromisoformat(morning)
    assert noon_before(day) <= dt.datetime.fromisoformat(moment) < noon_after(day)
    assert moment_in_night(day, dt.datetime.fromisoformat(moment).time()) == dt.datetime.fromisoformat(moment)


@given(DAYS)
def test_a_night_ends_where_the_next_begins(morning: dt.date) -> None:
    assert noon_after(morning) == noon_before(morning + DAY)


@given(DAYS, st.times())
def test_a_time_of_day_has_one_moment_in_a_night(morning: dt.date, time: dt.time) -> None:
    moment = moment_in_night(morning, time)
    assert moment.time() == time
    assert noon_before(morning) <= moment < noon_after(morning)


@pytest.mark.parametrize(
    ("zone", "morning"),
    [
        ("Europe/Berlin", "2026-03-29"),
        ("Europe/Berlin", "2026-10-25"),
        ("America/New_York", "2026-03-08"),
        ("America/New_York", "2026-11-01"),
        ("Australia/Lord_Howe", "2026-04-05"),
        ("Africa/Cairo", "2026-04-24"),
        ("America/Havana", "2026-03-08"),
        ("Asia/Kathmandu", "2026-03-29"),
    ],
)
def test_a_night_is_keyed_by_wall_time_also_when_the_clocks_change(zone: str, morning: str) -> None:
    day = dt.date.fromisoformat(morning)
    midday = dt.datetime.combine(day - DAY, dt.time(12), ZoneInfo(zone)).astimezone(dt.UTC)
    hours = [(midday + dt.timedelta(minutes=30 * half)).astimezone(ZoneInfo(zone)) for half in range(60)]
    in_the_night = [hour for hour in hours if noon_before(day) <= hour.replace(tzinfo=None) < noon_after(day)]
    assert in_the_night[0].strftime("%H:%M") == "12:00"
    assert in_the_night == hours[: len(in_the_night)]
    assert len(in_the_night) in {46, 47, 48, 49, 50}
    assert in_the_night[-1].replace(tzinfo=None) < noon_after(day)


@pytest.mark.parametrize("time", ["00:00", "03:59", "04:00", "09:00", "12:00", "17:59", "23:59"])
def test_the_night_to_log_is_the_one_that_ends_today(time: str) -> None:
    assert night_to_log(dt.datetime.fromisoformat(f"2026-11-22 {time}")) == dt.date(2026, 11, 22)


@pytest.mark.parametrize(
    ("time", "mornings"),
    [
        ("00:00", ["2026-11-22", "2026-11-21"]),
        ("03:59", ["2026-11-22", "2026-11-21"]),
        ("04:00", ["2026-11-22"]),
        ("17:59", ["2026-11-22"]),
        ("18:00", ["2026-11-22", "2026-11-23"]),
        ("23:59", ["2026-11-22", "2026-11-23"]),
    ],
)
def test_tonight_is_offered_from_six_and_the_night_under_way_until_four(time: str, mornings: list[str]) -> None:
    offered = nights_on_offer(dt.datetime.fromisoformat(f"2026-11-22 {time}"))
    assert [morning.isoformat() for morning in offered] == mornings


@pytest.mark.parametrize(
    ("morning", "name"),
    [
        ("2026-11-22", "Sat 21 → Sun 22 Nov"),
        ("2026-12-01", "Mon 30 Nov → Tue 1 Dec"),
        ("2027-01-01", "Thu 31 Dec → Fri 1 Jan"),
    ],
)
def test_a_night_is_always_named_by_both_its_days(morning: str, name: str) -> None:
    assert night_name(dt.date.fromisoformat(morning)) == name


@pytest.mark.parametrize(
    ("time", "logged", "day"),
    [("00:00", False, 21), ("03:59", False, 21), ("03:59", True, 22), ("04:00", False, 22), ("23:59", False, 22)],
)
def test_the_night_under_way_is_no_gap_and_counts_once_it_is_logged(time: str, *, logged: bool, day: int) -> None:
    assert latest_night(dt.datetime.fromisoformat(f"2026-11-22 {time}"), logged=logged) == dt.date(2026, 11, day)


@pytest.mark.parametrize(
    ("moment", "part", "following"),
    [
        ("2026-11-21 00:00", "00:00", "2026-11-21 04:00"),
        ("2026-11-21 03:59:59", "00:00", "2026-11-21 04:00"),
        ("2026-11-21 04:00", "04:00", "2026-11-21 06:00"),
        ("2026-11-21 06:00", "06:00", "2026-11-21 10:00"),
        ("2026-11-21 10:00", "10:00", "2026-11-21 12:00"),
        ("2026-11-21 12:00", "12:00", "2026-11-21 18:00"),
        ("2026-12-31 18:00", "18:00", "2026-12-31 22:00"),
        ("2026-12-31 22:00", "22:00", "2027-01-01 00:00"),
    ],
)
def test_a_day_has_seven_parts_at_whose_beginning_something_changes(moment: str, part: str, following: str) -> None:
    assert part_of_day(dt.datetime.fromisoformat(moment)) == dt.time.fromisoformat(part)
    assert next_part_of_day(dt.datetime.fromisoformat(moment)) == dt.datetime.fromisoformat(following)


@pytest.mark.parametrize(
    ("moment", "morning", "in_bed"),
    [
        ("2026-11-21 18:00", 22, True),
        ("2026-11-21 23:50", 22, True),
        ("2026-11-22 00:00", 22, True),
        ("2026-11-22 09:59", 22, True),
        ("2026-11-22 10:00", 22, False),
        ("2026-11-22 12:00", 23, False),
        ("2026-11-22 17:59", 23, False),
    ],
)
def test_a_moment_lies_in_the_night_from_noon_to_noon_and_in_bed_from_six_to_ten(
    moment: str, morning: int, *, in_bed: bool
) -> None:
    now = dt.datetime.fromisoformat(moment)
    assert morning_of(now) == dt.date(2026, 11, morning)
    assert is_in_bed(now) is in_bed
