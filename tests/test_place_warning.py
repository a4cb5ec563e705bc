"""A diary in a synced folder says so once in the terminal and once on screen, and for as long as it is so in Settings."""

from __future__ import annotations

import datetime as dt
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from diary.book import Diary
from diary.cli import run
from diary.model.risky_place import WarnedAt
from tests.ui.headless import Pages, on_pages

if TYPE_CHECKING:
    from pathlib import Path

NOW = dt.datetime(2026, 11, 22, 9, 30, tzinfo=dt.UTC)
WARNING = "The diary lies in a folder that Dropbox copies to other machines."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "Dropbox" / "diary"


def test_the_terminal_says_it_once(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = []
    for arguments in (["log", "--quiet"], ["log", "--note", "x"], ["nights"]):
        assert run([*arguments, "--data", str(folder)], clock=lambda: NOW) == 0
        said.append(WARNING in capsys.readouterr().err)
    assert said == [True, False, False]


def test_it_is_remembered_until_the_diary_lies_elsewhere(folder: Path) -> None:
    with closing(Diary.open(folder, clock=lambda: NOW)) as book:
        assert book.files.place_warning(WarnedAt.SCREEN).startswith(WARNING)
    with closing(Diary.open(folder, clock=lambda: NOW)) as book:
        assert book.files.place_warning(WarnedAt.SCREEN) == ""
        assert book.files.place_warning(WarnedAt.TERMINAL).startswith(WARNING)
        assert (book.files.check(), book.files.notices()) == ((), ())
    elsewhere = folder.parent.with_name("OneDrive")
    folder.parent.rename(elsewhere)
    with closing(Diary.open(elsewhere / "diary", clock=lambda: NOW)) as book:
        assert "OneDrive" in book.files.place_warning(WarnedAt.SCREEN)


def test_a_diary_on_a_disk_of_its_own_says_nothing(tmp_path: Path) -> None:
    with closing(Diary.open(tmp_path, clock=lambda: NOW)) as book:
        assert book.files.place_warning(WarnedAt.SCREEN) == ""
        assert book.files.risky_place() is None


def test_the_first_page_says_it_once_and_settings_always(folder: Path) -> None:
    with closing(Diary.open(folder, clock=lambda: NOW)) as book:

        async def test(pages: Pages) -> None:
            await pages.open_diary(book, "/", shows=WARNING)
            second = await pages.open_diary(book, "/", shows="Not logged yet")
            assert WARNING not in second.words()
            await pages.open_diary(book, "/settings/data", shows=WARNING)

        on_pages(test)
