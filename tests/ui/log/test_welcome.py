"""The card of the first start, and what Log reads to know whether it is one."""

from __future__ import annotations

import datetime as dt
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from diary.book import Diary
from diary.book.nights import DiaryNights
from diary.model.mornings import DAY
from diary.model.night import Cramp, Night
from diary.model.period import ALL_TIME, Period
from tests.ui.headless import Pages, on_pages

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NOW = dt.datetime(2026, 11, 22, 9, 30, tzinfo=dt.UTC)
TODAY = NOW.date()
WELCOME = "Welcome to your diary"


class CountingNights(DiaryNights):
    """Nights that count how often all of them are asked for."""

    reads_of_all = 0

    def between(self, period: Period = ALL_TIME) -> list[Night]:
        """The nights, counted where no end is set to them."""
        if period == ALL_TIME:
            self.reads_of_all += 1
        return super().between(period)

    def all(self) -> list[Night]:
        """All of them, counted."""
        self.reads_of_all += 1
        return super().all()


@pytest.fixture
def nights(book: Diary) -> CountingNights:
    """The nights of the diary."""
    book.nights = CountingNights(book._diary)
    return book.nights


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Diary]:
    with closing(Diary.open(tmp_path, clock=lambda: NOW)) as book:
        yield book


def test_log_is_opened_and_answered_without_a_read_of_all_nights(book: Diary, nights: CountingNights) -> None:
    async def test(pages: Pages) -> None:
        page = await pages.open_diary(book, shows=WELCOME)
        await page.tap("No cramps")
        await page.sees("Logged: no cramps")
        assert nights.reads_of_all == 0

    on_pages(test)


def test_the_welcome_stays_beside_the_first_night_and_goes_with_the_second(book: Diary) -> None:
    async def test(pages: Pages) -> None:
        page = await pages.open_diary(book, shows=WELCOME)
        await page.tap("No cramps")
        await page.sees("Logged: no cramps")
        assert WELCOME in page.words()
        await (await pages.open_diary(book, f"/log/{TODAY - DAY}", shows="Not logged yet")).tap("No cramps")
        await page.until(lambda: WELCOME not in page.words())

    on_pages(test)


@pytest.mark.parametrize(
    ("morning", "besides"), [(TODAY, True), (TODAY - DAY, False), (TODAY - 2 * DAY, True), (TODAY + DAY, True)]
)
def test_another_night_than_this_one_was_logged_where_it_had_cramps_or_none_and_not_where_it_was_only_answered(
    book: Diary, morning: dt.date, besides: bool
) -> None:
    book.nights.answer(TODAY, "socks", value=True)
    book.nights.log_cramps(TODAY - DAY, (Cramp(),))
    assert book.nights.has_other_logged(morning) is besides
