from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from matplotlib.colors import to_hex
from matplotlib.patches import Rectangle

from diary.analysis.trends import Week, weeks
from diary.charts.cramps_per_week import cramps_per_week, cramps_per_week_alternative

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from diary.charts.look import Look

MONDAY = dt.date(2026, 11, 2)
NEXT = dt.date(2026, 11, 9)
AFTER = dt.date(2026, 11, 16)
FULL = Week(MONDAY, logged=7, cramp_nights=3, cramps=4)
GAP = Week(NEXT, logged=0, cramp_nights=0, cramps=0)
QUIET = Week(AFTER, logged=7, cramp_nights=0, cramps=0)
FEW = Week(AFTER, logged=1, cramp_nights=1, cramps=1)


def _bars(axes: Axes) -> list[Rectangle]:
    return [patch for patch in axes.patches if isinstance(patch, Rectangle)]


def _key(look: Look, *each: Week) -> list[str]:
    (legend,) = cramps_per_week(each, look).legends
    return [text.get_text() for text in legend.get_texts()]


def test_a_bar_is_as_high_as_the_cramps_a_week(screen: Look) -> None:
    (axes,) = cramps_per_week([FULL], screen).axes
    assert [bar.get_height() for bar in _bars(axes)] == [4]


def test_a_gap_is_hatched_and_a_quiet_week_is_a_low_bar(screen: Look) -> None:
    (axes,) = cramps_per_week([FULL, GAP, QUIET], screen).axes
    _, gap, quiet = _bars(axes)
    assert gap.get_hatch()
    assert not quiet.get_hatch()
    assert 0 < quiet.get_height() < 0.1


def test_a_week_with_few_nights_logged_is_hollow(screen: Look) -> None:
    (axes,) = cramps_per_week([FULL, FEW], screen).axes
    assert [to_hex(bar.get_facecolor()) for bar in _bars(axes)] == [screen.colours.accent, screen.colours.ground]


def test_the_key_explains_what_is_drawn_and_no_more(screen: Look) -> None:
    assert _key(screen, FULL) == ["cramps a week"]
    assert _key(screen, FULL, GAP, FEW) == ["cramps a week", "few nights logged", "none logged"]


def test_ten_years_are_drawn_as_bars_of_several_weeks_that_can_still_be_seen(screen: Look) -> None:
    each = weeks([], dt.date(2016, 11, 21), AFTER)
    told = [Week(week.monday, logged=7, cramp_nights=1, cramps=1) for week in each]
    figure = cramps_per_week(told, screen)
    bars = _bars(figure.axes[0])
    assert screen.width / len(bars) >= 4
    assert {round(bar.get_height(), 9) for bar in bars} == {1}
    assert "over 13 weeks" in figure.legends[0].get_texts()[0].get_text()


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
    assert cramps_per_week_alternative(each) == words
