"""Each cause that keeps the file from being used is told as itself, with what to do, and nothing of SQL."""

from __future__ import annotations

import errno
import re
import sqlite3
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from sqlalchemy.exc import OperationalError

from diary.model.causes import CAUSES, SQLITE, SYSTEM, CauseKind, cause_of
from diary.model.night import Night
from diary.store import engine
from diary.store.change import Change, Records
from diary.store.engine import driver
from diary.store.errors import DamagedDiaryError, DiskFullError, NotSavedError, UpgradeFailedError
from diary.store.new_diary import APPLICATION_ID
from diary.store.refusals import folder_refusal, opening_refusal, saving_refusal
from diary.store.store import Store
from diary.store.upgrade import upgrade
from tests.store.conftest import NOW

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from pathlib import Path


INTERNAL = re.compile(r"sqlalche|SQLITE|SELECT|INSERT|UPDATE|\[parameters|Errno|Error")
SAID = {
    "SQLITE_FULL": (CauseKind.FULL, "the disk is full"),
    "SQLITE_BUSY": (CauseKind.BUSY, "another program is using the file"),
    "SQLITE_BUSY_SNAPSHOT": (CauseKind.BUSY, "another program is using the file"),
    "SQLITE_LOCKED": (CauseKind.BUSY, "another program is using the file"),
    "SQLITE_READONLY": (CauseKind.READ_ONLY, "can only be read"),
    "SQLITE_READONLY_DIRECTORY": (CauseKind.READ_ONLY, "can only be read"),
    "SQLITE_READONLY_DBMOVED": (CauseKind.MOVED, "moved, deleted or replaced"),
    "SQLITE_IOERR_READ": (CauseKind.DISK_FAILED, "the disk did not answer"),
    "SQLITE_IOERR_WRITE": (CauseKind.NOT_WRITTEN, "the disk takes nothing more"),
    "SQLITE_CORRUPT": (CauseKind.DAMAGED, "the file is damaged"),
    "SQLITE_CORRUPT_INDEX": (CauseKind.DAMAGED, "the file is damaged"),
    "SQLITE_NOTADB": (CauseKind.NOT_A_DATABASE, "the file is not a diary"),
    "SQLITE_CANTOPEN": (CauseKind.NOT_THERE, "cannot be found"),
    "SQLITE_PERM": (CauseKind.NOT_ALLOWED, "not allowed"),
    "SQLITE_AUTH": (CauseKind.NOT_ALLOWED, "not allowed"),
    "SQLITE_NOMEM": (CauseKind.NO_MEMORY, "no memory"),
    "SQLITE_TOOBIG": (CauseKind.TOO_LONG, "too long"),
    "SQLITE_INTERRUPT": (CauseKind.INTERRUPTED, "interrupted"),
}


def _error(code: int) -> OperationalError:
    told = driver.OperationalError("disk I/O error")
    told.sqlite_errorcode = code
    return OperationalError("UPDATE night SET note = ?", {"note": "secret"}, told)


@pytest.mark.parametrize(("name", "said"), SAID.items())
def test_each_error_of_sqlite_is_told_as_itself(name: str, said: tuple[CauseKind, str], tmp_path: Path) -> None:
    error = _error(getattr(sqlite3, name))
    kind, words = said
    assert cause_of(error).kind is kind
    assert words in cause_of(error).reason
    for refusal in (saving_refusal(error, tmp_path / "diary.db"), opening_refusal(error, tmp_path / "diary.db")):
        assert not INTERNAL.search(str(refusal)), refusal
        assert "secret" not in str(refusal)
    assert CAUSES[kind].remedy in str(NotSavedError(cause_of(error)))


@pytest.mark.parametrize(("number", "kind"), SYSTEM.items())
def test_each_error_of_the_system_is_told_as_itself(number: int, kind: CauseKind, tmp_path: Path) -> None:
    refusal = folder_refusal(OSError(number, "of the system"), tmp_path)
    assert CAUSES[kind].reason in str(refusal)
    assert not INTERNAL.search(str(refusal))


def test_an_error_that_nobody_listed_still_says_what_to_do() -> None:
    assert cause_of(_error(250)).kind is CauseKind.UNKNOWN
    assert cause_of(OSError(errno.EDOM, "x")).kind is CauseKind.UNKNOWN


def test_where_sqlite_leaves_it_open_the_folder_tells(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    unclear, path = _error(sqlite3.SQLITE_IOERR), tmp_path / "diary.db"
    assert "the disk did not answer" in str(saving_refusal(unclear, path))
    assert "cannot be found" in str(saving_refusal(unclear, tmp_path / "gone" / "diary.db"))
    monkeypatch.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=4096))
    assert "the disk is full" in str(saving_refusal(unclear, path))


def test_every_kind_of_cause_has_its_own_words() -> None:
    assert set(CAUSES) == set(CauseKind)
    assert len({cause.reason for cause in CAUSES.values()}) == len(CAUSES)
    assert set(SQLITE.values()) | set(SYSTEM.values()) | {CauseKind.UNKNOWN} == set(CauseKind)


def test_a_file_that_another_program_writes_is_not_called_a_full_disk(
    store: Store, monkeypatch: pytest.MonkeyPatch, open_store: Callable[..., Store], now: dt.datetime
) -> None:
    store.close()
    monkeypatch.setattr(engine, "PRAGMAS", tuple(each.replace("5000", "50") for each in engine.PRAGMAS))
    impatient = open_store(store.folder)
    other = driver.connect(str(store.folder / "diary.db"), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(NotSavedError, match="another program is using the file") as refusal:
        impatient.keep(Change("x", Records(), Records(nights=(Night(now.date()).with_cramps((), now),))))
    other.close()
    assert not isinstance(refusal.value, DiskFullError)


def test_an_upgrade_that_the_disk_refuses_names_the_cause_and_no_library(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_connection: object, _path: object) -> None:
        raise _error(sqlite3.SQLITE_FULL)

    monkeypatch.setattr("diary.store.upgrade._upgrade", refuse)
    with pytest.raises(UpgradeFailedError, match="the disk is full") as refusal:
        upgrade(store.folder / "diary.db")
    assert not INTERNAL.search(str(refusal.value))
    assert "Make room on the disk" in str(refusal.value)


def test_a_statement_that_is_wrong_is_a_mistake_of_the_program_and_no_damage(store: Store) -> None:
    with pytest.raises(OperationalError), store._connections.reading() as connection:
        connection.exec_driver_sql("SELECT mood FROM night")


def test_the_same_statement_is_damage_where_the_files_tables_are_not_its_own(
    store: Store, behind_the_door: Callable[..., object]
) -> None:
    behind_the_door(store.folder, "ALTER TABLE night RENAME COLUMN note TO notf")
    with pytest.raises(DamagedDiaryError):
        store.nights()


def test_another_programs_tables_under_our_sign_are_damage_and_no_error(folder: Path) -> None:
    folder.mkdir()
    other = driver.connect(str(folder / "diary.db"))
    other.execute(f"PRAGMA application_id={APPLICATION_ID}")
    with other:
        other.execute("CREATE TABLE more (x TEXT)")
    other.close()
    with pytest.raises(DamagedDiaryError):
        Store.open(folder, clock=lambda: NOW, writable=False)
