from __future__ import annotations

import datetime as dt

import pytest

from diary.model.mornings import DAY
from diary.model.night import Cramp, Night
from diary.model.signs import (
    MOST_CLOSED,
    SIGN_WORDS,
    EntrySign,
    first_long_cramp,
    lacks_quiet_nights,
    open_signs,
    signs_of_entry,
    with_closed_signs,
    with_quiet_nights_closed,
)

TODAY = dt.date(2026, 11, 24)


@pytest.mark.parametrize(("minutes", "shown"), [(None, False), (4, False), (10, False), (10.5, True), (45, True)])
def test_a_cramp_of_over_ten_minutes_is_a_sign(minutes: float | None, shown: bool) -> None:
    assert (EntrySign.LONG_CRAMP in signs_of_entry(Night(TODAY, (Cramp(minutes=minutes),)), [])) is shown


def test_the_first_of_several_long_cramps_carries_the_sign() -> None:
    night = Night(TODAY, (Cramp(), Cramp(minutes=12), Cramp(minutes=30)))
    assert first_long_cramp(night) == 1
    assert first_long_cramp(Night(TODAY, (Cramp(minutes=10),))) is None


@pytest.mark.parametrize(("cramps", "shown"), [(1, False), (6, False), (7, True), (20, True)])
def test_seven_cramps_in_one_night_are_a_sign(cramps: int, shown: bool) -> None:
    assert (EntrySign.MANY_CRAMPS in signs_of_entry(Night(TODAY, (Cramp(),) * cramps), [])) is shown


def weeks(*cramp_nights: int) -> list[Night]:
    """Quiet nights but for so many cramp nights in each week, the newest week first."""
    return [
        Night(TODAY - (7 * week + day) * DAY, (Cramp(),) if day < count else ())
        for week, count in enumerate(cramp_nights)
        for day in range(7)
    ]


@pytest.mark.parametrize("night", [Night(TODAY), Night(TODAY, ())])
def test_a_night_that_was_quiet_or_not_logged_shows_no_sign(night: Night) -> None:
    assert signs_of_entry(night, weeks(7, 7, 7, 7)) == ()


@pytest.mark.parametrize(
    ("cramp_nights", "shown"),
    [((3, 3, 3, 3), True), ((7, 4, 3, 5), True), ((3, 3, 2, 3), False), ((3, 3, 3), False), ((), False)],
)
def test_three_cramp_nights_a_week_for_four_weeks_are_a_sign(cramp_nights: tuple[int, ...], shown: bool) -> None:
    night = Night(TODAY, (Cramp(),))
    assert (EntrySign.OFTEN in signs_of_entry(night, weeks(*cramp_nights))) is shown


def test_the_night_shown_counts_as_it_is_shown_and_once() -> None:
    two_this_week = [night for night in weeks(3, 3, 3, 3) if night.morning != TODAY]
    assert EntrySign.OFTEN in signs_of_entry(Night(TODAY, (Cramp(),)), [*two_this_week, Night(TODAY, ())])


def test_all_that_a_night_shows_is_said() -> None:
    night = Night(TODAY, (Cramp(minutes=12), *[Cramp()] * 6))
    assert signs_of_entry(night, weeks(3, 3, 3, 3)) == tuple(EntrySign)


def test_a_sign_that_was_put_away_stays_away_for_its_night_only() -> None:
    closed = with_closed_signs([EntrySign.LONG_CRAMP], TODAY, ())
    assert open_signs([EntrySign.LONG_CRAMP, EntrySign.MANY_CRAMPS], TODAY, closed) == (EntrySign.MANY_CRAMPS,)
    assert open_signs([EntrySign.LONG_CRAMP], TODAY + DAY, closed) == (EntrySign.LONG_CRAMP,)


@pytest.mark.parametrize(("later", "rests"), [(0, True), (27, True), (28, False)])
def test_that_cramps_are_frequent_is_not_said_again_for_four_weeks(later: int, rests: bool) -> None:
    closed = with_closed_signs([EntrySign.OFTEN], TODAY, ())
    assert (open_signs([EntrySign.OFTEN], TODAY + later * DAY, closed) == ()) is rests


def test_what_was_put_away_is_kept_once_and_the_oldest_is_forgotten() -> None:
    closed: tuple[str, ...] = ()
    for day in range(MOST_CLOSED + 5):
        closed = with_closed_signs(
            [EntrySign.LONG_CRAMP],
            TODAY + day * DAY,
            with_closed_signs([EntrySign.LONG_CRAMP], TODAY + day * DAY, closed),
        )
    assert len(closed) == len(set(closed)) == MOST_CLOSED
    assert open_signs([EntrySign.LONG_CRAMP], TODAY + (MOST_CLOSED + 4) * DAY, closed) == ()


def test_a_sign_names_no_diagnosis_and_no_remedy() -> None:
    words = " ".join(SIGN_WORDS[sign] for sign in EntrySign)
    assert words.count("doctor") == 3
    assert not any(word in words.lower() for word in ("calcium", "magnesium", "quinine", "thrombosis", "risk"))


def test_that_quiet_nights_count_is_said_once_of_a_diary_of_the_bad_nights() -> None:
    bad_nights = [Night(TODAY - back * DAY, (Cramp(),)) for back in range(0, 28, 3)]
    assert lacks_quiet_nights(bad_nights, TODAY, ())
    assert not lacks_quiet_nights(bad_nights[:6], TODAY, ())  # too few to say so
    assert not lacks_quiet_nights([*bad_nights, Night(TODAY - DAY, ()), Night(TODAY - 2 * DAY, ())], TODAY, ())
    assert not lacks_quiet_nights([Night(TODAY - back * DAY, (Cramp(),)) for back in range(28)], TODAY, ())
    closed = with_quiet_nights_closed(("2026-11-01 often",))
    for day in range(MOST_CLOSED + 1):
        closed = with_closed_signs([EntrySign.OFTEN], TODAY + day * DAY, closed)
    assert not lacks_quiet_nights(bad_nights, TODAY, closed)
    assert len(closed) == MOST_CLOSED + 1
