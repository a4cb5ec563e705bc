"""What is opened, what is refused, and that a refused file stays as it is."""

from __future__ import annotations

import stat
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import event

from diary.model.errors import DiaryIsOpenError
from diary.model.preferences import Preferences
from diary.store import engine, opening
from diary.store.change import Change, Records
from diary.store.engine import driver
from diary.store.errors import (
    ClosedDiaryError,
    DamagedDiaryError,
    FolderNotUsableError,
    LeftoverError,
    NewerDiaryError,
    NoDiaryError,
    NotADiaryError,
    ReadOnlyDiaryError,
)
from diary.store.new_diary import HEAD

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sqlalchemy import Engine

    from diary.model.night import Night
    from diary.store.store import Store

NEXT = f"v{int(HEAD[1:]) + 1:04}"


def _rights(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def _foreign(folder: Path, content: bytes) -> Path:
    folder.mkdir(parents=True)
    (folder / "diary.db").write_bytes(content)
    return folder / "diary.db"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights; the person's own folder is theirs")
def test_folder_and_files_are_for_their_owner_only(
    folder: Path,
    open_store: Callable[..., Store],
    cramp_night: Night,
    keep_night: Callable[[Store, Night], None],
) -> None:
    keep_night(open_store(folder), cramp_night)
    assert _rights(folder) == 0o700
    assert {path.name: _rights(path) for path in folder.iterdir()} == dict.fromkeys(
        ("diary.db", "diary.db-wal", "diary.db-shm", "diary.lock", "diary.seal"), 0o600
    )


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights; the person's own folder is theirs")
def test_an_empty_folder_that_others_could_read_is_closed_to_them(
    folder: Path, open_store: Callable[..., Store]
) -> None:
    folder.mkdir()
    folder.chmod(0o755)
    open_store(folder)
    assert _rights(folder) == 0o700


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights; the person's own folder is theirs")
def test_a_folder_with_other_things_in_it_keeps_its_rights(folder: Path, open_store: Callable[..., Store]) -> None:
    folder.mkdir()
    folder.chmod(0o755)
    (folder / "letters.txt").touch()
    open_store(folder)
    assert _rights(folder) == 0o755


def test_closing_leaves_one_whole_file_and_its_seal(store: Store, cramp_night: Night) -> None:
    store.keep(Change("x", Records(), Records(nights=(cramp_night,))))
    store.close()
    assert sorted(path.name for path in store.folder.iterdir()) == ["diary.db", "diary.lock", "diary.seal"]


@pytest.mark.parametrize("writable", [True, False])
@pytest.mark.parametrize(
    "content",
    [b"", b"short", bytes(range(256)) * 64, b"SQLite format 3\0" + bytes(5000)],
    ids=["empty", "short", "bytes", "only the name of a database"],
)
def test_a_file_that_is_not_a_diary_is_refused_and_left_as_it_is(
    folder: Path, open_store: Callable[..., Store], content: bytes, writable: bool
) -> None:
    path = _foreign(folder, content)
    with pytest.raises(NotADiaryError, match=r"diary\.db is not a night cramp diary"):
        open_store(folder, writable=writable)
    assert path.read_bytes() == content
    assert list(folder.iterdir()) == [path]


@pytest.mark.parametrize("writable", [True, False])
def test_a_database_of_another_program_is_refused_and_left_as_it_is(
    folder: Path, open_store: Callable[..., Store], digest: Callable[[Path], str], writable: bool
) -> None:
    folder.mkdir()
    other = driver.connect(str(folder / "diary.db"))
    with other:
        other.execute("CREATE TABLE night (morning TEXT)")
    other.close()
    before = digest(folder / "diary.db")
    with pytest.raises(NotADiaryError):
        open_store(folder, writable=writable)
    assert digest(folder / "diary.db") == before


def test_a_folder_in_the_place_of_the_diary_is_refused(folder: Path, open_store: Callable[..., Store]) -> None:
    (folder / "diary.db").mkdir(parents=True)
    with pytest.raises(NotADiaryError):
        open_store(folder)


@pytest.mark.parametrize("writable", [True, False])
@pytest.mark.parametrize("version", [NEXT, "v9999", "of another age"])
def test_a_newer_diary_is_refused_and_left_as_it_is(
    store: Store,
    open_store: Callable[..., Store],
    behind_the_door: Callable[..., Any],
    version: str,
    writable: bool,
) -> None:
    store.close()
    assert HEAD < NEXT
    behind_the_door(store.folder, "UPDATE alembic_version SET version_num = ?", version)
    before = (store.folder / "diary.db").read_bytes()
    with pytest.raises(NewerDiaryError, match="newer version"):
        open_store(store.folder, writable=writable)
    assert (store.folder / "diary.db").read_bytes() == before


@pytest.mark.parametrize("writable", [True, False])
def test_a_damaged_diary_is_refused_and_left_as_it_is(
    store: Store, open_store: Callable[..., Store], digest: Callable[[Path], str], writable: bool
) -> None:
    store.close()
    path = store.folder / "diary.db"
    content = bytearray(path.read_bytes())
    content[4096 * 2 : 4096 * 8] = b"\xa5" * (4096 * 6)
    path.write_bytes(content)
    before = digest(path)
    with pytest.raises(DamagedDiaryError, match="is damaged"):
        open_store(store.folder, writable=writable)
    assert digest(path) == before


def test_a_truncated_diary_is_refused(store: Store, open_store: Callable[..., Store]) -> None:
    store.close()
    path = store.folder / "diary.db"
    path.write_bytes(path.read_bytes()[: 4096 * 6])
    with pytest.raises(DamagedDiaryError):
        open_store(store.folder)


def test_damage_found_while_the_diary_is_open_is_told_in_words(store: Store, cramp_night: Night) -> None:
    store.keep(Change("x", Records(), Records(nights=(cramp_night,))))
    with store._connections.writing() as connection:
        connection.exec_driver_sql("PRAGMA writable_schema=ON")
        connection.exec_driver_sql("UPDATE sqlite_master SET rootpage = 9999 WHERE name = 'answer'")
    with pytest.raises(DamagedDiaryError):
        store.nights()
    assert any("damaged" in finding for finding in store.check())


def test_a_folder_below_a_file_cannot_be_used(tmp_path: Path, open_store: Callable[..., Store]) -> None:
    (tmp_path / "letter.txt").touch()
    with pytest.raises(FolderNotUsableError, match="cannot be used"):
        open_store(tmp_path / "letter.txt" / "diary")


def test_a_lock_that_cannot_be_made_is_a_folder_that_cannot_be_used(
    folder: Path, open_store: Callable[..., Store]
) -> None:
    (folder / "diary.lock").mkdir(parents=True)
    with pytest.raises(FolderNotUsableError):
        open_store(folder)


def test_a_file_that_cannot_be_written_is_told_at_once(
    store: Store, open_store: Callable[..., Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    # Rights do not stop a test that runs as root; a connection that may only read stands for them.
    store.close()
    monkeypatch.setattr(opening, "writing_engine", _engine_on_a_file_without_rights)
    with pytest.raises(FolderNotUsableError, match="can only be read"):
        open_store(store.folder)


def _engine_on_a_file_without_rights(path: Path) -> Engine:
    opened = engine._engine(path, "ro", at_once=1)
    event.listen(opened, "begin", engine._begin_writing)
    return opened


def test_reading_where_there_is_no_diary_is_refused_and_makes_none(
    folder: Path, open_store: Callable[..., Store]
) -> None:
    with pytest.raises(NoDiaryError, match="Log a night first"):
        open_store(folder, writable=False)
    assert not folder.exists()


def test_a_store_opened_for_reading_cannot_write(
    store: Store, open_store: Callable[..., Store], cramp_night: Night
) -> None:
    reader = open_store(store.folder, writable=False)
    for act in (reader.undo, reader.redo, lambda: reader.keep_preferences(Preferences())):
        with pytest.raises(ReadOnlyDiaryError):
            act()
    with pytest.raises(ReadOnlyDiaryError):
        reader.keep(Change("x", Records(), Records(nights=(cramp_night,))))
    with reader._connections.reading() as connection, pytest.raises(Exception, match="readonly"):
        connection.exec_driver_sql("DELETE FROM factor")


def test_a_log_without_its_diary_stops_a_new_one(folder: Path, open_store: Callable[..., Store]) -> None:
    folder.mkdir()
    (folder / "diary.db-wal").write_bytes(b"nights of a lost diary")
    with pytest.raises(LeftoverError, match="Move it"):
        open_store(folder)
    assert (folder / "diary.db-wal").read_bytes() == b"nights of a lost diary"


def test_a_diary_whose_making_was_interrupted_is_made_anew(folder: Path, open_store: Callable[..., Store]) -> None:
    folder.mkdir()
    for name in ("diary.db.new", "diary.db.new-wal", "diary.db.new-shm"):
        (folder / name).write_bytes(b"half a diary")
    assert open_store(folder).check() == ()
    assert not list(folder.glob("*.new*"))


def test_a_closed_store_reads_and_writes_nothing(store: Store, cramp_night: Night) -> None:
    store.close()
    store.close()
    with pytest.raises(ClosedDiaryError):
        store.nights()
    with pytest.raises(ClosedDiaryError):
        store.keep(Change("x", Records(), Records(nights=(cramp_night,))))


def test_a_refused_opening_gives_the_lock_back(
    folder: Path, open_store: Callable[..., Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_path: Path) -> None:
        raise DamagedDiaryError(folder)

    monkeypatch.setattr(opening, "make_diary", fail)
    with pytest.raises(DamagedDiaryError):
        open_store(folder)
    monkeypatch.undo()
    assert open_store(folder).nights() == []


def test_a_folder_with_odd_characters_in_its_name_holds_a_diary(
    tmp_path: Path, open_store: Callable[..., Store]
) -> None:
    odd = tmp_path / "100% of ?nights #1 é足"
    open_store(odd).close()
    assert (odd / "diary.db").is_file()
    assert open_store(odd, writable=False).nights() == []


def test_every_connection_keeps_the_promises_of_the_file(store: Store) -> None:
    asked = {"foreign_keys": 1, "synchronous": 2, "busy_timeout": 5000, "trusted_schema": 0, "journal_mode": "wal"}
    for connecting in (store._connections.writing, store._connections.reading):
        with connecting() as connection:
            told = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in asked}
        assert told == asked


def test_opening_a_diary_of_today_loads_no_alembic(folder: Path, as_program: dict[str, Any]) -> None:
    opening = (
        "import datetime as dt, sys; from pathlib import Path; from diary.store.store import Store;"
        "clock = lambda: dt.datetime.now().astimezone();"
        f"Store.open(Path({str(folder)!r}), clock=clock, writable=True).close();"
        "print(sorted({'alembic', 'pandas', 'numpy', 'matplotlib', 'flet'} & set(sys.modules)))"
    )
    ran = subprocess.run(
        [*as_program["args"], opening], env=as_program["env"], capture_output=True, text=True, check=True
    )
    assert (ran.stdout.strip(), ran.stderr) == ("[]", "")


def test_a_second_opening_for_writing_is_refused_even_in_one_process(
    store: Store, open_store: Callable[..., Store]
) -> None:
    with pytest.raises(DiaryIsOpenError, match="The diary is open; close it first"):
        open_store(store.folder)
