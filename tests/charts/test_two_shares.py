from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from statsmodels.stats.proportion import proportion_confint

from diary.analysis.finding import Finding, Verdict
from diary.charts.two_shares import WITH, WITHOUT, two_shares, two_shares_alternative

if TYPE_CHECKING:
    from matplotlib.lines import Line2D

    from diary.charts.look import Look


def _finding(exposed_cramp: int, exposed: int, *, unexposed_cramp: int, unexposed: int) -> Finding:
    return Finding(
        key="cold_room",
        exposed_cramp=exposed_cramp,
        exposed=exposed,
        unexposed_cramp=unexposed_cramp,
        unexposed=unexposed,
        unknown=0,
        not_applicable=0,
        verdict=Verdict.NO_CLEAR_PATTERN,
    )


def _points(line: Line2D) -> list[list[float]]:
    points: list[list[float]] = np.asarray(line.get_xydata()).tolist()
    return points


COLD = _finding(9, 20, unexposed_cramp=4, unexposed=40)


def test_each_row_has_a_dot_at_its_share_on_the_bar_of_its_wilson_interval(screen: Look) -> None:
    (axes,) = two_shares(COLD, screen).axes
    bar, dot, other_bar, other_dot = map(_points, axes.lines)
    low, high = proportion_confint(9, 20, method="wilson")
    assert bar == [[pytest.approx(low), WITH], [pytest.approx(high), WITH]]
    assert dot == [[9 / 20, WITH]]
    low, high = proportion_confint(4, 40, method="wilson")
    assert other_bar == [[pytest.approx(low), WITHOUT], [pytest.approx(high), WITHOUT]]
    assert other_dot == [[4 / 40, WITHOUT]]


def test_nights_with_and_without_are_told_apart_without_colour(screen: Look) -> None:
    (axes,) = two_shares(COLD, screen).axes
    faces = [line.get_markerfacecolor() for line in axes.lines if line.get_marker() == "o"]
    assert faces == [screen.colours.accent, screen.colours.ground]


def test_no_night_has_no_dot(screen: Look) -> None:
    figure = two_shares(_finding(0, 0, unexposed_cramp=4, unexposed=40), screen)
    (axes,) = figure.axes
    assert [line for line in axes.lines if any(height == WITH for _, height in _points(line))] == []
    assert "no night" in [text.get_text() for text in figure.texts]


def test_the_picture_has_its_words() -> None:
    assert two_shares_alternative(COLD) == (
        "With it: cramps on 9 of 20 nights, 45 %, likely between 26 % and 66 %. "
        "Without it: cramps on 4 of 40 nights, 10 %, likely between 4 % and 23 %."
    )
    none = _finding(0, 0, unexposed_cramp=4, unexposed=40)
    assert two_shares_alternative(none).startswith("With it: no night.")
