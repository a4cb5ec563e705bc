"""A folder that is moved, deleted or replaced while the diary in it is open: no other diary is begun in its place."""

from __future__ import annotations

import datetime as dt
import shutil
from contextlib import closing, suppress
from typing import TYPE_CHECKING

import pytest

from diary.book import Diary
from diary.exchange.contents import Contents
from diary.model.errors import DiaryError
from diary.model.mornings import DAY
from diary.model.night import Night
from diary.store.errors import NotSavedError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

NOW = dt.datetime(2026, 11, 24, 7, 5, tzinfo=dt.UTC)
TODAY = NOW.date()


def move(folder: Path) -> None:
    folder.rename(folder.with_name("moved"))


def delete(folder: Path) -> None:
    shutil.rmtree(folder)


def empty(folder: Path) -> None:
    folder.rename(folder.with_name("moved"))
    folder.mkdir()


def replace_by_another(folder: Path) -> None:
    folder.rename(folder.with_name("moved"))
    with closing(Diary.open(folder, clock=lambda: NOW)) as other:
        other.nights.log_quiet(TODAY - 9 * DAY)


def files_in(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("change", [move, delete, empty, replace_by_another])
def test_no_act_no_backup_and_no_closing_begins_a_diary_in_its_place(
    tmp_path: Path, change: Callable[[Path], None]
) -> None:
    folder = tmp_path / "diary"
    book = Diary.open(folder, clock=lambda: NOW)
    book.nights.log_quiet(TODAY - 2 * DAY)
    book.backups.tend()
    (backup,) = book.backups.backups()
    book.nights.log_quiet(TODAY - DAY)
    change(folder)
    before = files_in(folder)
    with pytest.raises(NotSavedError, match="moved, deleted or replaced"):
        book.nights.log_quiet(TODAY)
    for act in (
        lambda: book.files.import_contents(Contents(nights=(Night(TODAY - 5 * DAY, ()),))),
        lambda: book.backups.restore(backup.name),
        book.undo,
    ):
        with pytest.raises(DiaryError):
            act()
    book.backups.tend()
    book.close()
    after = files_in(folder)
    assert not folder.exists() or change in (empty, replace_by_another)
    if change is empty:  # the last copy of a diary that is gone is worth its room
        after = {name: data for name, data in after.items() if not name.startswith("backups")}
    assert after == before
    with suppress(FileNotFoundError), closing(Diary.open(folder.with_name("moved"), clock=lambda: NOW)) as moved:
        if change is not delete:
            assert [night.morning for night in moved.nights.all()] == [TODAY - 2 * DAY, TODAY - DAY]
            assert (moved.files.check(), moved.files.notices()) == ((), ())


def test_what_kept_the_last_backup_away_is_said(tmp_path: Path) -> None:
    book = Diary.open(tmp_path / "diary", clock=lambda: NOW)
    book.nights.log_quiet(TODAY)
    move(tmp_path / "diary")
    book.close()
    assert "No backup could be written" in book.backups.news()
