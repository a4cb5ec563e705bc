"""Diaries of very different sizes, and the styles that charts are drawn in."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from matplotlib.figure import Figure
from matplotlib.text import Text

from diary.charts.render import to_png
from diary.charts.style import DARK, LIGHT, PAPER, ChartStyle
from diary.model.night import Cramp, Night

if TYPE_CHECKING:
    from matplotlib.transforms import BboxBase

TODAY = dt.date(2026, 11, 22)
DAY = dt.timedelta(days=1)
SCREEN = ChartStyle(LIGHT, width=364, height=226, density=2)
STYLES = {
    "light": SCREEN,
    "dark": replace(SCREEN, colours=DARK),
    "large text": replace(SCREEN, font_scale=2.0, height=339),
    "large text, dark": replace(SCREEN, colours=DARK, font_scale=2.0, height=339),
    "paper": ChartStyle(PAPER, width=515, height=130, font_scale=2 / 3),
}

Faults = Callable[[Figure], list[str]]
MakeNights = Callable[[int], tuple[Night, ...]]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--renew-golden", action="store_true", help="keep the charts as they are drawn now")


@pytest.fixture(scope="session")
def today() -> dt.date:
    return TODAY


@pytest.fixture(scope="session")
def make_nights() -> MakeNights:
    """So many nights up to today, some not logged, among them a whole summer."""

    def make(count: int) -> tuple[Night, ...]:
        chance = random.Random(count)
        mornings = (TODAY - back * DAY for back in range(count - 1, -1, -1))
        return tuple(_night(morning, chance) for morning in mornings)

    return make


def _night(morning: dt.date, chance: random.Random) -> Night:
    if chance.random() < 0.2 or (morning.year == 2025 and morning.month in (6, 7)):
        return Night(morning)
    return Night(morning, cramps=(Cramp(),) * chance.choice([0, 0, 0, 1, 2]))


@pytest.fixture(params=STYLES)
def style(request: pytest.FixtureRequest) -> ChartStyle:
    return STYLES[request.param]


@pytest.fixture
def screen() -> ChartStyle:
    return SCREEN


@pytest.fixture(scope="session")
def faults() -> Faults:
    """What is wrong with a figure, in words: what is cut off, and which words run into one another."""
    return _faults


SLACK = 0.75
"""Logical pixels by which two boxes may meet: a box is as high as the highest letter there could be."""


def _faults(figure: Figure) -> list[str]:
    """Each word that is cut off or overlaps another, once the figure is drawn."""
    to_png(figure, 1)
    words = [text for text in figure.findobj(Text) if _is_seen(text)]
    boxes = [(text.get_text(), text.get_window_extent()) for text in words]
    cut_off = [f"cut off: {words!r}" for words, box in boxes if not _within(box, figure.bbox)]
    drawn = figure.get_tightbbox().transformed(figure.dpi_scale_trans)
    beyond = [] if _within(drawn, figure.bbox) else [f"drawn beyond the edge: {drawn}"]
    return (
        cut_off
        + beyond
        + [
            f"overlap: {one!r} and {other!r}"
            for (one, box), (other, other_box) in combinations(boxes, 2)
            if _overlap(box, other_box)
        ]
    )


def _is_seen(text: Text) -> bool:
    return bool(text.get_text().strip() if text.get_visible() else False)


def _within(word_box: BboxBase, figure_box: BboxBase) -> bool:
    return bool(
        word_box.x0 >= figure_box.x0 - SLACK
        and word_box.y0 >= figure_box.y0 - SLACK
        and word_box.x1 <= figure_box.x1 + SLACK
        and word_box.y1 <= figure_box.y1 + SLACK
    )


def _overlap(one: BboxBase, other: BboxBase) -> bool:
    wide = min(one.x1, other.x1) - max(one.x0, other.x0)
    high = min(one.y1, other.y1) - max(one.y0, other.y0)
    return bool(wide > SLACK and high > SLACK)
