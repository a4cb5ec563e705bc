from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.lines import Line2D

from diary.charts.catalogue import ChartMarker, ChartOptions
from diary.charts.make import draw_chart
from diary.charts.marker_names import marker_placements
from diary.charts.style import LIGHT, ChartStyle
from diary.model.period import Period

if TYPE_CHECKING:
    from collections.abc import Callable

    from diary.model.night import Night

STYLE = ChartStyle(LIGHT, width=364, height=262)
WANTED = st.lists(st.tuples(st.floats(40, 350), st.text("abc W", min_size=1, max_size=60)), max_size=9)


@settings(max_examples=60, deadline=None)
@given(WANTED)
def test_no_name_meets_another_name_or_a_line_that_rises_through_its_row(wanted: list[tuple[float, str]]) -> None:
    placed = marker_placements(wanted, STYLE, left=40, right=350)
    assert sorted(each.x for each in placed) == sorted(x for x, _ in wanted)
    named = [each for each in placed if each.row >= 0]
    for one in named:
        assert 40 <= one.left <= one.right <= 350
        for other in placed:
            if other is one:
                continue
            if other.row == one.row:
                assert one.right < other.left or other.right < one.left
            if other.row >= one.row:
                assert not one.left < other.x < one.right


def test_a_name_stands_beside_its_line_and_a_long_one_is_cut() -> None:
    (short,) = marker_placements([(100, "New mattress")], STYLE, left=40, right=350)
    assert (short.name, short.row) == ("New mattress", 0)
    assert short.left - 100 < 10
    (long,) = marker_placements([(100, "w" * 200)], STYLE, left=40, right=350)
    assert long.name.endswith("…")


def test_near_the_right_end_a_name_stands_left_of_its_line() -> None:
    (placed,) = marker_placements([(345, "New mattress")], STYLE, left=40, right=350)
    assert placed.right < 345


@pytest.mark.parametrize("name", ["cramps_per_week", "share_of_cramp_nights", "intensity_and_minutes"])
def test_charts_over_time_show_the_markers_of_their_time_and_no_others(
    name: str, make_nights: Callable[[int], tuple[Night, ...]], today: dt.date
) -> None:
    first = today - dt.timedelta(days=89)
    days = {"inside": today - dt.timedelta(days=40), "before": first - dt.timedelta(days=10)}
    options = ChartOptions(markers=tuple(ChartMarker(day, text) for text, day in days.items()))
    nights = tuple(
        replace(night, cramps=tuple(replace(cramp, intensity=5) for cramp in night.cramps or ()))
        for night in make_nights(90)
    )
    drawn = draw_chart(name, nights, STYLE, Period(first, today), options=options)
    assert drawn.alternative.endswith("Marked: 13 Oct 2026 inside.")
    figure = drawn.figure
    words = {text.get_text() for text in figure.texts}
    assert "inside" in words
    assert "before" not in words
    lines = [line for line in figure.get_children() if isinstance(line, Line2D)]
    upright = [
        line for line in lines if len(np.unique(np.asarray(line.get_xdata()))) < len(np.asarray(line.get_xdata()))
    ]
    assert {line.get_color() for line in upright} == {LIGHT.other}
