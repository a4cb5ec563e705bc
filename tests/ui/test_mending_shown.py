"""A diary checked and mended in Settings, and one that comes to a new machine."""

from __future__ import annotations

import datetime as dt
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from diary.book import Diary
from diary.book.mending import mend_by_file
from diary.model.backups import BackupReason
from diary.model.mornings import DAY
from diary.model.night import NightState
from diary.store.engine import driver
from tests.store.damaged_files import page_of, zeroed
from tests.ui.headless import Pages, on_pages

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NOW = dt.datetime(2026, 11, 22, 9, 30, tzinfo=dt.UTC)
TODAY = NOW.date()


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Diary]:
    """A diary of two quiet nights, with a backup of both."""
    book = Diary.open(tmp_path / "diary", clock=lambda: NOW)
    book.nights.log_quiet(TODAY - 2 * DAY)
    book.nights.log_quiet(TODAY - DAY)
    book.nights.write_note(TODAY - DAY, "late")
    book.backups.before(BackupReason.CHANGE)
    yield book
    book.close()


def damage(book: Diary) -> None:
    """Write behind the diary's back what cannot be."""
    with closing(driver.connect(str(book.folder / "diary.db"))) as connection:
        connection.execute("PRAGMA ignore_check_constraints=ON")
        with connection:
            connection.execute("UPDATE night SET cramps_told = 2 WHERE note = 'late'")


def test_a_check_of_a_whole_diary_says_so(book: Diary) -> None:
    async def test(pages: Pages) -> None:
        page = await pages.open_diary(book, "/settings/data", shows="Check the diary")
        await page.tap("Check now")
        await page.sees("The diary is whole: 2 nights.")

    on_pages(test)


def test_what_a_check_finds_is_mended_by_the_newest_whole_backup(book: Diary) -> None:
    damage(book)

    async def test(pages: Pages) -> None:
        page = await pages.open_diary(book, "/settings/data", shows="Check the diary")
        await page.tap("Check now")
        await page.sees("The night to 2026-11-21 cannot be read: “2” is not yes or no.")
        await page.sees("22 Nov 2026, 09:30: 2 nights")
        page.wait_a_second()
        await page.tap("Bring back this backup")
        await page.sees("Restored: 2 nights")
        assert [night.state for night in book.nights.all()] == [NightState.QUIET] * 2

    on_pages(test)


def test_or_by_what_can_be_read_which_is_told_until_it_was_seen(book: Diary) -> None:
    damage(book)

    async def test(pages: Pages) -> None:
        page = await pages.open_diary(book, "/settings/data", shows="Check the diary")
        await page.tap("Check now")
        await page.sees("2 of 2 nights, 1 of them lacks something.")
        page.wait_a_second()
        await page.tap("Save what can be read")
        await page.sees("Saved: 2 of 2 nights, 1 of them lacks something.")
        await page.sees("This diary was saved from a damaged file")
        assert [(night.state, night.note) for night in book.nights.all()] == [
            (NightState.QUIET, ""),
            (NightState.NOT_LOGGED, "late"),
        ]
        assert book.files.check() == tuple(notice.sentence for notice in book.files.notices())

    on_pages(test)


def test_a_first_start_leads_to_a_backup_by_its_folder(book: Diary, tmp_path: Path) -> None:
    new = Diary.open(tmp_path / "new machine", clock=lambda: NOW)

    async def test(pages: Pages) -> None:
        page = await pages.open_diary(new, "/", shows="Welcome to your diary")
        await page.tap("I have a backup")
        assert page.address == "/settings/restore"
        await page.sees("Bring your diary here")
        typing = page.typing("Or its folder, or its file", str(book.folder / "backups"))
        await page.do(typing)
        page.wait_a_second()
        await page.tap("Restore what lies there")
        await page.sees("Restored: 2 nights")
        assert new.nights.all() == book.nights.all()

    on_pages(test)
    new.close()


def test_what_is_no_backup_is_refused_below_the_field(book: Diary, tmp_path: Path) -> None:
    (tmp_path / "words.txt").write_text("no diary")

    async def test(pages: Pages) -> None:
        page = await pages.open_diary(book, "/settings/restore", shows="I have a backup")
        await page.do(page.typing("Or its folder, or its file", str(tmp_path / "words.txt")))
        await page.tap("Restore what lies there")
        await page.sees("is no diary and no backup of one, so nothing was restored")
        assert len(book.nights.all()) == 2

    on_pages(test)


def test_a_mending_that_is_regretted_has_a_way_back_in_settings_that_can_be_taken_back_too(book: Diary) -> None:
    path = book.folder / "diary.db"
    book.nights.log_quiet(TODAY)
    content = path.read_bytes()
    book.close()
    path.write_bytes(zeroed(content, page_of(path, "sqlite_autoindex_cramp_1")))
    mend_by_file(book.folder, str(min((book.folder / "backups").glob("diary-*.db"))), moment=NOW)
    mended = Diary.open(book.folder, clock=lambda: NOW)

    async def test(pages: Pages) -> None:
        page = await pages.open_diary(mended, "/settings/data", shows="Damaged files")
        (line,) = (name for name in page.names() if "from before the diary was mended" in name)
        await page.tap(line)
        page.wait_a_second()
        await page.tap("Save what can be read of it")
        await page.sees("Saved: 3 of 3 nights")
        assert len(mended.nights.all()) == 3
        page.wait_a_second()
        await page.tap("Take back the last restore")
        await page.until(lambda: len(mended.nights.all()) == 2)

    on_pages(test)
    mended.close()
