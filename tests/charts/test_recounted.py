"""What the charts of the made-up year draw, recounted from its nights night by night, with nothing of the diary's analysis."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from math import sqrt
from typing import TYPE_CHECKING

import numpy as np
import pytest
from matplotlib.collections import PatchCollection

from diary.charts.make import draw_chart
from diary.charts.style import LIGHT, ChartStyle
from diary.exchange.own_json import load
from diary.model.period import Period
from diary.paths import assets

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from diary.model.night import Night

WIDE = ChartStyle(LIGHT, width=800, height=500)
"""So wide that each day and each week is drawn for itself."""
Z = 1.959964


@cache
def _nights() -> tuple[Night, ...]:
    return load((assets() / "demo" / "diary.json").read_bytes()).nights


@cache
def _figure(name: str) -> Figure:
    nights = _nights()
    return draw_chart(name, nights, WIDE, Period(nights[0].morning, nights[-1].morning)).figure


def _words(name: str) -> list[str]:
    return [text.get_text() for text in _figure(name).texts]


def _wilson(part: int, whole: int) -> tuple[float, float]:
    """The roots of (p - part/whole)² = z² p (1 - p) / whole (Wilson 1927, J Am Stat Assoc 22:209)."""
    share = part / whole
    a, b, c = 1 + Z**2 / whole, -(2 * share + Z**2 / whole), share**2
    half = sqrt(b**2 - 4 * a * c)
    return (-b - half) / (2 * a), (-b + half) / (2 * a)


def test_each_day_of_the_rolling_share_is_that_of_its_window_with_wilsons_interval() -> None:
    (axes,) = _figure("share_of_cramp_nights").axes
    (told,) = [found[1] for words in _words("share_of_cramp_nights") if (found := re.search(r"over (\d+) days", words))]
    recounted: dict[int, tuple[float, float, float]] = {}
    for day in range(_nights()[0].morning.toordinal(), _nights()[-1].morning.toordinal() + 1):
        logged = cramps = 0
        for night in _nights():
            if 0 <= day - night.morning.toordinal() < int(told) and night.cramps is not None:
                logged += 1
                cramps += len(night.cramps) > 0
        if logged:
            low, high = _wilson(cramps, logged)
            recounted[day] = (low, high, cramps / logged)
    drawn = [np.asarray(line.get_xydata()) for line in axes.lines]
    assert sum(len(line) for line in drawn) > 3 * 300
    for stretch in range(0, len(drawn), 3):
        for place, line in enumerate(drawn[stretch : stretch + 3]):
            assert [share for _, share in line] == pytest.approx([recounted[int(there)][place] for there, _ in line])


def test_each_bar_of_cramps_a_week_is_seven_times_its_cramps_over_its_logged_nights() -> None:
    (axes,) = _figure("cramps_per_week").axes
    bars = [
        path.get_extents()
        for group in axes.collections
        if isinstance(group, PatchCollection)
        for path in group.get_paths()
    ]
    assert len(bars) > 40
    quiet = axes.get_ylim()[1] / 50
    for bar in bars:
        monday = dt.date.fromordinal(int(bar.x0))
        assert monday.weekday() == 0
        logged = cramps = 0
        for night in _nights():
            if monday <= night.morning <= monday + dt.timedelta(days=6) and night.cramps is not None:
                logged += 1
                cramps += len(night.cramps)
        assert bar.height == pytest.approx(7 * cramps / logged) if cramps else bar.height < quiet


def test_each_range_of_temperatures_holds_the_nights_that_had_one_of_them() -> None:
    (axes,) = _figure("temperature").axes
    words = _words("temperature")
    named = [
        found for text in words if (found := re.fullmatch(r"(?:(up to) )?([\d.]+)(?: to ([\d.]+)| (or more))?", text))
    ]
    counts = [found for text in words if (found := re.fullmatch(r"(\d+) of (\d+)", text))]
    assert len(named) == len(counts) > 3
    for row, (name, count) in enumerate(zip(named, counts, strict=True)):
        up_to, number, end, open_end = name.groups()
        low = -99.0 if up_to else float(number)
        high = 99.0 if open_end else float(number if up_to else end or number)
        logged = cramps = 0
        for night in _nights():
            answer = night.answers.get("room_temperature")
            if night.cramps is not None and answer is not None and low <= float(str(answer.value)) <= high:
                logged += 1
                cramps += len(night.cramps) > 0
        assert (cramps, logged) == (int(count[1]), int(count[2])), name[0]
        interval, dot = (np.asarray(line.get_xdata()) for line in axes.lines[2 * row : 2 * row + 2])
        assert tuple(interval) == pytest.approx(_wilson(cramps, logged))
        assert dot[0] == pytest.approx(cramps / logged)


def test_each_hour_holds_the_cramps_that_came_in_it() -> None:
    (axes,) = _figure("hour_of_night").axes
    counts = dict.fromkeys(range(16), 0)
    for night in _nights():
        for cramp in night.cramps or ():
            if cramp.at is not None and (cramp.at.hour - 20) % 24 < 16:
                counts[(cramp.at.hour - 20) % 24] += 1
    drawn = dict.fromkeys(range(16), 0.0)
    for bar in (bar for bars in axes.containers for bar in bars):
        drawn[int(bar.get_x() + bar.get_width() / 2)] += bar.get_height()
    assert sum(counts.values()) > 50
    assert drawn == counts
