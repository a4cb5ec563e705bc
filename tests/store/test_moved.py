"""A diary's file that is moved, deleted or replaced while it is open takes nothing more, and says so."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from diary.model.night import Night
from diary.store.change import Change, Records
from diary.store.errors import NotSavedError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sqlalchemy import Connection

    from diary.store.store import Store


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

    def write_and_lose_the_file(connection: Connection, records: Records) -> Records:
        written = write(connection, records)
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


def saving(night: Night) -> Change:
    return Change("Night saved", Records(nights=(Night(night.morning),)), Records(nights=(night,)))
