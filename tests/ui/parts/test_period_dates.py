"""The person's own dates on Trends and Report: chosen from calendars, and never backwards."""

from __future__ import annotations

import datetime as dt
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from diary.book import Diary
from diary.model.mornings import DAY
from tests.ui.headless import HeadlessPage, Pages, on_pages

if TYPE_CHECKING:
    from pathlib import Path

NOW = dt.datetime(2026, 11, 22, 9, 30, tzinfo=dt.UTC)
REFUSAL = "2026-11-08 lies before 2026-11-15. Choose an end on or after the start."


async def _choose(page: HeadlessPage, button: str, day: int) -> None:
    """A day of the month that the calendar shows."""
    for name in (button, str(day), "OK"):
        page.wait_a_second()
        await page.tap(name)


@pytest.mark.parametrize("address", ["/trends", "/report"])
def test_own_dates_that_run_backwards_are_refused_in_words_until_they_are_in_order(
    address: str, tmp_path: Path
) -> None:
    async def test(pages: Pages) -> None:
        page = await pages.open_diary(book, address, shows="20 of 20 nights logged")
        page.wait_a_second()
        await page.tap("Own dates")
        await _choose(page, "From: ", 15)
        await page.sees("8 of 8 nights logged")
        await _choose(page, "To: ", 8)
        await page.sees(REFUSAL)
        assert {"From: 15 Nov 2026", "To: 22 Nov 2026"} <= set(page.names())
        await _choose(page, "To: ", 18)
        await page.sees("4 of 4 nights logged")
        assert REFUSAL not in page.words()

    with closing(Diary.open(tmp_path, clock=lambda: NOW)) as book:
        for back in range(20):
            book.nights.log_quiet(NOW.date() - back * DAY)
        on_pages(test)
