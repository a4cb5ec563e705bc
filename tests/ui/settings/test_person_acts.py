"""Acts of the person on whole pages: what undo says of each, and that pages beside one another lose nothing."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from diary.model.condition_acts import AddCondition
from diary.model.marker_acts import AddMarker
from diary.model.medicine_acts import AddMedicine, RemoveMedicine
from diary.model.profile import Sex
from diary.model.profile_acts import SetProfileAnswer
from tests.ui.headless import Event, Pages, on_pages

if TYPE_CHECKING:
    from diary.book import Diary


def test_undo_beside_a_removed_medicine_brings_it_back_and_says_so(book: Diary) -> None:
    profile = book.person.change_profile(AddMedicine("Iron"))

    async def test(pages: Pages) -> None:
        page = await pages.open_diary(book, "/settings/medicines", shows="Iron")
        page.wait_a_second()
        await page.tap("Iron")
        page.wait_a_second()
        await page.tap("Remove Iron")
        await page.sees("Removed: Iron.")
        assert book.person.profile().medicines == ()
        page.wait_a_second()
        await page.tap("Undo")
        await page.sees("Taken back: Medicine removed")
        assert book.person.profile() == profile

    on_pages(test)


def test_undo_in_settings_names_what_another_page_did_last_to_the_person(book: Diary) -> None:
    book.person.change_profile(AddMedicine("Iron"))
    book.person.change_markers(AddMarker("New mattress"))

    async def test(pages: Pages) -> None:
        data = await pages.open_diary(book, "/settings/data", shows="Undo and redo")
        markers = await pages.open_diary(book, "/settings/markers", shows="New mattress")
        assert "Undo: Marker added" in data.names()
        await markers.tap("New mattress")
        markers.wait_a_second()
        await markers.tap("Remove New mattress")
        await data.until(lambda: "Undo: Marker removed" in data.names())
        for words in ("Marker removed", "Marker added", "Medicine added"):
            data.wait_a_second()
            await data.tap(f"Undo: {words}")
            await data.sees(f"Taken back: {words}")
        await data.until(lambda: "Redo: Medicine added" in data.names())

    on_pages(test)


def test_two_pages_that_change_different_things_of_the_profile_at_once_lose_nothing(book: Diary) -> None:
    async def test(pages: Pages) -> None:
        about = await pages.open_diary(book, "/settings/profile", shows="Sex")
        conditions = await pages.open_diary(book, "/settings/conditions", shows="Tick what a doctor has found")
        ticks = [conditions.tapping("Diabetes"), conditions.tapping("Heart disease")]
        female, pregnant = about.tapping("Female"), about.tapping("Yes")
        await asyncio.gather(about.do(female, pregnant), conditions.do(*ticks))
        profile = book.person.profile()
        assert (profile.sex, profile.is_pregnant) == (Sex.FEMALE, True)
        assert [condition.key for condition in profile.conditions] == ["diabetes", "heart"]
        words = sorted(change.words for change in iter(book.undo, None))
        assert words == ["Answer about pregnancy saved", "Answer about sex saved", "Condition added", "Condition added"]

    on_pages(test)


def test_a_tap_leaves_what_was_done_without_the_page_hearing_of_it(book: Diary) -> None:
    async def test(pages: Pages) -> None:
        page = await pages.open_diary(book, "/settings/conditions", shows="Tick what a doctor has found")
        book.person.change_profile(AddCondition("heart"))  # of which no page hears
        book.person.change_profile(SetProfileAnswer("sign_walking", yes=True))
        await page.tap("Diabetes")
        await page.until(lambda: len(book.person.profile().conditions) == 2)
        assert book.person.profile().answers["sign_walking"].yes

    on_pages(test)


def test_a_dose_for_a_medicine_that_was_removed_meanwhile_is_refused_in_words_and_nothing_changes(book: Diary) -> None:
    iron = book.person.change_profile(AddMedicine("Iron")).medicines[0]

    async def test(pages: Pages) -> None:
        page = await pages.open_diary(book, "/settings/medicines", shows="Iron")
        await page.tap("Iron")
        await page.do(page.typing("Dose", "20 mg"))
        book.person.change_profile(RemoveMedicine(iron.key))  # of which no page hears
        await page.do(Event(page.field("Dose"), "blur"))
        await page.until(lambda: "in the meantime" in str(page.field("Dose").error), "the refusal")
        assert book.person.profile().medicines == ()

    on_pages(test)
