"""What beside nights cannot be read is told wherever something is shown or counted by it."""

from __future__ import annotations

import datetime as dt
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from diary.book import Diary
from diary.model.mornings import DAY
from diary.model.period import Period
from diary.model.profile import Marker, Medicine, Profile
from diary.store.engine import driver
from tests.store.damaged_files import page_of, zeroed
from tests.ui.headless import Pages, on_pages
from tests.whole_person import SetMarkers, SetProfile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NOW = dt.datetime(2026, 11, 22, 9, 30, tzinfo=dt.UTC)
TODAY = NOW.date()
DAMAGED = {
    "UPDATE medicine SET supplement = 5": 1,
    "UPDATE marker SET day = '2026-13-01'": 1,
    "UPDATE profile_answer SET number = 3957 WHERE question = 'year_of_birth'": 1,
    "UPDATE preference SET value = 'x' WHERE name = 'cold_below'": 1,
}
WORDS = "other entries (of the profile, medicines, markers, questions or settings) cannot be read and are left out too."


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Diary]:
    """A diary of ten nights, in which one medicine, marker, answer and setting were damaged behind its back."""
    with closing(Diary.open(tmp_path / "diary", clock=lambda: NOW)) as whole:
        for back in range(1, 11):
            whole.nights.log_quiet(TODAY - back * DAY)
        whole.person.change_profile(SetProfile(Profile("A. P.", 1957, medicines=(Medicine("Iron", TODAY),))))
        whole.person.change_markers(SetMarkers((Marker(TODAY - DAY, "new shoes"),)))
        whole.person.keep_preferences(whole.person.preferences())
    with closing(driver.connect(str(tmp_path / "diary" / "diary.db"))) as connection:
        connection.execute("PRAGMA ignore_check_constraints=ON")
        with connection:
            for statement in DAMAGED:
                connection.execute(statement)
    book = Diary.open(tmp_path / "diary", clock=lambda: NOW)
    yield book
    book.close()


@pytest.mark.parametrize("address", ["/diary", "/trends", "/triggers", "/report"])
def test_every_screen_that_counts_says_how_many_entries_it_lacks(book: Diary, address: str) -> None:
    async def test(pages: Pages) -> None:
        await pages.open_diary(book, address, shows=f"{len(DAMAGED)} {WORDS}")

    on_pages(test)


def test_so_does_the_report_for_the_doctor_and_what_is_exported(book: Diary) -> None:
    page = book.results.report_html(Period(TODAY - 9 * DAY, TODAY)).decode()
    assert f"{len(DAMAGED)} {WORDS}" in page
    assert f"{len(DAMAGED)} {WORDS}" in book.files.left_out_sentence()


def test_a_diary_that_is_only_read_says_on_each_screen_that_something_may_be_missing(tmp_path: Path) -> None:
    with closing(Diary.open(tmp_path / "diary", clock=lambda: NOW)) as whole:
        whole.nights.log_quiet(TODAY - DAY)
    path = tmp_path / "diary" / "diary.db"
    path.write_bytes(zeroed(path.read_bytes(), page_of(path, "act")))

    async def test(pages: Pages) -> None:
        with closing(Diary.open(tmp_path / "diary", clock=lambda: NOW)) as book:
            for address in ("/diary", "/trends", "/triggers", "/report"):
                await pages.open_diary(book, address, shows="The diary's file is damaged, so something may be missing")
            data = await pages.open_diary(book, "/settings/data", shows="nothing more is written to it")
            await data.tap("Check now")
            await data.sees("A part of the changes that can be undone cannot be read.")
            data.wait_a_second()
            await data.tap("Save what can be read")
            await data.sees("Saved: 1 of 1 nights")
            assert not book.is_damaged
            book.nights.log_quiet(TODAY)

    on_pages(test)
