"""An older copy, a copy without its log, the log of another copy: each is noticed, told, and costs no saved night."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from diary.model.file_notices import NoticeKind
from diary.model.night import Night
from diary.store.engine import driver
from diary.store.errors import ReadOnlyDiaryError
from diary.store.log_file import LoggedChanges, held_changes, is_of_another_copy, logged_changes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from diary.store.store import Store

FIRST = dt.date(2026, 11, 1)
Keep = Callable[["Store", Night], None]


def nights(count: int, first: int = 0) -> list[Night]:
    return [Night(FIRST + dt.timedelta(days=day), note=f"night {day} " * 30) for day in range(first, first + count)]


def kinds(store: Store) -> list[NoticeKind]:
    return [notice.kind for notice in store.file_notices()]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "copy").mkdir()
    return tmp_path / "copy"


@pytest.fixture
def reader(store: Store) -> Iterator[Any]:
    """Somebody who reads an early state of the diary all the while, so that SQLite leaves the later ones in its log."""
    with closing(driver.connect(str(store.folder / "diary.db"), isolation_level=None)) as connection:
        connection.execute("BEGIN")
        connection.execute("SELECT count(*) FROM night").fetchall()
        yield connection


def copy(folder: Path, place: Path, *names: str) -> None:
    for name in names:
        shutil.copy(folder / name, place / name)


def test_the_file_alone_holds_every_saved_night(
    store: Store, place: Path, keep_night: Keep, open_store: Callable[..., Store]
) -> None:
    for night in nights(5):
        keep_night(store, night)
        copy(store.folder, place, "diary.db")
        assert open_store(place, writable=False).night(night.morning) == night
    copied = open_store(place)
    assert copied.nights() == nights(5)
    assert copied.check() == ()


def test_what_a_reader_holds_back_lies_in_the_file_with_the_next_act_after(
    store: Store, reader: Any, place: Path, keep_night: Keep, open_store: Callable[..., Store]
) -> None:
    keep_night(store, nights(1)[0])
    assert (store.folder / "diary.db-wal").stat().st_size > 0
    reader.execute("COMMIT")
    keep_night(store, nights(2)[1])
    assert (store.folder / "diary.db-wal").stat().st_size == 0
    copy(store.folder, place, "diary.db")
    assert open_store(place).nights() == nights(2)


@pytest.mark.usefixtures("reader")
@pytest.mark.parametrize("writable", [True, False])
def test_a_copy_without_its_log_says_how_many_changes_are_missing_and_from_when(
    store: Store, place: Path, keep_night: Keep, open_store: Callable[..., Store], writable: bool
) -> None:
    for night in nights(3):
        keep_night(store, night)
    copy(store.folder, place, "diary.db", "diary.seal")
    copied = open_store(place, writable=writable)
    assert copied.nights() == []
    (notice,) = copied.file_notices()
    assert (notice.kind, notice.changes) == (NoticeKind.LACKING, 3)
    assert "3 changes that were saved here by 24 Nov 2026, 07:05" in copied.check()[0]


@pytest.mark.usefixtures("reader")
def test_a_copy_with_its_log_lacks_nothing_and_says_nothing(
    store: Store, place: Path, keep_night: Keep, open_store: Callable[..., Store]
) -> None:
    for night in nights(3):
        keep_night(store, night)
    copy(store.folder, place, "diary.db", "diary.db-wal", "diary.seal")
    copied = open_store(place)
    assert (copied.nights(), copied.check()) == (nights(3), ())


def test_what_was_noticed_is_said_until_it_was_seen(
    store: Store, place: Path, keep_night: Keep, open_store: Callable[..., Store]
) -> None:
    keep_night(store, nights(1)[0])
    copy(store.folder, place, "diary.db")
    keep_night(store, nights(2)[1])
    copy(store.folder, place, "diary.seal")
    for _ in range(2):
        again = open_store(place)
        keep_night(again, Night(FIRST, note="later"))
        assert kinds(again) == [NoticeKind.LACKING]
        again.close()
    last = open_store(place)
    last.forget_file_notices()
    assert last.check() == ()
    last.close()
    assert open_store(place).check() == ()


def test_who_only_reads_cannot_say_that_it_was_seen(store: Store, open_store: Callable[..., Store]) -> None:
    with pytest.raises(ReadOnlyDiaryError):
        open_store(store.folder, writable=False).forget_file_notices()


@pytest.fixture
def older_copy(store: Store, place: Path, keep_night: Keep, open_store: Callable[..., Store]) -> Path:
    """An older copy put back beside what a killed program left of the newer file: its log is full of changes."""
    for night in nights(2):
        keep_night(store, night)
    store.close()
    copy(store.folder, place, "diary.db")
    newer = open_store(store.folder)
    for night in nights(2, first=2):
        keep_night(newer, night)
    with closing(driver.connect(str(store.folder / "diary.db"), isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM night").fetchall()
        for night in nights(8, first=4):
            keep_night(newer, night)
        copy(store.folder, place, "diary.db-wal", "diary.db-shm", "diary.seal")
    return place


def test_an_older_copy_is_opened_as_it_is_beside_the_log_of_the_newer_file_which_is_set_aside(
    older_copy: Path, open_store: Callable[..., Store]
) -> None:
    log = (older_copy / "diary.db-wal").read_bytes()
    opened = open_store(older_copy)
    assert opened.nights() == nights(2)
    assert kinds(opened) == [NoticeKind.LOG_SET_ASIDE, NoticeKind.LACKING]
    assert (older_copy / "diary.db-wal-of-another-copy").read_bytes() == log
    assert "set aside as “diary.db-wal-of-another-copy”" in opened.check()[0]
    assert "10 changes" in opened.check()[1]
    assert len(opened.check()) == 2


def test_who_only_reads_an_older_copy_leaves_the_log_beside_it_and_reads_nothing_of_it(
    older_copy: Path, open_store: Callable[..., Store]
) -> None:
    opened = open_store(older_copy, writable=False)
    assert opened.nights() == nights(2)
    assert kinds(opened) == [NoticeKind.LOG_NOT_READ, NoticeKind.LACKING]
    assert len(opened.check()) == 2
    assert (older_copy / "diary.db-wal").exists()


def test_a_log_set_aside_takes_no_other_ones_place(older_copy: Path, open_store: Callable[..., Store]) -> None:
    (older_copy / "diary.db-wal-of-another-copy").write_bytes(b"an earlier one")
    opened = open_store(older_copy)
    assert opened.file_notices()[0].name == "diary.db-wal-of-another-copy-1"
    assert (older_copy / "diary.db-wal-of-another-copy").read_bytes() == b"an earlier one"


def test_a_log_that_would_damage_the_file_is_that_of_another_copy_whatever_it_counts(
    older_copy: Path, open_store: Callable[..., Store], behind_the_door: Callable[..., Any]
) -> None:
    """As earlier versions of the program left them, which counted nothing."""
    log = (older_copy / "diary.db-wal").read_bytes()
    (older_copy / "diary.db-wal").unlink()
    logged = LoggedChanges(*_counts(older_copy, log))
    behind_the_door(older_copy, f"PRAGMA user_version={logged.first - 1}")
    behind_the_door(older_copy, "CREATE TABLE more (x TEXT)")
    (older_copy / "diary.db-wal").write_bytes(log)
    assert logged.follow(held_changes(older_copy / "diary.db"))
    opened = open_store(older_copy)
    assert opened.nights() == nights(2)
    assert kinds(opened)[0] is NoticeKind.LOG_SET_ASIDE


def test_a_log_that_another_program_wrote_and_that_would_damage_the_file_is_set_aside_too(
    store: Store, place: Path, keep_night: Keep, open_store: Callable[..., Store]
) -> None:
    keep_night(store, nights(1)[0])
    store.close()
    copy(store.folder, place, "diary.db")
    newer = open_store(store.folder)
    for night in nights(40, first=1):
        keep_night(newer, night)
    newer.close()
    with closing(driver.connect(str(store.folder / "diary.db"), isolation_level=None)) as other:
        other.execute("PRAGMA wal_autocheckpoint=0")
        other.execute("UPDATE night SET note = 'by another program' WHERE morning > '2026-11-20'")
        copy(store.folder, place, "diary.db-wal")
    assert logged_changes(place / "diary.db") is None
    copied = open_store(place)
    assert copied.nights() == nights(1)
    assert kinds(copied) == [NoticeKind.LOG_SET_ASIDE]
    assert copied.check() == (copied.file_notices()[0].sentence,)


def _counts(folder: Path, log: bytes) -> tuple[int, int]:
    (folder / "alone.db").write_bytes((folder / "diary.db").read_bytes())
    (folder / "alone.db-wal").write_bytes(log)
    logged = logged_changes(folder / "alone.db")
    assert logged
    return logged.first, logged.last


@pytest.mark.usefixtures("reader")
def test_the_log_of_an_open_diary_is_its_own(store: Store, keep_night: Keep, open_store: Callable[..., Store]) -> None:
    path = store.folder / "diary.db"
    for night in nights(4):
        keep_night(store, night)
        assert not is_of_another_copy(path)
        beside = open_store(store.folder, writable=False)
        assert beside.nights()[-1] == night
        assert beside.file_notices() == ()
    assert logged_changes(path) == LoggedChanges(1, 4)


@pytest.mark.usefixtures("reader")
@pytest.mark.parametrize("place_in_log", [3, 30, 40, 32 + 24 + 61, 5000, 9000])
def test_a_log_with_a_flipped_bit_is_said_to_lack_what_sqlite_leaves_out(
    store: Store, place: Path, keep_night: Keep, open_store: Callable[..., Store], place_in_log: int
) -> None:
    for night in nights(3):
        keep_night(store, night)
    copy(store.folder, place, "diary.db", "diary.db-wal", "diary.seal")
    log = bytearray((place / "diary.db-wal").read_bytes())
    log[place_in_log] ^= 1
    (place / "diary.db-wal").write_bytes(log)
    copied = open_store(place)
    (notice,) = copied.file_notices()
    assert (notice.kind, notice.changes) == (NoticeKind.LACKING, 3 - len(copied.nights()))


def test_a_diary_that_is_gone_is_not_begun_anew_without_a_word(
    store: Store, keep_night: Keep, open_store: Callable[..., Store]
) -> None:
    keep_night(store, nights(1)[0])
    store.close()
    (store.folder / "diary.db").unlink()
    anew = open_store(store.folder)
    assert kinds(anew) == [NoticeKind.BEGUN_ANEW]
    assert "until 24 Nov 2026, 07:05 is gone" in anew.check()[0]


def test_a_value_that_changed_into_another_good_one_is_noticed(
    store: Store, keep_night: Keep, open_store: Callable[..., Store]
) -> None:
    keep_night(store, Night(FIRST, note="seven"))
    store.close()
    path = store.folder / "diary.db"
    path.write_bytes(path.read_bytes().replace(b"seven", b"seveo"))
    altered = open_store(store.folder, writable=False)
    assert "seve" in altered.night(FIRST).note
    assert kinds(altered) == [NoticeKind.ALTERED]
    assert "compare the two" in altered.check()[0]


@pytest.mark.parametrize("place_in_file", [60, 61, 62, 63])
def test_a_flipped_bit_in_the_count_of_changes_is_damage_and_no_older_copy(
    store: Store, keep_night: Keep, open_store: Callable[..., Store], place_in_file: int
) -> None:
    keep_night(store, Night(FIRST, note="x"))
    store.close()
    path = store.folder / "diary.db"
    for bit in range(8):
        content = bytearray(path.read_bytes())
        content[place_in_file] ^= 1 << bit
        path.write_bytes(content)
        assert kinds(open_store(store.folder, writable=False)) == [NoticeKind.ALTERED]
        content[place_in_file] ^= 1 << bit
        path.write_bytes(content)
    assert kinds(open_store(store.folder)) == []


@pytest.mark.parametrize("content", [b"", b"{}\n1", b"\xff" * 40, b'{"changes": "x"}\n0'])
def test_a_seal_that_is_damaged_itself_says_nothing(
    store: Store, keep_night: Keep, open_store: Callable[..., Store], content: bytes
) -> None:
    keep_night(store, Night(FIRST, note="x"))
    store.close()
    (store.folder / "diary.seal").write_bytes(content)
    assert open_store(store.folder).check() == ()


def test_a_diary_that_is_opened_and_closed_is_as_its_program_left_it(
    store: Store, keep_night: Keep, open_store: Callable[..., Store]
) -> None:
    for night in nights(3):
        keep_night(store, night)
        store.undo()
        store.close()
        store = open_store(store.folder)
        assert store.check() == ()
        assert open_store(store.folder, writable=False).check() == ()
