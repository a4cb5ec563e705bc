from __future__ import annotations

import datetime as dt

import pytest

from diary.model.mornings import DAY
from diary.model.night import Cramp, Night
from diary.model.night_tally import NightTally
from diary.model.period import ALL_TIME, Period

LAST = dt.date(2026, 11, 22)


@pytest.mark.parametrize(
    ("cramp_nights", "logged", "nights", "has_rate"),
    [
        (28, 28, 90, False),  # only the bad nights
        (33, 36, 90, False),  # hardly a quiet one
        (27, 30, 90, True),  # one in ten was quiet
        (63, 63, 90, True),  # so many were logged that few quiet ones are believed
        (62, 62, 90, False),
        (1, 1, 1, True),
        (0, 0, 90, False),
        (0, 5, 90, True),
    ],
)
def test_bad_nights_alone_give_no_rate(cramp_nights: int, logged: int, nights: int, *, has_rate: bool) -> None:
    assert NightTally(cramp_nights, logged, nights).has_rate is has_rate


def test_in_place_of_a_rate_stands_how_many_there_were_at_least_and_why() -> None:
    assert NightTally(33, 33, 90).no_rate_words == (
        "Cramps on at least 33 of 90 nights; no quiet night was logged, so no rate can be told."
    )
    assert "hardly any quiet night" in NightTally(33, 36, 90).no_rate_words
    assert NightTally(30, 60, 90).no_rate_words == ""
    assert NightTally(0, 0, 90).no_rate_words == ""


def test_nights_before_the_diary_was_begun_are_no_gap_in_it() -> None:
    nights = [Night(LAST - back * DAY, (Cramp(),)) for back in range(0, 30, 3)]
    assert NightTally.of(nights, Period(LAST - 89 * DAY, LAST)) == NightTally(10, 10, 28)
    assert NightTally.of(nights, ALL_TIME) == NightTally(10, 10, 28)
    assert NightTally.of([], ALL_TIME) == NightTally(0, 0, 0)
