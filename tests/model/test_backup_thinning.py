"""Which backups stay: a table written by hand, and years of backups thinned after each."""

from __future__ import annotations

import datetime as dt
import random

import pytest

from diary.model.backup_thinning import DAYS, GRACE, MONTHS, MOST_IN_GRACE, WEEKS, lasting_moments

NOW = dt.datetime(2026, 11, 24, 12, tzinfo=dt.UTC)  # a Tuesday
MOST = MOST_IN_GRACE + DAYS + WEEKS + MONTHS


def at(day: str, time: str = "10:00") -> dt.datetime:
    return dt.datetime.fromisoformat(f"{day}T{time}:00+00:00")


STAYS, GOES = True, False
TABLE = (
    ("2026-11-24", "11:00", STAYS),  # the last two days: all
    ("2026-11-24", "10:00", STAYS),
    ("2026-11-23", "21:00", STAYS),
    ("2026-11-23", "08:00", STAYS),
    ("2026-11-22", "13:00", STAYS),
    ("2026-11-22", "09:00", GOES),  # of days, the newest: 24, 23, 22, 20, 19, 18, 17, 15, 14, 13, 12, 11
    ("2026-11-20", "22:00", STAYS),
    ("2026-11-20", "10:00", GOES),
    ("2026-11-19", "10:00", STAYS),
    ("2026-11-18", "10:00", STAYS),
    ("2026-11-17", "10:00", STAYS),
    ("2026-11-15", "10:00", STAYS),
    ("2026-11-14", "10:00", STAYS),
    ("2026-11-13", "10:00", STAYS),
    ("2026-11-12", "10:00", STAYS),
    ("2026-11-11", "10:00", STAYS),
    ("2026-11-10", "10:00", GOES),  # in the week of the 11th, which has one
    ("2026-11-08", "10:00", STAYS),  # of weeks before, the newest: those that end on 8 Nov, 1 Nov, 25 Oct, 11 Oct ...
    ("2026-11-03", "10:00", GOES),
    ("2026-10-31", "10:00", STAYS),
    ("2026-10-30", "10:00", GOES),
    ("2026-10-20", "10:00", STAYS),
    ("2026-10-07", "10:00", STAYS),
    ("2026-09-30", "10:00", STAYS),
    ("2026-09-22", "10:00", STAYS),
    ("2026-09-15", "10:00", STAYS),
    ("2026-09-08", "10:00", STAYS),
    ("2026-09-01", "10:00", STAYS),
    ("2026-08-25", "10:00", STAYS),
    ("2026-08-18", "10:00", GOES),  # the tenth week was the one before; August has its newest
    ("2026-07-30", "10:00", STAYS),  # of months before, the newest
    ("2026-07-02", "10:00", GOES),
    ("2026-06-01", "10:00", STAYS),
    ("2026-03-01", "10:00", STAYS),
    ("2025-12-31", "10:00", STAYS),
    ("2025-12-01", "10:00", GOES),
    ("2025-11-01", "10:00", STAYS),
    ("2025-10-01", "10:00", STAYS),
    ("2025-09-01", "10:00", STAYS),
    ("2025-08-01", "10:00", STAYS),
    ("2025-07-01", "10:00", STAYS),
    ("2025-06-01", "10:00", GOES),  # the ninth month was the one before
)


def test_the_table_says_which_stay() -> None:
    lasting = lasting_moments([at(day, time) for day, time, _ in TABLE], NOW)
    assert [(day, time, at(day, time) in lasting) for day, time, _ in TABLE] == list(TABLE)


def test_of_a_busy_day_the_newest_stay_up_to_a_limit() -> None:
    moments = [NOW - dt.timedelta(minutes=n) for n in range(100)]
    assert lasting_moments(moments, NOW) == set(moments[:MOST_IN_GRACE])


def test_without_backups_there_is_none_to_remove() -> None:
    assert lasting_moments([], NOW) == frozenset()


@pytest.mark.parametrize("clock", [dt.timedelta(days=-400), dt.timedelta(days=-1), dt.timedelta(days=366)])
def test_a_clock_that_was_set_wrong_costs_no_newest_day_week_or_month(clock: dt.timedelta) -> None:
    moments = [NOW - dt.timedelta(days=n) for n in range(3, 700)]
    assert lasting_moments(moments, NOW + clock) >= lasting_moments(moments, NOW + dt.timedelta(days=30))


def test_a_backup_of_a_clock_set_ahead_takes_the_place_of_no_day() -> None:
    moments = [NOW - dt.timedelta(days=n) for n in range(3, 700)]
    lost = lasting_moments(moments, NOW) - lasting_moments([*moments, NOW + dt.timedelta(days=366)], NOW)
    assert lost == frozenset()


def test_weeks_of_a_clock_set_ahead_take_no_room_from_the_days_after_it() -> None:
    moments = {NOW - dt.timedelta(days=n) for n in range(3, 700)}
    wrong = {NOW + dt.timedelta(days=366 - n) for n in range(40)}
    lasting = lasting_moments(moments | wrong, NOW)
    assert lasting & moments == lasting_moments(moments, NOW)
    assert lasting & wrong == lasting_moments(wrong, NOW)
    assert len(lasting) <= 2 * MOST


@pytest.mark.parametrize(("days", "seed"), [(365, 1), (365, 2), (3650, 3), (3650, 4)])
def test_over_years_with_gaps_the_near_past_is_dense_the_far_past_is_there_and_the_room_is_bounded(
    days: int, seed: int
) -> None:
    chance = random.Random(seed)
    start = NOW - dt.timedelta(days=days)
    present: set[dt.datetime] = set()
    ever: list[dt.datetime] = []
    gap_until = start
    for n in range(days):
        day = start + dt.timedelta(days=n)
        if day < gap_until:
            continue
        if chance.random() < 0.01:
            gap_until = day + dt.timedelta(days=chance.randrange(2, 90))
        for _ in range(chance.choice((0, 1, 1, 2, 9))):
            moment = day + dt.timedelta(minutes=chance.randrange(18 * 60))
            if ever and moment <= ever[-1]:
                continue
            ever.append(moment)
            present.add(moment)
            present = set(lasting_moments(present, moment))
            assert moment in present
            assert len(present) <= MOST
            assert {each for each in ever[-MOST_IN_GRACE:] if moment - each <= GRACE} <= present
    newest_of_days = sorted({each.date(): each for each in ever}.values(), reverse=True)
    assert set(newest_of_days[:DAYS]) <= present
    weeks = sorted({each.isocalendar()[:2] for each in ever}, reverse=True)[:WEEKS]
    assert set(weeks) <= {each.isocalendar()[:2] for each in present}
    months = sorted({(each.year, each.month) for each in ever}, reverse=True)[:MONTHS]
    assert set(months) <= {(each.year, each.month) for each in present}
    # The reach: of all that there ever was, something as old as nine months of use, or the very first.
    assert min(present).strftime("%Y-%m") <= "{}-{:02}".format(*months[-1])
