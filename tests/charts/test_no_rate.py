"""A diary of the bad nights alone gives no rate: no chart of rates draws one, or says one."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from diary.charts.catalogue import CATALOGUE, ChartKind, ChartOptions
from diary.charts.make import draw_chart
from diary.model.built_in import BUILT_IN
from diary.model.mornings import DAY
from diary.model.night import Answer, Cramp, Night
from diary.model.period import Period

if TYPE_CHECKING:
    from diary.charts.style import ChartStyle

LAST = dt.date(2026, 11, 22)
NOW = dt.datetime(2026, 11, 22, tzinfo=dt.UTC)
BAD_NIGHTS = [
    Night(
        LAST - back * DAY,
        (Cramp(minutes=3, intensity=6),) * 2,
        NOW,
        {"room_temperature": Answer(17.0, NOW), "socks": Answer(value=True, given_at=NOW)},
    )
    for back in range(0, 90, 3)
]
WORDS = "Cramps on at least 30 of 88 nights"


@pytest.mark.parametrize("kind", [kind for kind in CATALOGUE if kind.of_rates], ids=lambda kind: kind.name)
def test_a_chart_of_rates_says_that_there_is_none(kind: ChartKind, screen: ChartStyle) -> None:

    options = ChartOptions(factor=BUILT_IN.get("socks"))
    chart = draw_chart(kind.name, BAD_NIGHTS, screen, Period(LAST - 89 * DAY, LAST), options=options)
    assert chart.title == WORDS
    assert chart.alternative == f"{WORDS}; no quiet night was logged, so no rate can be told."
    assert not chart.figure.axes


def test_what_counts_cramps_is_drawn_all_the_same(screen: ChartStyle) -> None:
    for name in ("calendar", "intensity_and_minutes"):
        chart = draw_chart(name, BAD_NIGHTS, screen, Period(LAST - 89 * DAY, LAST))
        assert chart.figure.axes
        assert "at least" not in chart.title
