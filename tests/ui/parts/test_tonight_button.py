from __future__ import annotations

import datetime as dt

import pytest

from diary.model.mornings import coming_night
from diary.ui.parts.tonight_button import offers_tonight

TODAY = dt.date(2026, 11, 24)
DAY = dt.timedelta(days=1)


@pytest.mark.parametrize(
    ("hour", "morning"), [(0, TODAY), (3, TODAY), (4, TODAY + DAY), (12, TODAY + DAY), (23, TODAY + DAY)]
)
def test_the_coming_night_is_the_one_under_way_until_four(hour: int, morning: dt.date) -> None:
    assert coming_night(dt.datetime.combine(TODAY, dt.time(hour))) == morning


@pytest.mark.parametrize(
    ("hour", "morning", "offered"),
    [(17, TODAY, False), (18, TODAY, True), (23, TODAY, True), (20, TODAY - DAY, False), (20, TODAY + DAY, False)],
)
def test_log_shows_the_way_to_tonight_from_the_evening_on(hour: int, morning: dt.date, offered: bool) -> None:
    assert offers_tonight(morning, dt.datetime.combine(TODAY, dt.time(hour))) is offered
