"""What takes a second is shown with how far it is and a way out; what is cancelled leaves the diary as it was."""

from __future__ import annotations

import datetime as dt
import threading
from typing import TYPE_CHECKING, Any

import flet as ft
import pytest

import diary.book.backups as book_backups
import diary.book.results as book_results
from diary.book import Diary
from diary.model.backups import BackupReason
from diary.model.mornings import DAY
from diary.store.restoring import build_beside
from diary.ui.page import waiting
from tests.ui.headless import HeadlessPage, Pages, on_pages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from diary.model.progress import Progress

NOW = dt.datetime(2026, 11, 22, 9, 30, tzinfo=dt.UTC)
TODAY = NOW.date()
RESTORE = "Restore 22 Nov 2026, 09:30"
CANCELLED = "Cancelled. Nothing was changed."
LONGEST = 20.0
"""Seconds that slow work of a test lasts at most."""


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Diary]:
    """A diary of two nights, with a backup of the first."""
    book = Diary.open(tmp_path / "diary", clock=lambda: NOW)
    book.nights.log_quiet(TODAY - 2 * DAY)
    book.backups.before(BackupReason.CHANGE)
    book.nights.log_quiet(TODAY - DAY)
    yield book
    book.close()


@pytest.fixture
def goes_on(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Lets work go on that is slow; and what takes a tenth of a second is shown."""
    monkeypatch.setattr(waiting, "SOON", 0.1)
    return threading.Event()


def slowed(function: Callable[..., Any], goes_on: threading.Event) -> Callable[..., Any]:
    """A function that says how far it is, waits, and looks whether it is still wanted."""

    def slow(*arguments: Any, progress: Progress, **named: Any) -> Any:
        progress.step("Copying the backup", 0.25)
        goes_on.wait(LONGEST)
        return function(*arguments, progress=progress, **named)

    return slow


def shows_dialog(page: HeadlessPage) -> bool:
    return any(isinstance(each, ft.AlertDialog) and each.open for each in page.controls())


async def restoring(pages: Pages, book: Diary) -> HeadlessPage:
    """A page on which a restore is under way, and shown."""
    page = await pages.open_diary(book, "/settings/data", shows="Restore a backup")
    await page.tap(next(name for name in page.names() if "1 night, the last" in name))
    page.wait_a_second()
    tap = page.tapping(RESTORE)
    page.begin(tap)
    await page.sees("Copying the backup …")
    page.wait_a_second()
    return page


def test_a_slow_restore_shows_how_far_it_is_and_is_cancelled(
    book: Diary, goes_on: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(book_backups, "build_beside", slowed(build_beside, goes_on))

    async def test(pages: Pages) -> None:
        page = await restoring(pages, book)
        bar = next(each for each in page.controls() if isinstance(each, ft.ProgressBar))
        assert bar.value == 0.25
        await page.tap("Cancel")
        await page.sees("Stopping …")
        goes_on.set()
        await page.sees(CANCELLED)
        await page.until(lambda: not shows_dialog(page))
        assert len(book.nights.all()) == 2

    on_pages(test)
    assert list(book.folder.glob("*restored*")) == []


def test_a_slow_restore_that_is_waited_for_comes_about(
    book: Diary, goes_on: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(book_backups, "build_beside", slowed(build_beside, goes_on))

    async def test(pages: Pages) -> None:
        page = await restoring(pages, book)
        goes_on.set()
        await page.sees("Restored: 1 night")
        await page.until(lambda: not shows_dialog(page))

    on_pages(test)


def test_a_report_that_is_cancelled_is_not_waited_for(
    book: Diary, goes_on: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    def report_pdf(_results: object, _period: object, *, progress: Progress) -> bytes:
        progress.step("Laying out the pages")
        goes_on.wait(LONGEST)
        return b"%PDF"

    monkeypatch.setattr(book_results.DiaryResults, "report_pdf", report_pdf)

    async def test(pages: Pages) -> None:
        page = await pages.open_diary(book, "/report", shows="Report")
        await page.until(lambda: "Save PDF" in page.names())
        page.begin(page.tapping("Save PDF"))
        await page.sees("Laying out the pages …")
        page.wait_a_second()
        await page.tap("Cancel")
        await page.sees(CANCELLED)
        await page.until(lambda: "Save PDF" in page.names())
        goes_on.set()

    on_pages(test)
