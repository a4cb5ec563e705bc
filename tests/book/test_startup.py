"""A start of the program with a file that cannot be opened: it waits for help, and goes on with the diary."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from diary.book import Diary
from diary.book.startup import Startup
from diary.model.errors import DiaryIsOpenError
from diary.model.preferences import Preferences
from diary.store.backup_errors import NotABackupError
from diary.store.new_diary import HEAD
from tests.store.damaged_files import NOW, PREFERENCES, TODAY, change, make_diary, page_of, zeroed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A diary of a quiet night, with a backup."""
    with closing(Diary.open(tmp_path / "diary", clock=lambda: NOW)) as book:
        book.nights.log_quiet(TODAY)
    return tmp_path / "diary"


@pytest.fixture
def start(folder: Path) -> Iterator[Callable[[], Startup]]:
    """Starts the program on the folder's diary."""
    started: list[Startup] = []

    def start_() -> Startup:
        started.append(Startup(folder, clock=lambda: NOW, backups=True))
        started[-1].open()
        return started[-1]

    yield start_
    for each in started:
        each.close()


def mornings(startup: Startup) -> list[object]:
    assert startup.book is not None
    assert startup.obstacle is None
    return [night.morning for night in startup.book.nights.all()]


def test_a_whole_diary_is_opened(start: Callable[[], Startup]) -> None:
    assert mornings(start()) == [TODAY]


def test_a_damaged_one_waits_for_help_and_a_second_start_finds_it(start: Callable[[], Startup], folder: Path) -> None:
    (folder / "diary.db").write_bytes(b"damaged")
    first = start()
    assert (first.book, first.can_be_mended) == (None, True)
    with pytest.raises(DiaryIsOpenError):
        start()
    first.mend_by_backup()
    assert mornings(first) == [TODAY]
    assert "The damaged file is “damaged-diary-" in first.take_news()
    assert first.take_news() == ""


def test_one_that_can_be_read_may_be_read_as_it_is(start: Callable[[], Startup], folder: Path) -> None:
    path = folder / "diary.db"
    path.write_bytes(zeroed(path.read_bytes(), page_of(path, "act")))
    startup = start()
    assert startup.book is not None
    assert startup.obstacle is not None
    startup.read_as_it_is()
    assert mornings(startup) == [TODAY]


def test_a_diary_that_is_gone_is_not_begun_anew_while_its_backups_are_there(
    start: Callable[[], Startup], folder: Path
) -> None:
    (folder / "diary.db").unlink()
    startup = start()
    assert "is gone" in str(startup.obstacle)
    assert not (folder / "diary.db").exists()
    remedies = startup.remedies()
    assert remedies.backup is not None
    assert remedies.salvage is None
    startup.mend_by_backup()
    assert mornings(startup) == [TODAY]


def test_where_the_person_wants_it_a_new_one_is_begun(start: Callable[[], Startup], folder: Path) -> None:
    (folder / "diary.db").write_bytes(b"damaged")
    startup = start()
    startup.begin_anew()
    assert mornings(startup) == []
    assert [file.read_bytes() for file in (folder / "backups").glob("damaged-*")] == [b"damaged"]


def test_what_did_not_help_leaves_it_waiting(start: Callable[[], Startup], folder: Path, tmp_path: Path) -> None:
    (folder / "diary.db").write_bytes(b"damaged")
    (tmp_path / "words.txt").write_text("no backup")
    startup = start()
    with pytest.raises(NotABackupError):
        startup.mend_by_file(str(tmp_path / "words.txt"))
    assert startup.obstacle is not None
    assert (folder / "diary.db").read_bytes() == b"damaged"


def test_what_a_newer_program_wrote_has_no_way_out_here(start: Callable[[], Startup], folder: Path) -> None:
    change(folder / "diary.db", "UPDATE alembic_version SET version_num = 'v9999'")
    startup = start()
    remedies = startup.remedies()
    assert (startup.can_be_mended, remedies.backup, remedies.salvage) == (False, None, None)
    change(folder / "diary.db", f"UPDATE alembic_version SET version_num = '{HEAD}'")  # noqa: S608
    startup.try_again()
    assert mornings(startup) == [TODAY]


@pytest.mark.parametrize("lost", ["night", "sqlite_schema", "preference"])
def test_the_look_that_the_person_chose_is_read_of_a_damaged_file_as_far_as_it_tells(lost: str, tmp_path: Path) -> None:
    path = make_diary(tmp_path / "damaged", 30)
    path.write_bytes(zeroed(path.read_bytes(), 0 if lost == "sqlite_schema" else page_of(path, lost)))
    startup = Startup(path.parent, clock=lambda: NOW, backups=False)
    startup.open()
    assert startup.preferences() == (Preferences() if lost == "preference" else PREFERENCES)
    startup.close()
