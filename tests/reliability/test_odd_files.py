"""What is no file, has no end, or holds what cannot be read at once, in the place of the diary or of what is taken in."""

from __future__ import annotations

import os
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from diary.book import Diary
from diary.book.backup_sources import try_unopened
from diary.book.import_file import read_import
from diary.book.mending import problems_in
from diary.book.startup import Startup
from diary.exchange.errors import CannotReadFileError
from diary.store.backup_errors import NotRestoredError
from diary.store.bounded_read import MOST_BYTES
from diary.store.errors import NotADiaryFileError
from tests.store.damaged_files import NOW, PAGE, change, make_diary, page_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = [
    pytest.mark.timeout(30),
    pytest.mark.skipif(sys.platform == "win32", reason="pipes and devices lie in no folder there"),
]
DEEP_TEXTS = {
    "UPDATE cramp SET relief = printf('%.*c', 200000, '[')": "The night to ",
    "UPDATE act SET before = printf('%.*c', 200000, '[')": "The record of the change ",
    "UPDATE preference SET value = printf('%.*c', 200000, '[')": "The setting ",
}


def _identity(path: Path) -> tuple[int, int, int]:
    found = path.lstat()
    return found.st_ino, found.st_size, found.st_mtime_ns


def _large(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(40 * MOST_BYTES)


ODD: dict[str, Callable[[Path], object]] = {
    "a folder": lambda path: (path / "in it").mkdir(parents=True),
    "a pipe": os.mkfifo,
    "a device without end": lambda path: path.symlink_to("/dev/zero"),
    "an empty device": lambda path: path.symlink_to("/dev/null"),
    "a file larger than any diary": _large,
}


@pytest.mark.parametrize("put", ODD.values(), ids=ODD)
def test_what_lies_in_the_diary_s_place_and_can_be_none_is_told_at_once_and_set_aside_as_it_is(
    put: Callable[[Path], object], tmp_path: Path
) -> None:
    path = tmp_path / "diary.db"
    put(path)
    before = _identity(path)
    assert problems_in(tmp_path, clock=lambda: NOW)
    startup = Startup(tmp_path, clock=lambda: NOW, backups=True)
    startup.open()
    try:
        remedies = startup.remedies()
        assert (startup.can_be_mended, remedies.backup, remedies.salvage) == (True, None, None)
        assert _identity(path) == before
        mending = startup.begin_anew()
        assert startup.book is not None
        assert _identity(tmp_path / "backups" / mending.aside) == before
    finally:
        startup.close()


def test_a_file_larger_than_any_diary_is_neither_restored_nor_taken_in(tmp_path: Path) -> None:
    path = make_diary(tmp_path / "other", 3)
    os.truncate(path, 40 * MOST_BYTES)
    (tmp_path / "here").mkdir()
    with pytest.raises(NotRestoredError, match="larger than any diary"):
        try_unopened(tmp_path / "here", str(path))
    table = tmp_path / "table.csv"
    table.touch()
    os.truncate(table, 40 * MOST_BYTES)
    with pytest.raises(CannotReadFileError, match="larger than any diary"):
        read_import(table, clock=lambda: NOW)


def test_a_diary_that_grew_by_nothing_is_opened_and_closed_without_being_read_to_its_end(tmp_path: Path) -> None:
    path = make_diary(tmp_path / "diary", 3)
    os.truncate(path, 40 * MOST_BYTES)
    with closing(Diary.open(path.parent, clock=lambda: NOW)) as book:
        assert len(book.nights.all()) == 3
        assert "not as this program left it" in book.files.notices()[0].sentence


@pytest.mark.parametrize(("statement", "named"), DEEP_TEXTS.items())
def test_lists_in_lists_without_end_are_named_as_what_cannot_be_read(
    statement: str, named: str, tmp_path: Path
) -> None:
    path = make_diary(tmp_path / "diary", 3)
    change(path, statement)
    assert any(problem.startswith(named) for problem in problems_in(path.parent, clock=lambda: NOW))


def _with_endless_length(path: Path) -> None:
    content, page = bytearray(path.read_bytes()), page_of(path, "sqlite_autoindex_factor_1") * PAGE
    cell = page + int.from_bytes(content[page + 8 : page + 10], "big")
    content[cell : cell + 9] = b"\xff" * 9
    path.write_bytes(content)


def _with_a_rule_that_is_no_text(path: Path) -> None:
    content = bytearray(path.read_bytes())
    place = content.index(b"TEXT", content.index(b"CREATE TABLE preference"))
    content[place : place + 4] = b"TEX\xd4"
    path.write_bytes(content)


@pytest.mark.parametrize("spoil", [_with_endless_length, _with_a_rule_that_is_no_text])
def test_what_the_driver_calls_no_memory_or_no_text_is_told_as_damage_and_mended(
    spoil: Callable[[Path], None], tmp_path: Path
) -> None:
    path = make_diary(tmp_path / "diary", 10)
    spoil(path)
    content = path.read_bytes()
    assert problems_in(path.parent, clock=lambda: NOW)
    with pytest.raises(NotADiaryFileError):
        read_import(path, clock=lambda: NOW)
    startup = Startup(path.parent, clock=lambda: NOW, backups=True)
    startup.open()
    assert startup.can_be_mended
    assert path.read_bytes() == content
    startup.mend_by_salvage()
    assert startup.book is not None
    assert len(startup.book.nights.all()) == 10
    startup.close()
