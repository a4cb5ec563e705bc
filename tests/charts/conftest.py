"""Diaries of very different sizes, and the looks that charts are drawn in."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable
from dataclasses import replace

import pytest

from diary.charts.look import DARK, LIGHT, PAPER, Look
from diary.model.night import Cramp, Night

TODAY = dt.date(2026, 11, 22)
DAY = dt.timedelta(days=1)
SCREEN = Look(LIGHT, width=364, height=226, density=2)
LOOKS = {
    "light": SCREEN,
    "dark": replace(SCREEN, colours=DARK),
    "large text": replace(SCREEN, font_scale=2.0, height=339),
    "large text, dark": replace(SCREEN, colours=DARK, font_scale=2.0, height=339),
    "paper": Look(PAPER, width=515, height=130, font_scale=2 / 3),
}

MakeNights = Callable[[int], tuple[Night, ...]]


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


@pytest.fixture(params=LOOKS)
def look(request: pytest.FixtureRequest) -> Look:
    return LOOKS[request.param]


@pytest.fixture
def screen() -> Look:
    return SCREEN
