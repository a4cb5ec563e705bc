"""A diary's file that is moved, deleted or replaced while it is open takes nothing more, and says so."""

from __future__ import annotations

import datetime as dt
import shutil
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from diary.model.errors import DiaryIsOpenError
from diary.model.night import Night
from diary.store.change import Change, Records
from diary.store.engine import driver
from diary.store.errors import NotSavedError
from diary.store.store import Store
from tests.store.conftest import NOW

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sqlalchemy import Connection

    from diary.model.progress import Progress


def delete(file: Path) -> None:
    file.unlink()


def move(file: Path) -> None:
    file.rename(file.with_name("moved.db"))


def move_folder(file: Path) -> None:
    file.parent.rename(file.parent.with_name("moved"))


def replace(file: Path) -> None:
    shutil.copy(file, file.with_name("copy.db"))
    file.with_name("copy.db").replace(file)


@pytest.mark.parametrize("change", [delete, move, move_folder, replace])
def test_nothing_is_called_saved_that_does_not_lie_where_the_diary_is(
    store: Store,
    folder: Path,
    cramp_night: Night,
    keep_night: Callable[[Store, Night], None],
    change: Callable[[Path], None],
) -> None:
    keep_night(store, Night(cramp_night.morning, note="before"))
    change(folder / "diary.db")
    with pytest.raises(NotSavedError, match="moved, deleted or replaced"):
        keep_night(store, cramp_night)


def test_a_file_that_goes_while_an_act_is_saved_is_noticed_too(
    store: Store, folder: Path, cramp_night: Night, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = store._write

    def write_and_lose_the_file(connection: Connection, records: Records, progress: Progress) -> Records:
        written = write(connection, records, progress)
        delete(folder / "diary.db")
        return written

    monkeypatch.setattr(store, "_write", write_and_lose_the_file)
    with pytest.raises(NotSavedError, match="put the file back"):
        store.keep(saving(cramp_night))


def test_a_file_that_is_put_back_is_written_again(store: Store, folder: Path, cramp_night: Night) -> None:
    file = folder / "diary.db"
    move(file)
    with pytest.raises(NotSavedError, match="moved, deleted or replaced"):
        store.keep(saving(cramp_night))
    file.with_name("moved.db").rename(file)
    store.keep(saving(cramp_night))
    assert store.night(cramp_night.morning) == cramp_night


@pytest.mark.parametrize("names", [["diary.db-wal"], ["diary.db-shm"], ["diary.db-wal", "diary.db-shm"]])
def test_a_log_that_is_deleted_while_the_diary_is_open_costs_no_night(
    store: Store, folder: Path, tmp_path: Path, keep_night: Callable[[Store, Night], None], names: list[str]
) -> None:
    mornings = [dt.date(2026, 11, day) for day in (1, 2, 3)]
    for morning in mornings:
        keep_night(store, Night(morning, note="x"))
        for name in names:
            (folder / name).unlink()
    keep_night(store, Night(dt.date(2026, 11, 4), note="x"))
    assert (folder / "diary.db-wal").exists()
    assert len(store.nights()) == 4
    beside = Store.open(folder, clock=lambda: NOW, writable=False)
    assert len(beside.nights()) == 4
    keep_night(store, Night(dt.date(2026, 11, 5), note="x"))
    assert len(beside.nights()) == 5
    beside.close()
    store.close()
    shutil.copytree(folder, tmp_path / "closed")
    closed = Store.open(tmp_path / "closed", clock=lambda: NOW, writable=True)
    assert (len(closed.nights()), closed.check()) == (5, ())
    closed.close()


def test_a_log_that_is_deleted_with_changes_in_it_costs_none_that_was_saved(
    store: Store, folder: Path, keep_night: Callable[[Store, Night], None]
) -> None:
    with closing(driver.connect(str(folder / "diary.db"), isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM night").fetchall()
        keep_night(store, Night(dt.date(2026, 11, 1), note="held back"))
        (folder / "diary.db-wal").unlink()
        (folder / "diary.db-shm").unlink()
    keep_night(store, Night(dt.date(2026, 11, 2), note="x"))
    store.close()
    opened = Store.open(folder, clock=lambda: NOW, writable=True)
    assert [night.note for night in opened.nights()] == ["held back", "x"]
    opened.close()


def test_nothing_is_called_saved_that_lies_in_a_deleted_log_alone(
    store: Store, folder: Path, keep_night: Callable[[Store, Night], None]
) -> None:
    with closing(driver.connect(str(folder / "diary.db"), isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM night").fetchall()
        keep_night(store, Night(dt.date(2026, 11, 1), note="held back"))
        (folder / "diary.db-wal").unlink()
        with pytest.raises(NotSavedError, match="another program is using the file"):
            keep_night(store, Night(dt.date(2026, 11, 2), note="x"))
    keep_night(store, Night(dt.date(2026, 11, 2), note="x"))
    assert len(store.nights()) == 2


def test_a_lock_that_is_deleted_while_the_diary_is_open_is_taken_anew(
    store: Store, folder: Path, keep_night: Callable[[Store, Night], None]
) -> None:
    (folder / "diary.lock").unlink()
    keep_night(store, Night(dt.date(2026, 11, 1), note="x"))
    with pytest.raises(DiaryIsOpenError):
        Store.open(folder, clock=lambda: NOW, writable=True)


def test_a_lock_that_another_took_meanwhile_stops_the_first(
    store: Store, folder: Path, open_store: Callable[..., Store], keep_night: Callable[[Store, Night], None]
) -> None:
    (folder / "diary.lock").unlink()
    second = open_store(folder)
    with pytest.raises(NotSavedError, match="another program is using the file"):
        keep_night(store, Night(dt.date(2026, 11, 1), note="x"))
    keep_night(second, Night(dt.date(2026, 11, 1), note="x"))
    second.close()
    keep_night(store, Night(dt.date(2026, 11, 2), note="x"))
    assert len(store.nights()) == 2


def saving(night: Night) -> Change:
    return Change("Night saved", Records(nights=(Night(night.morning),)), Records(nights=(night,)))
