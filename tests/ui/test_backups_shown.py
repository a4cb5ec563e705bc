"""Backups on the screen: told, restored by two taps while other pages are open, and taken back."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import flet as ft
import pytest

from diary.book import Diary
from diary.model.backups import BackupReason
from diary.model.mornings import DAY
from diary.model.preferences import Preferences
from tests.ui.headless import Event, HeadlessPage, Pages, on_pages

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NOW = dt.datetime(2026, 11, 22, 9, 30, tzinfo=dt.UTC)
TODAY = NOW.date()


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Diary]:
    """A diary of two nights, with a backup of the first."""
    book = Diary.open(tmp_path / "diary", clock=lambda: NOW)
    book.nights.log_quiet(TODAY - 2 * DAY)
    book.backups.before(BackupReason.CHANGE)
    book.nights.log_quiet(TODAY - DAY)
    yield book
    book.close()


def lines(page: HeadlessPage) -> list[str]:
    return [name for name in page.names() if "night, the last" in name or "nights, the last" in name]


def test_a_backup_is_restored_by_two_taps_and_every_page_shows_it_and_it_is_taken_back(book: Diary) -> None:
    async def test(pages: Pages) -> None:
        data = await pages.open_diary(
            book, "/settings/data", shows="Last backup less than a minute ago: 1 night, checked."
        )
        other = await pages.open_diary(book, "/diary", shows="Fri 20 → Sat 21 Nov")
        await data.sees("Restore a backup")
        (line,) = lines(data)
        await data.tap(line)
        data.wait_a_second()
        await data.tap("Restore 22 Nov 2026, 09:30")
        await data.sees("Restored: 1 night")
        assert [night.morning for night in book.nights.all()] == [TODAY - 2 * DAY]
        await other.until(lambda: "Fri 20 → Sat 21 Nov" not in other.words() and "Thu 19 → Fri 20 Nov" in other.words())
        await data.until(lambda: len(lines(data)) == 2)
        data.wait_a_second()
        await data.tap("Take back the last restore")
        await data.sees("Restored: 2 nights")
        assert [night.morning for night in book.nights.all()] == [TODAY - 2 * DAY, TODAY - DAY]
        await other.sees("Fri 20 → Sat 21 Nov")

    on_pages(test)


def test_the_page_is_dressed_in_the_preferences_that_were_restored(book: Diary) -> None:
    book.person.keep_preferences(Preferences(text_scale=1.5))

    async def test(pages: Pages) -> None:
        data = await pages.open_diary(book, "/settings/data", shows="Restore a backup")
        await data.tap(lines(data)[-1])
        data.wait_a_second()
        await data.tap("Restore 22 Nov 2026, 09:30")
        await data.sees("Restored: 1 night")
        assert book.person.preferences() == Preferences()

    on_pages(test)


def test_a_damaged_backup_offers_no_restore(book: Diary) -> None:
    (file,) = (book.folder / "backups").glob("*.db")
    file.write_bytes(file.read_bytes()[:-1] + b"\x01")

    async def test(pages: Pages) -> None:
        data = await pages.open_diary(book, "/settings/data", shows="Restore a backup")
        await data.tap(lines(data)[0])
        await data.sees("This backup is damaged, so it cannot be restored.")
        assert not [name for name in data.names() if name.startswith("Restore ")]

    on_pages(test)


def test_a_second_folder_is_typed_filled_and_its_backups_come_to_a_new_machine(book: Diary, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()

    async def choose(pages: Pages, diary: Diary, shows: str) -> HeadlessPage:
        data = await pages.open_diary(diary, "/settings/data", shows=shows)
        typed = data.typing("A second folder for backups", str(stick))
        await data.do(typed, Event(typed.control, "blur"))
        return data

    async def test(pages: Pages) -> None:
        data = await choose(pages, book, "Last backup")
        await data.sees("The second folder has it too.")
        assert len(list(stick.glob("*.db"))) == 1
        new = Diary.open(tmp_path / "new machine", clock=lambda: NOW)
        page = await choose(pages, new, "No backup yet.")
        await page.until(lambda: any("1 night" in line for line in lines(page)))
        await page.tap(next(line for line in lines(page) if "1 night" in line))
        page.wait_a_second()
        await page.tap("Restore 22 Nov 2026, 09:30")
        await page.sees("Restored: 1 night")
        assert [night.morning for night in new.nights.all()] == [TODAY - 2 * DAY]
        new.close()

    on_pages(test)


def test_a_folder_that_is_not_there_is_refused_beside_its_field(book: Diary, tmp_path: Path) -> None:
    async def test(pages: Pages) -> None:
        data = await pages.open_diary(book, "/settings/data", shows="Last backup")
        typed = data.typing("A second folder for backups", str(tmp_path / "nowhere"))
        await data.do(typed, Event(typed.control, "blur"))
        await data.until(lambda: "Plug in the disk" in str(data.field("A second folder for backups").error))
        assert book.backups.status().second_folder == ""

    on_pages(test)


def test_trouble_stands_in_settings_and_is_said_by_the_next_act_without_words(book: Diary) -> None:
    folder = book.folder / "backups"
    folder.rename(book.folder / "elsewhere")
    folder.write_text("a file in its place")

    async def test(pages: Pages) -> None:
        page = await pages.open_diary(book, "/settings/data", shows="No backup yet.")
        book.backups.tend()
        await page.sees("No backup could be written to")

    on_pages(test)


def test_in_the_window_a_second_folder_is_pointed_at(
    book: Diary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "stick").mkdir()
    chosen = [str(tmp_path / "nowhere"), str(tmp_path / "stick")]

    async def point(_picker: ft.FilePicker, dialog_title: str | None = None) -> str | None:
        assert dialog_title
        return chosen.pop(0) if chosen else None

    monkeypatch.setattr(ft.FilePicker, "get_directory_path", point)

    async def test(pages: Pages) -> None:
        page = await pages.open_diary(book, "/settings/data", shows="Restore a backup")
        assert not page.flet.page.web
        await page.tap("Choose the folder")
        await page.sees("is no other folder that is there")
        page.wait_a_second()
        await page.tap("Choose the folder")
        await page.until(lambda: book.backups.status().second_folder == str(tmp_path / "stick"))
        page.wait_a_second()
        await page.tap("Choose the folder")  # and none is chosen
        assert book.backups.status().second_folder == str(tmp_path / "stick")

    on_pages(test)
