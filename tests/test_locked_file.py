"""Another program that holds the file: each act says so within seconds, and nothing is lost."""

from __future__ import annotations

import datetime as dt
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from diary.book import Diary
from diary.exchange.contents import Contents
from diary.model.backups import BackupReason
from diary.model.errors import DiaryError
from diary.model.mornings import DAY
from diary.model.night import Night
from diary.store import engine, restoring
from diary.store.engine import driver

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import Any

NOW = dt.datetime(2026, 11, 24, 7, 5, tzinfo=dt.UTC)
TODAY = NOW.date()
LOCKS = {
    "writes": ["BEGIN IMMEDIATE", "UPDATE night SET note = 'x'"],
    "reads": ["BEGIN", "SELECT count(*) FROM night"],
    "lets nobody in": ["PRAGMA locking_mode=EXCLUSIVE", "BEGIN EXCLUSIVE", "UPDATE night SET note = note"],
}
BUSY = "another program is using the file"


@pytest.fixture(autouse=True)
def _short_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Five seconds, as a person waits, are many for a test."""
    monkeypatch.setattr(engine, "PRAGMAS", tuple(each.replace("5000", "50") for each in engine.PRAGMAS))
    monkeypatch.setattr(restoring, "PATIENCE", 0.1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A diary of two nights, with a backup of the first."""
    folder = tmp_path / "diary"
    with closing(Diary.open(folder, clock=lambda: NOW)) as book:
        book.nights.log_quiet(TODAY - 3 * DAY)
        book.backups.before(BackupReason.CHANGE)
        book.nights.log_quiet(TODAY - 2 * DAY)
    return folder


@pytest.fixture
def other(folder: Path) -> Iterator[Any]:
    """Another program's connection to the file."""
    with closing(driver.connect(str(folder / "diary.db"), isolation_level=None, timeout=0.1)) as other:
        yield other


def acts_tried(book: Diary) -> list[str]:
    """How each act went: its refusal, or nothing."""
    refusals = []
    for act in (
        lambda: book.nights.log_quiet(TODAY - DAY),
        lambda: book.files.import_contents(Contents(nights=(Night(TODAY - 9 * DAY, ()),))),
        lambda: book.backups.restore(book.backups.backups()[-1].name),
        book.undo,
    ):
        try:
            act()
        except DiaryError as refusal:
            refusals.append(str(refusal))
        else:
            refusals.append("")
    return refusals


@pytest.mark.parametrize("lock", ["writes", "lets nobody in"])
def test_every_act_on_a_file_that_another_program_holds_is_refused_in_words_and_loses_nothing(
    folder: Path, other: Any, lock: str
) -> None:
    with closing(Diary.open(folder, clock=lambda: NOW)) as book:
        before = book.nights.all()
        if lock == "lets nobody in":
            book._diary.store._connections.file.read_engine.dispose()  # nobody gets in while another is within
            (
                book._diary.store._connections.file.write_engine or book._diary.store._connections.file.read_engine
            ).dispose()
        for statement in LOCKS[lock]:
            other.execute(statement)
        refusals = acts_tried(book)
        assert all(BUSY in refusal for refusal in refusals), refusals
        other.execute("ROLLBACK")
        other.close()
        assert book.nights.all() == before
        book.nights.log_quiet(TODAY - DAY)
        assert book.files.check() == ()
    with closing(Diary.open(folder, clock=lambda: NOW)) as again:
        assert [night.morning for night in again.nights.all()] == [TODAY - days * DAY for days in (3, 2, 1)]


def test_a_program_that_only_reads_keeps_nothing_but_a_restore_away(folder: Path, other: Any) -> None:
    with closing(Diary.open(folder, clock=lambda: NOW)) as book:
        for statement in LOCKS["reads"]:
            other.execute(statement).fetchall()
        logged, imported, restored, undone = acts_tried(book)
        assert (logged, imported, undone) == ("", "", "")
        assert BUSY in restored
        other.execute("ROLLBACK")
        assert len(book.nights.all()) == 3


@pytest.mark.parametrize("lock", ["writes", "lets nobody in"])
def test_a_start_beside_a_program_that_holds_the_file_is_refused_in_words(folder: Path, other: Any, lock: str) -> None:
    before = (folder / "diary.db").read_bytes()
    for statement in LOCKS[lock]:
        other.execute(statement)
    with pytest.raises(DiaryError, match=BUSY):
        Diary.open(folder, clock=lambda: NOW)
    other.execute("ROLLBACK")
    other.close()
    assert (folder / "diary.db").read_bytes() == before
    with closing(Diary.open(folder, clock=lambda: NOW)) as book:
        assert (len(book.nights.all()), book.files.notices()) == (2, ())
