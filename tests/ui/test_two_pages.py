"""Two pages of one diary: each follows the other, and no Undo of the one takes back an act of the other."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from diary.book import Diary
from diary.model.night import Cramp, NightState
from tests.ui.headless import Event, HeadlessPage, Pages, on_pages

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NOW = dt.datetime(2026, 11, 22, 9, 30, tzinfo=dt.UTC)
TODAY = NOW.date()
WHOLE_LOG = "Glasses of fluids"
"""What stands on one of its last cards."""
SINCE = "Something else was changed since"


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Diary]:
    book = Diary.open(tmp_path, clock=lambda: NOW)
    yield book
    book.close()


def offers_undo(page: HeadlessPage) -> bool:
    return "Undo" in page.names()


def test_an_undo_goes_when_another_page_acts(book: Diary) -> None:
    async def test(pages: Pages) -> None:
        a, b = await pages.open_diary(book, shows=WHOLE_LOG), await pages.open_diary(book, shows=WHOLE_LOG)
        await a.tap("No cramps")
        await a.sees("Saved: no cramps")
        assert offers_undo(a)
        await b.tap("Same as the night before", "Glasses of fluids: more")
        await a.until(lambda: not offers_undo(a))
        assert book.nights.get(TODAY).value("fluids") == 1

    on_pages(test)


def test_an_undo_that_was_tapped_before_its_page_heard_of_another_act_takes_back_neither(book: Diary) -> None:
    async def test(pages: Pages) -> None:
        a, b = await pages.open_diary(book, shows=WHOLE_LOG), await pages.open_diary(book, shows=WHOLE_LOG)
        await a.tap("No cramps")
        await a.sees("Saved: no cramps")
        undo, more = a.tapping("Undo"), b.tapping("Glasses of fluids: more")
        await b.do(more)
        await a.do(undo)
        await a.until(lambda: not offers_undo(a))
        night = book.nights.get(TODAY)
        assert (night.state, night.value("fluids")) == (NightState.QUIET, 1)

    on_pages(test)


def test_of_two_pages_that_undo_at_once_each_takes_back_its_own_act_or_none(book: Diary) -> None:
    async def test(pages: Pages) -> None:
        a, b = await pages.open_diary(book, shows=WHOLE_LOG), await pages.open_diary(book, shows=WHOLE_LOG)
        await a.tap("No cramps")
        of_a = a.tapping("Undo")
        await b.tap("Settings")
        await b.until(lambda: "Your data" in b.words())
        b.wait_a_second()
        await b.tap("Your data")
        await b.sees("Undo and redo")
        assert "Undo: No cramps saved" in b.names()
        of_b = b.tapping("Undo: No cramps saved")
        await a.do(of_a)
        await b.do(of_b)
        assert book.nights.all() == []
        assert "Taken back" in a.words() + b.words()

    on_pages(test)


def test_an_undo_in_settings_names_the_act_of_whichever_page_was_last(book: Diary) -> None:
    async def test(pages: Pages) -> None:
        a, b = (
            await pages.open_diary(book, "/settings/data", shows="Undo and redo"),
            await pages.open_diary(book, shows=WHOLE_LOG),
        )
        await b.tap("No cramps")
        await a.until(lambda: "Undo: No cramps saved" in a.names())
        quiet = a.tapping("Undo: No cramps saved")
        b.wait_a_second()
        await b.tap("I had cramps")
        await a.until(lambda: "Undo: Cramps saved" in a.names())
        book.nights.write_note(TODAY, "Storm")  # from the command line, of which no page hears
        await a.tap("Undo: Cramps saved")
        await a.sees(SINCE)
        assert book.nights.get(TODAY).cramps == (Cramp(),)
        await a.do(quiet)
        assert book.nights.get(TODAY).cramps == (Cramp(),)

    on_pages(test)


def test_an_act_of_one_page_is_seen_on_the_other_and_goes_on_from_there(book: Diary) -> None:
    async def test(pages: Pages) -> None:
        a, b = await pages.open_diary(book, shows=WHOLE_LOG), await pages.open_diary(book, shows=WHOLE_LOG)
        await a.tap("Glasses of fluids: more")
        await b.sees("1 glass")
        await b.tap("Glasses of fluids: more", "Glasses of fluids: more")
        await a.sees("3 glass")
        assert book.nights.get(TODAY).value("fluids") == 3

    on_pages(test)


def test_a_held_undo_key_takes_back_one_act_and_says_so(book: Diary) -> None:
    async def test(pages: Pages) -> None:
        page = await pages.open_diary(book, shows=WHOLE_LOG)
        await page.tap("Glasses of fluids: more", "No cramps")
        await page.sees("Saved: no cramps")
        key = {"key": "U", "shift": False, "ctrl": False, "alt": True, "meta": False}
        await page.do(*[Event(page.flet.page, "keyboard_event", key)] * 5)
        await page.sees("Taken back: No cramps saved")
        night = book.nights.get(TODAY)
        assert (night.state, night.value("fluids")) == (NightState.NOT_LOGGED, 1)

    on_pages(test)
