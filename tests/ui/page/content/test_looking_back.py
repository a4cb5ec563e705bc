from __future__ import annotations

import datetime as dt
from contextlib import closing
from typing import TYPE_CHECKING

from diary.book import Diary
from diary.model.night import Cramp, Night
from diary.model.period import Period
from diary.ui.page.content.looking_back import look_back, look_back_over
from diary.ui.page.spans import Span

if TYPE_CHECKING:
    from pathlib import Path

TODAY = dt.date(2026, 11, 24)


def _night(back: int, cramps: tuple[Cramp, ...] | None) -> Night:
    return Night(TODAY - dt.timedelta(days=back), cramps=cramps)


NIGHTS = [_night(40, (Cramp(),)), _night(9, None), _night(5, ()), _night(3, (Cramp(), Cramp())), _night(0, ())]
PERIOD = Period(TODAY - dt.timedelta(days=9), TODAY)


def test_a_night_not_logged_counts_neither_as_logged_nor_as_quiet() -> None:
    look = look_back_over(NIGHTS, PERIOD)
    assert (look.logged, look.cramp_nights) == (3, 1)


def test_nights_outside_the_period_count_only_for_the_diary_as_a_whole() -> None:
    assert look_back_over(NIGHTS, PERIOD).ever_logged == 4


def test_how_much_was_logged_is_told_of_all_nights_of_the_period() -> None:
    look = look_back_over(NIGHTS, PERIOD)
    assert look.logged_sentence == "3 of 10 nights logged"
    assert look.logged_share == 0.3


def test_nights_before_the_diary_was_begun_are_no_gap() -> None:
    look = look_back_over(NIGHTS, Period(TODAY - dt.timedelta(days=89), TODAY))
    assert look.logged_sentence == "4 of 41 nights logged since the diary began"
    assert look.logged_share == 4 / 41


def test_of_a_period_before_the_diary_it_is_told_when_that_began() -> None:
    look = look_back_over(NIGHTS, Period(TODAY - dt.timedelta(days=89), TODAY - dt.timedelta(days=60)))
    assert look.logged_sentence == "The diary began on 15 Oct 2026"
    assert look.logged_share == 0


def test_ninety_days_of_a_young_diary_are_the_nights_since_it_began(tmp_path: Path) -> None:
    with closing(Diary.open(tmp_path / "diary", clock=lambda: dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC))) as book:
        book.nights.log_quiet(TODAY - dt.timedelta(days=1))
        book.nights.log_quiet(TODAY)
        look = look_back(book, Span.QUARTER)
        assert look.period == Period(TODAY - dt.timedelta(days=1), TODAY)
        assert look.logged_sentence == "2 of 2 nights logged"


def test_a_period_without_a_logged_night_says_which_days_it_looked_at() -> None:
    look = look_back_over(NIGHTS, Period(TODAY - dt.timedelta(days=30), TODAY - dt.timedelta(days=20)))
    assert look.logged == 0
    assert look.nothing_sentence == "No night from 25 Oct to 4 Nov 2026 was logged. Choose a longer time."


def test_at_three_in_the_morning_trends_counts_the_night_under_way_only_once_it_is_logged(tmp_path: Path) -> None:
    with closing(Diary.open(tmp_path / "diary", clock=lambda: dt.datetime(2026, 11, 24, 3, tzinfo=dt.UTC))) as book:
        book.nights.log_quiet(TODAY - dt.timedelta(days=1))
        assert look_back(book, Span.ALL).logged_sentence == "1 of 1 night logged"
        book.nights.log_quiet(TODAY)
        assert look_back(book, Span.ALL).logged_sentence == "2 of 2 nights logged"
