from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import numpy as np
import pytest
from matplotlib.patches import Rectangle

from diary.analysis.trend import HalfCounts, Outcome, Trend
from diary.analysis.trends import ShareInterval, WindowShare
from diary.charts.share_of_cramp_nights import (
    ShareOfCrampNights,
    share_of_cramp_nights,
    share_of_cramp_nights_alternative,
    share_of_cramp_nights_title,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.lines import Line2D

    from diary.charts.style import ChartStyle

FIRST = dt.date(2026, 11, 2)


def _day(place: int, middle: float | None) -> WindowShare:
    share = None if middle is None else ShareInterval(middle, middle / 2, middle + 0.1)
    return WindowShare(FIRST + dt.timedelta(days=place), 20, round(20 * (middle or 0)), share)


def _content(*days: WindowShare) -> ShareOfCrampNights:
    return ShareOfCrampNights(days)


def _lines(axes: Axes) -> list[list[float]]:
    return [_shares(line) for line in axes.lines]


def _shares(line: Line2D) -> list[float]:
    return [float(share) for share in np.asarray(line.get_ydata())]


def test_the_line_is_the_share_of_each_day(screen: ChartStyle) -> None:
    (axes,) = share_of_cramp_nights(_content(*[_day(0, 0.1), _day(1, 0.2), _day(2, 0.4)]), screen).axes
    assert [0.1, 0.2, 0.4] in _lines(axes)


def test_the_line_is_broken_where_too_few_nights_were_logged(screen: ChartStyle) -> None:
    days = [_day(0, 0.1), _day(1, 0.2), _day(2, None), _day(3, 0.3), _day(4, 0.4)]
    (axes,) = share_of_cramp_nights(_content(*days), screen).axes
    assert [0.1, 0.2] in _lines(axes)
    assert [0.3, 0.4] in _lines(axes)
    (gap,) = [patch for patch in axes.patches if isinstance(patch, Rectangle)]
    assert gap.get_hatch()
    assert gap.get_x() < days[2].morning.toordinal() < gap.get_x() + gap.get_width()


def test_one_day_between_gaps_is_still_seen(screen: ChartStyle) -> None:
    (axes,) = share_of_cramp_nights(_content(*[_day(0, None), _day(1, 0.3), _day(2, None)]), screen).axes
    (dot,) = [line for line in axes.lines if line.get_marker() == "o"]
    assert _shares(dot) == [0.3]


def test_the_axis_begins_at_nothing_and_holds_the_whole_interval(screen: ChartStyle) -> None:
    for highest in (0.05, 0.2, 0.45, 0.9):
        (axes,) = share_of_cramp_nights(_content(*[_day(0, 0.01), _day(1, highest)]), screen).axes
        assert axes.get_ylim()[0] == 0
        assert axes.get_ylim()[1] >= highest + 0.1


def test_ten_years_keep_their_last_day(screen: ChartStyle) -> None:
    days = [_day(place, 0.3) for place in range(3649)] + [_day(3649, 0.77)]
    (axes,) = share_of_cramp_nights(_content(*days), screen).axes
    line = next(line for line in _lines(axes) if line[-1] == 0.77)
    assert len(line) <= 2 * screen.width


def test_the_chart_has_its_words() -> None:
    words = share_of_cramp_nights_alternative(_content(_day(0, 0.1), _day(1, 0.45), _day(2, None), _day(3, 0.2)))
    assert words == (
        "Share of cramp nights among the nights logged in the 28 days up to each day. "
        "First: 10 % on 2 Nov 2026, 2 of 20 nights. Last: 20 % on 5 Nov 2026, 4 of 20 nights. "
        "Highest: 45 % on 3 Nov 2026, 9 of 20 nights. Lowest: 10 % on 2 Nov 2026, 2 of 20 nights."
    )


def test_a_chart_with_nothing_to_say_says_that() -> None:
    words = "Share of cramp nights: too few nights were logged in this time."
    assert share_of_cramp_nights_alternative(_content(_day(0, None))) == words


def _seen(outcome: Outcome, since: dt.date | None = None) -> Trend:
    return Trend(outcome, HalfCounts(9, 40), HalfCounts(3, 40), since)


@pytest.mark.parametrize(
    ("trend", "title"),
    [
        (None, "Cramps on 21 of 84 nights logged (25 %)"),
        (_seen(Outcome.NO_CLEAR_CHANGE), "Cramps on 21 of 84 nights logged (25 %)"),
        (_seen(Outcome.NOT_ENOUGH_NIGHTS), "Cramps on 21 of 84 nights logged (25 %)"),
        (_seen(Outcome.FEWER, dt.date(2026, 8, 3)), "Fewer cramp nights since August"),
        (_seen(Outcome.MORE, dt.date(2024, 8, 3)), "More cramp nights since August 2024"),
        (_seen(Outcome.FEWER), "Fewer cramp nights"),
    ],
)
def test_the_title_speaks_of_fewer_or_more_only_with_a_trend(trend: Trend | None, title: str) -> None:
    content = ShareOfCrampNights((_day(0, 0.25),), logged=84, cramp_nights=21, trend=trend)
    assert share_of_cramp_nights_title(content) == title
