from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from diary.book import Diary
from tests.ui.headless import Pages, on_pages

if TYPE_CHECKING:
    from pathlib import Path

NOW = dt.datetime(2026, 11, 22, 7, 30, tzinfo=dt.UTC)


REST = "The rest: no"
WHAT_FOR = "one tap says no to each yes-or-no question above that has no answer"


def test_the_rest_waits_in_its_place_for_no_cramps_and_is_answered_by_its_own_tap_alone(tmp_path: Path) -> None:
    book = Diary.open(tmp_path, clock=lambda: NOW)

    async def test(pages: Pages) -> None:
        page = await pages.open_diary(book, "/", shows="Not logged yet")
        await page.until(lambda: WHAT_FOR in page.words())
        assert REST not in page.names()
        await page.tap("No cramps")
        await page.until(lambda: REST in page.names())
        assert book.nights.get(NOW.date()).answers == {}
        page.wait_a_second()
        await page.tap(REST)
        await page.until(lambda: book.nights.get(NOW.date()).value("legs_outside") is False)
        await page.until(lambda: REST not in page.names())
        assert WHAT_FOR in page.words()

    on_pages(test)
    book.close()
