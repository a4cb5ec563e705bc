"""Your suspicion on whole pages: named before the first look, shown on Triggers, taken back by undo, closed afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from diary.model.errors import UnknownFactorError
from diary.model.mornings import DAY
from diary.model.suspicion import FIRST_LOOK, Suspicion, SuspicionTooLateError
from diary.ui.settings.content.suspicion import suspicion_view
from tests.ui.headless import Pages, on_pages
from tests.ui.present import TODAY

if TYPE_CHECKING:
    from diary.book import Diary


def _log(book: Diary, nights: int) -> None:
    for back in range(nights):
        book.nights.log_quiet(TODAY - back * DAY)


def test_a_suspicion_is_named_by_a_tap_and_taken_back_by_undo(book: Diary) -> None:
    async def test(pages: Pages) -> None:
        page = await pages.open_diary(book, "/settings/suspicion", shows="What do you suspect?")
        page.wait_a_second()
        await page.tap("Alcohol that day")
        await page.until(lambda: book.person.profile().suspicion == Suspicion("alcohol", TODAY))

    on_pages(test)
    undone = book.undo()
    assert undone
    assert undone.words == "Suspicion named"
    assert book.person.profile().suspicion is None


def test_triggers_leads_to_it_and_says_what_is_suspected(book: Diary) -> None:
    _log(book, 3)
    book.person.name_suspicion("alcohol")

    async def test(pages: Pages) -> None:
        page = await pages.open_diary(book, "/triggers", shows="You suspect: Alcohol that day.")
        page.wait_a_second()
        await page.tap("Your suspicion")
        await page.sees("What do you suspect?")

    on_pages(test)


def test_after_the_first_look_it_can_only_be_taken_back(book: Diary) -> None:
    book.person.name_suspicion("alcohol")
    _log(book, FIRST_LOOK)

    async def test(pages: Pages) -> None:
        page = await pages.open_diary(book, "/settings/suspicion", shows="Named on 22 Nov 2026.")
        page.wait_a_second()
        await page.tap("Take it back")
        await page.sees("Nothing was named before the first look")
        assert book.person.profile().suspicion is None

    on_pages(test)


def test_after_the_first_look_no_suspicion_is_named_or_changed(book: Diary) -> None:
    book.person.name_suspicion("alcohol")
    _log(book, FIRST_LOOK)
    with pytest.raises(SuspicionTooLateError):
        book.person.name_suspicion("caffeine")
    assert book.person.name_suspicion("alcohol").suspicion == Suspicion("alcohol", TODAY)
    book.person.name_suspicion(None)
    with pytest.raises(SuspicionTooLateError):
        book.person.name_suspicion("alcohol")


def test_what_nights_are_not_compared_by_cannot_be_suspected(book: Diary) -> None:
    with pytest.raises(UnknownFactorError):
        book.person.name_suspicion("moonlight")


def test_only_what_can_be_answered_before_the_night_is_offered(book: Diary) -> None:
    offered = [key for key, _ in suspicion_view(book).options]
    assert {"", "cold_room", "alcohol", "low_calcium"} <= set(offered)
    assert "one_position" not in offered
    book.questions.hide("alcohol")
    assert "alcohol" not in [key for key, _ in suspicion_view(book).options]
