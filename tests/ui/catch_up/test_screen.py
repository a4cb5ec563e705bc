"""Catch up, as whole pages: each tap is saved at once, and no line leaves its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.exchange.contents import Contents
from diary.model.early_answers import is_before_the_night
from diary.model.mornings import DAY, night_name
from diary.model.night import Night, NightState
from tests.ui.headless import HeadlessPage, Pages, on_pages
from tests.ui.present import TODAY

if TYPE_CHECKING:
    from diary.book import Diary

FIRST = TODAY - 3 * DAY
"""The oldest of the nights that are missing."""
LAST = TODAY - DAY
"""The line that a tap on a name finds, of those that have it."""
WRITTEN = "The evening's answers were written down before the night"


def with_a_gap(book: Diary) -> None:
    """All nights of three weeks are logged but three."""
    missing = {FIRST, FIRST + DAY, FIRST + 2 * DAY}
    mornings = [TODAY - back * DAY for back in range(21)]
    nights = tuple(Night(morning, cramps=()) for morning in sorted(mornings) if morning not in missing)
    book.files.import_contents(Contents(nights=nights))


def lines(page: HeadlessPage) -> list[str]:
    return [night_name(FIRST + n * DAY) for n in range(3) if night_name(FIRST + n * DAY) in page.words()]


def test_each_tap_is_saved_at_once_and_every_line_stays_in_its_place(book: Diary) -> None:
    with_a_gap(book)

    async def test(pages: Pages) -> None:
        page = await pages.open_diary(book, "/catch-up", shows="Catch up")
        await page.sees(night_name(FIRST))
        before = lines(page)
        assert len(before) == 3
        await page.tap("No cramps")
        await page.until(lambda: book.nights.get(LAST).state is NightState.QUIET)
        page.wait_a_second()
        await page.tap("2")
        await page.until(lambda: len(book.nights.get(LAST).cramps or ()) == 2)
        assert lines(page) == before
        book.undo()
        assert book.nights.get(LAST).state is NightState.QUIET

    on_pages(test)


def test_an_answer_counts_as_of_the_evening_only_where_the_person_says_that_it_was(book: Diary) -> None:
    with_a_gap(book)

    async def test(pages: Pages) -> None:
        page = await pages.open_diary(book, "/catch-up", shows="Catch up")
        await page.until(lambda: "No cramps" in page.names())
        await page.tap("No cramps")
        await page.until(lambda: book.nights.get(LAST).logged)
        await page.tap(next(name for name in page.names() if name.startswith("Times and answers")))
        await page.until(lambda: WRITTEN in page.words())
        page.wait_a_second()
        await page.tap("Thick")
        await page.until(lambda: book.nights.get(LAST).value("bedding") == "thick")
        assert book.nights.get(LAST).late("bedding")
        page.wait_a_second()
        await page.tap(WRITTEN)
        await page.until(lambda: is_before_the_night(book.nights.get(LAST), "bedding"))
        page.wait_a_second()
        await page.tap("Cold")
        await page.until(lambda: is_before_the_night(book.nights.get(LAST), "room_felt"))

    on_pages(test)


def test_the_way_there_is_offered_on_diary_where_nights_are_missing_and_nowhere_else(book: Diary) -> None:
    offer = "Kept on paper, or away? Catch up"
    with_a_gap(book)

    async def test(pages: Pages) -> None:
        page = await pages.open_diary(book, "/diary", shows="November 2026")
        await page.until(lambda: offer in page.names())
        for morning in (FIRST, FIRST + DAY, FIRST + 2 * DAY):
            book.nights.log_quiet(morning)
        whole = await pages.open_diary(book, "/diary", shows="November 2026")
        assert offer not in whole.names()
        table = await pages.open_diary(book, "/catch-up", shows="All nights of late are logged.")
        assert "Back to Log" in table.names()

    on_pages(test)
