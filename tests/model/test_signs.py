from __future__ import annotations

import datetime as dt

import pytest

from diary.model.mornings import DAY
from diary.model.night import Cramp, Night
from diary.model.signs import sign_of_night, sign_of_weeks

TODAY = dt.date(2026, 11, 24)


@pytest.mark.parametrize(("minutes", "shown"), [(None, False), (4, False), (10, False), (10.5, True), (45, True)])
def test_a_cramp_of_over_ten_minutes_is_a_sign(minutes: float | None, shown: bool) -> None:
    assert bool(sign_of_night(Night(TODAY, (Cramp(minutes=minutes),)))) is shown


@pytest.mark.parametrize(("cramps", "shown"), [(1, False), (6, False), (7, True), (20, True)])
def test_seven_cramps_in_one_night_are_a_sign(cramps: int, shown: bool) -> None:
    assert bool(sign_of_night(Night(TODAY, (Cramp(),) * cramps))) is shown


@pytest.mark.parametrize("night", [Night(TODAY), Night(TODAY, ())])
def test_a_night_that_was_quiet_or_not_logged_shows_no_sign(night: Night) -> None:
    assert sign_of_night(night) == ""


def weeks(*cramp_nights: int) -> list[Night]:
    """Quiet nights but for so many cramp nights in each week, the newest week first."""
    return [
        Night(TODAY - (7 * week + day) * DAY, (Cramp(),) if day < count else ())
        for week, count in enumerate(cramp_nights)
        for day in range(7)
    ]


@pytest.mark.parametrize(
    ("cramp_nights", "shown"),
    [((3, 3, 3, 3), True), ((7, 4, 3, 5), True), ((3, 3, 2, 3), False), ((3, 3, 3), False), ((), False)],
)
def test_three_cramp_nights_a_week_for_four_weeks_are_a_sign(cramp_nights: tuple[int, ...], shown: bool) -> None:
    assert bool(sign_of_weeks(weeks(*cramp_nights), TODAY)) is shown


def test_a_sign_names_no_diagnosis_and_no_remedy() -> None:
    words = sign_of_night(Night(TODAY, (Cramp(minutes=20),))) + sign_of_weeks(weeks(5, 5, 5, 5), TODAY)
    assert "doctor" in words
    assert not any(word in words.lower() for word in ("calcium", "magnesium", "quinine", "thrombosis", "risk"))
