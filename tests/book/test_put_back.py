"""The way back from a mending, whenever it was: the damaged file is put back, or read once more."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from diary.book import Diary
from diary.book.mending import mend_by_backup, mend_by_salvage
from diary.book.put_back import put_back_damaged, try_damaged_file
from diary.book.startup import Startup
from diary.model.backups import NoSuchBackupError
from diary.model.mornings import DAY
from tests.store.damaged_files import NOW, TODAY, page_of, zeroed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two nights, the first of them in a backup; of the file both cramps are lost."""
    folder = tmp_path / "diary"
    with closing(Diary.open(folder, clock=lambda: NOW)) as book:
        book.nights.log_quiet(TODAY - DAY)
    with closing(Diary.open(folder, clock=lambda: NOW, backups=False)) as book:
        book.nights.log_quiet(TODAY)
    path = folder / "diary.db"
    path.write_bytes(zeroed(path.read_bytes(), page_of(path, "cramp")))
    return folder


def mornings_in(folder: Path) -> list[object]:
    with closing(Diary.open(folder, clock=lambda: NOW)) as book:
        return [night.morning for night in book.nights.all()]


@pytest.mark.parametrize("mend", [mend_by_backup, mend_by_salvage])
def test_a_mending_is_taken_back_after_a_restart_and_what_was_logged_since_is_in_the_newest_backup(
    mend: Callable[..., object], folder: Path
) -> None:
    broken = (folder / "diary.db").read_bytes()
    mend(folder, moment=NOW)
    with closing(Diary.open(folder, clock=lambda: NOW)) as book:
        (file,) = book.mending.damaged_files()
        book.nights.write_note(TODAY - DAY, "since")
    put_back_damaged(folder, file.name, clock=lambda: NOW)
    assert (folder / "diary.db").read_bytes() == broken
    startup = Startup(folder, clock=lambda: NOW, backups=True)
    startup.open()
    remedies = startup.remedies()
    startup.mend_by_backup()
    assert startup.book is not None
    assert startup.book.nights.all()[0].note == "since"
    assert remedies.salvage is not None
    assert remedies.salvage.nights == 2
    startup.close()


def test_a_log_that_was_set_aside_with_the_file_comes_back_with_it(folder: Path) -> None:
    (folder / "diary.db").write_bytes(b"damaged")
    (folder / "diary.db-wal").write_bytes(b"its log")
    aside = mend_by_backup(folder, moment=NOW).aside
    assert not (folder / "diary.db-wal").exists()
    put_back_damaged(folder, aside, clock=lambda: NOW)
    found = [(folder / name).read_bytes() for name in ("diary.db", "diary.db-wal")]
    assert found == [b"damaged", b"its log"]


def test_a_file_that_is_damaged_again_is_set_aside_too_before_another_is_put_back(folder: Path) -> None:
    first = mend_by_backup(folder, moment=NOW).aside
    (folder / "diary.db").write_bytes(b"damaged again")
    second = put_back_damaged(folder, first, clock=lambda: NOW)
    assert (folder / "backups" / second).read_bytes() == b"damaged again"
    put_back_damaged(folder, second, clock=lambda: NOW)
    assert (folder / "diary.db").read_bytes() == b"damaged again"


def test_what_can_be_read_of_it_takes_the_place_of_the_diary_which_is_backed_up_before(folder: Path) -> None:
    aside = mend_by_backup(folder, moment=NOW).aside
    assert mornings_in(folder) == [TODAY - DAY]
    assert try_damaged_file(folder, aside).nights == 2
    with closing(Diary.open(folder, clock=lambda: NOW)) as book:
        book.mending.save_damaged_file(aside.removesuffix(".db"))
        assert [night.morning for night in book.nights.all()] == [TODAY - DAY, TODAY]
        assert f"listed in “{aside.removesuffix('.db')}.txt”" in book.files.notices()[0].sentence
        undoing = book.backups.status().undoing
    assert undoing is not None
    with closing(Diary.open(folder, clock=lambda: NOW)) as book:
        book.backups.restore(undoing.name)
        assert [night.morning for night in book.nights.all()] == [TODAY - DAY]


def test_a_name_that_no_damaged_file_has_is_refused(folder: Path) -> None:
    with pytest.raises(NoSuchBackupError):
        put_back_damaged(folder, "damaged-diary-20260101T000000Z", clock=lambda: NOW)
    with pytest.raises(NoSuchBackupError):
        try_damaged_file(folder, "../diary")
