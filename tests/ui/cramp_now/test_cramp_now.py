"""The button of a cramp just now and its dark page, drawn without a browser."""

from __future__ import annotations

import datetime as dt
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from diary.book import Diary
from diary.model.night import Cramp, Muscle, Side
from tests.ui.headless import Pages, on_pages

if TYPE_CHECKING:
    from pathlib import Path

MORNING = dt.date(2026, 11, 22)
BUTTON = "A cramp just now"


class Clock:
    """A clock that is set by hand."""

    def __init__(self, time: str) -> None:
        self.now = dt.datetime.fromisoformat(f"2026-11-22 {time}").replace(tzinfo=dt.UTC)

    def __call__(self) -> dt.datetime:
        return self.now


def live(folder: Path, clock: Clock) -> closing[Diary]:
    return closing(Diary.open(folder, clock=clock))


@pytest.mark.parametrize("address", ["/", "/diary", "/trends", "/triggers", "/report", "/settings"])
def test_the_button_stands_on_every_screen_and_can_be_tapped_from_the_evening_to_the_morning(
    tmp_path: Path, address: str
) -> None:
    for time, is_there in (("03:12", True), ("18:00", True), ("10:00", False), ("17:59", False)):
        with live(tmp_path / time.replace(":", ""), Clock(time)) as book:

            async def test(pages: Pages, book: Diary = book, *, is_there: bool = is_there) -> None:
                page = await pages.open_diary(book, address)
                assert BUTTON in page.words()
                assert (BUTTON in page.names()) is is_there

            on_pages(test)


def test_two_taps_keep_a_cramp_with_its_minutes_and_what_was_tapped_between(tmp_path: Path) -> None:
    clock = Clock("03:12")
    with live(tmp_path, clock) as book:

        async def test(pages: Pages) -> None:
            page = await pages.open_diary(book, "/trends", shows="Trends")
            await page.tap(BUTTON)
            await page.sees("A cramp since 03:12")
            assert sorted(page.names()) == sorted(
                ["Left", "Right", "Front of thigh", "Foot or toes", "Back of thigh", "Calf", "It is over"]
            )
            page.wait_a_second()
            await page.tap("Left", "Calf")
            clock.now += dt.timedelta(minutes=5)
            page.wait_a_second()
            await page.tap("It is over")
            await page.sees("Saved: the cramp is over, Sat 21 → Sun 22 Nov.")
            assert page.flet.page.route == "/"

        on_pages(test)
        cramp = Cramp(at=dt.datetime(2026, 11, 22, 3, 12), minutes=5, side=Side.LEFT, muscle=Muscle.CALF)
        assert book.nights.get(MORNING).cramps == (cramp,)


def test_a_double_tap_on_the_button_begins_one_cramp(tmp_path: Path) -> None:
    with live(tmp_path, Clock("03:12")) as book:

        async def test(pages: Pages) -> None:
            page = await pages.open_diary(book, "/", shows="Log")
            tap = page.tapping(BUTTON)
            await page.do(tap, tap)
            await page.sees("A cramp since 03:12")

        on_pages(test)
        assert len(book.nights.get(MORNING).cramps or ()) == 1


def test_a_cramp_that_was_forgotten_says_so_and_leads_back(tmp_path: Path) -> None:
    clock = Clock("03:12")
    with live(tmp_path, clock) as book:
        book.cramp_now.start()

        async def test(pages: Pages) -> None:
            page = await pages.open_diary(book, "/now", shows="A cramp since 03:12")
            page.wait_a_second()
            clock.now += dt.timedelta(hours=3)
            await page.tap("It is over")
            await page.sees("No cramp is being timed now.")
            assert page.flet.page.route == "/"
            assert BUTTON in page.names()

        on_pages(test)
        assert book.nights.get(MORNING).cramps == (Cramp(at=dt.datetime(2026, 11, 22, 3, 12)),)
