from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import numpy as np
import pytest
from matplotlib.collections import PatchCollection
from matplotlib.colors import to_hex
from matplotlib.patches import Rectangle

from diary.analysis.smooth import SmoothLine, SmoothPoint
from diary.analysis.trends import Week, calendar_weeks
from diary.charts.cramps_per_week import (
    CrampsPerWeek,
    cramps_per_week,
    cramps_per_week_alternative,
    cramps_per_week_title,
)
from diary.model.period import Period

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from diary.charts.style import ChartStyle

MONDAY = dt.date(2026, 11, 2)
NEXT = dt.date(2026, 11, 9)
AFTER = dt.date(2026, 11, 16)
FULL = Week(MONDAY, logged=7, cramp_nights=3, cramps=4)
GAP = Week(NEXT, logged=0, cramp_nights=0, cramps=0)
QUIET = Week(AFTER, logged=7, cramp_nights=0, cramps=0)
FEW = Week(AFTER, logged=1, cramp_nights=1, cramps=1)


def _content(*each: Week) -> CrampsPerWeek:
    return CrampsPerWeek(each, SmoothLine())


def _axes(style: ChartStyle, *each: Week) -> Axes:
    (axes,) = cramps_per_week(_content(*each), style).axes
    return axes


def _bars(axes: Axes) -> list[tuple[float, str]]:
    """The height of each bar and the colour of its face."""
    return [
        (float(path.get_extents().height), to_hex(np.asarray(group.get_facecolor())[0]))
        for group in axes.collections
        for path in group.get_paths()
        if isinstance(group, PatchCollection)
    ]


def _words(style: ChartStyle, *each: Week) -> list[str]:
    return [text.get_text() for text in cramps_per_week(_content(*each), style).texts]


def test_a_bar_is_as_high_as_the_cramps_a_week(screen: ChartStyle) -> None:
    assert [height for height, _ in _bars(_axes(screen, FULL))] == [4]


def test_a_gap_is_hatched_and_a_quiet_week_is_a_low_bar(screen: ChartStyle) -> None:
    axes = _axes(screen, FULL, GAP, QUIET)
    (gap,) = axes.patches
    assert gap.get_hatch()
    assert isinstance(gap, Rectangle)
    assert gap.get_x() == NEXT.toordinal()
    full, quiet = (height for height, _ in _bars(axes))
    assert full == 4
    assert 0 < quiet < 0.1


def test_a_week_with_few_nights_logged_is_hollow(screen: ChartStyle) -> None:
    colours = [colour for _, colour in _bars(_axes(screen, FULL, FEW))]
    assert colours == [screen.colours.mild, screen.colours.ground]


def test_the_key_explains_what_is_drawn_and_no_more(screen: ChartStyle) -> None:
    assert {"few logged", "none logged"} & set(_words(screen, FULL)) == set()
    assert {"cramps a week", "few logged", "none logged"} <= set(_words(screen, FULL, GAP, FEW))


def test_the_smooth_line_is_broken_where_its_stretches_are(screen: ChartStyle) -> None:
    days = [[FULL.monday, NEXT], [AFTER, AFTER + dt.timedelta(days=6)]]
    smooth = SmoothLine(tuple(tuple(SmoothPoint(day, 2.0, 1.0, 3.0) for day in run) for run in days))
    (axes,) = cramps_per_week(CrampsPerWeek((FULL, GAP, QUIET), smooth), screen).axes
    middles = [line for line in axes.lines if set(np.asarray(line.get_ydata())) == {2.0}]
    assert [list(np.asarray(line.get_xdata())) for line in middles] == [
        [day.toordinal() for day in run] for run in days
    ]


def test_a_band_beyond_the_axis_is_marked_at_its_highest_and_its_end_is_told(screen: ChartStyle) -> None:
    days = [FULL.monday + dt.timedelta(days=place) for place in range(4)]
    highs = (5.0, 30.0, 50.0, 6.0)
    smooth = SmoothLine((tuple(SmoothPoint(day, 2.0, 1.0, high) for day, high in zip(days, highs, strict=True)),))
    figure = cramps_per_week(CrampsPerWeek((FULL,), smooth), screen)
    (axes,) = figure.axes
    top = axes.get_ylim()[1]
    assert top == 12
    (mark,) = [line for line in axes.lines if line.get_marker() == "^"]
    assert np.asarray(mark.get_xydata()).tolist() == [[days[2].toordinal(), top]]
    assert "the interval goes on, up to 50.0" in [text.get_text() for text in figure.texts]


def test_a_band_that_has_room_is_whole_and_has_no_mark(screen: ChartStyle) -> None:
    smooth = SmoothLine((tuple(SmoothPoint(day, 2.0, 1.0, 7.5) for day in (FULL.monday, NEXT)),))
    figure = cramps_per_week(CrampsPerWeek((FULL, QUIET), smooth), screen)
    (axes,) = figure.axes
    assert axes.get_ylim()[1] >= 7.5
    assert [line for line in axes.lines if line.get_marker() == "^"] == []
    assert not any("goes on" in text.get_text() for text in figure.texts)


def test_ten_years_are_drawn_as_bars_of_several_weeks_that_can_still_be_seen(screen: ChartStyle) -> None:
    each = calendar_weeks([], Period(dt.date(2016, 11, 21), AFTER))
    told = [Week(week.monday, logged=7, cramp_nights=1, cramps=1) for week in each]
    bars = _bars(_axes(screen, *told))
    assert screen.width / len(bars) >= 4
    assert {round(height, 9) for height, _ in bars} == {1}
    assert any("over 13 weeks" in words for words in _words(screen, *told))


def test_the_title_tells_the_rate_over_the_whole_time() -> None:
    assert cramps_per_week_title(_content(FULL, GAP, QUIET)) == "About 2.0 cramps a week"
    assert cramps_per_week_title(_content(QUIET)) == "No cramps on 7 nights logged"
    assert cramps_per_week_title(_content(GAP)) == "Cramps a week"


@pytest.mark.parametrize(
    ("each", "words"),
    [
        ([], "Cramps a week: no night was logged in this time."),
        ([GAP], "Cramps a week: no night was logged in this time."),
        (
            [FULL, GAP, QUIET],
            (
                "Cramps a week, from the week of 2 Nov 2026 to that of 16 Nov 2026. Most: 4.0 in the week of 2 Nov "
                "2026. Fewest: 0.0 in the week of 16 Nov 2026. Last: 0.0 in the week of 16 Nov 2026. "
                "1 week without a logged night."
            ),
        ),
    ],
)
def test_the_chart_has_its_words(each: list[Week], words: str) -> None:
    assert cramps_per_week_alternative(_content(*each)) == words


def test_a_smooth_line_that_ends_where_it_began_is_not_said_to_go_anywhere() -> None:
    def words(first: float, last: float) -> str:
        line = SmoothLine(((SmoothPoint(MONDAY, first, 0, 3), SmoothPoint(NEXT, last, 0, 3)),))
        return cramps_per_week_alternative(CrampsPerWeek((FULL,), line))

    assert "ends where it began, at 1.6 cramps a week." in words(1.58, 1.62)
    assert "goes from 1.6 to 1.7 cramps a week." in words(1.58, 1.65)
