from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest

from diary.charts.day_ticks import CHARACTER, day_ticks
from diary.model.period import Period

FIRST = dt.date(2025, 11, 17)


def _names(days: int, width: float = 300, font_size: float = 12) -> list[str]:
    ticks = day_ticks(Period(FIRST, FIRST + dt.timedelta(days=days - 1)), width=width, font_size=font_size)
    return [tick.name for tick in ticks]


def test_a_few_days_are_named_each() -> None:
    assert _names(3) == ["17 Nov\n2025", "18 Nov", "19 Nov"]


def test_a_month_is_named_by_its_mondays() -> None:
    assert _names(30, width=400) == ["17 Nov\n2025", "24 Nov", "1 Dec", "8 Dec", "15 Dec"]


def test_a_year_is_named_by_months_and_says_where_the_new_year_begins() -> None:
    assert _names(365, width=900)[:3] == ["Dec\n2025", "Jan\n2026", "Feb"]


def test_ten_years_are_named_by_years_alone() -> None:
    assert _names(3650) == ["2026", "2028", "2030", "2032", "2034"]


def test_a_single_day_is_named() -> None:
    assert _names(1, width=40, font_size=24) == ["17 Nov\n2025"]


@pytest.mark.parametrize("days", [2, 10, 31, 62, 100, 366, 800, 3650])
@pytest.mark.parametrize("font_size", [8, 12, 24])
def test_names_keep_their_distance(days: int, font_size: float) -> None:
    ticks = day_ticks(Period(FIRST, FIRST + dt.timedelta(days=days - 1)), width=300, font_size=font_size)
    longest = max(len(line) for tick in ticks for line in tick.name.splitlines())
    for tick, later in pairwise(ticks):
        assert (later.day - tick.day).days / (days - 1) * 300 >= longest * CHARACTER * font_size
