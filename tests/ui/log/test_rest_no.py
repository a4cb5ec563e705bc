from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from diary.book import Diary
from tests.ui.headless import Pages, on_pages

if TYPE_CHECKING:
    from pathlib import Path

NOW = dt.datetime(2026, 11, 22, 7, 30, tzinfo=dt.UTC)


def test_the_rest_is_offered_after_no_cramps_and_answered_by_its_own_tap_alone(tmp_path: Path) -> None:
    book = Diary.open(tmp_path, clock=lambda: NOW)

    async def test(pages: Pages) -> None:
        page = await pages.open_diary(book, "/", shows="Not logged yet")
        assert not [name for name in page.names() if name.startswith("The rest: no")]
        await page.tap("No cramps")
        await page.until(lambda: bool([name for name in page.names() if name.startswith("The rest: no")]))
        assert book.nights.get(NOW.date()).answers == {}
        (rest,) = [name for name in page.names() if name.startswith("The rest: no")]
        page.wait_a_second()
        await page.tap(rest)
        await page.until(lambda: book.nights.get(NOW.date()).value("legs_outside") is False)
        await page.until(lambda: rest not in page.names())

    on_pages(test)
    book.close()
