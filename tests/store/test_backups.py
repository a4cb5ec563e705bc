"""A backup is whole, looked at, hashed and for the owner alone before it has its name; the diary goes on beside it."""

from __future__ import annotations

import datetime as dt
import json
import random
import stat
import threading
from typing import TYPE_CHECKING

import pytest

from diary.model.backups import BackupReason, BackupState
from diary.model.mornings import DAY
from diary.model.night import Cramp, Night
from diary.store.backup_errors import BackupNotTakenError, NothingToBackUpError
from diary.store.backup_folder import BackupFolder
from tests.store.conftest import NOW

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from diary.model.backups import Backup
    from diary.store.store import Store

MORNING = dt.date(2026, 11, 1)
FLIPS = 200


@pytest.fixture
def filled(store: Store, keep_night: Callable[[Store, Night], None]) -> Store:
    """A diary of twenty nights with cramps."""
    for n in range(20):
        keep_night(store, Night(MORNING + n * DAY, (Cramp(intensity=n % 10),), NOW, note=f"night {n}"))
    return store


def take(store: Store, moment: dt.datetime = NOW) -> Backup:
    return store.backups.take(store.copy_to, reason=BackupReason.CHANGE, moment=moment)


def test_it_holds_what_the_diary_holds_and_says_so(filled: Store) -> None:
    backup = take(filled)
    assert (backup.name, backup.moment) == ("diary-20261124T060500Z", NOW.astimezone(dt.UTC))
    assert (backup.holdings.nights, backup.holdings.last_night) == (20, dt.date(2026, 11, 20))
    assert (backup.holdings.rows["cramp"], backup.holdings.changes) == (20, filled.changes)
    assert filled.backups.record(backup.name) == backup
    assert filled.backups.look_at(backup.name).state is BackupState.WHOLE


def test_it_is_a_diary_by_itself(filled: Store, tmp_path: Path, open_store: Callable[..., Store]) -> None:
    backup = take(filled)
    (tmp_path / "copy").mkdir()
    filled.backups.file(backup.name).rename(tmp_path / "copy" / "diary.db")
    copy = open_store(tmp_path / "copy")
    assert copy.nights() == filled.nights()
    assert copy.steps() == filled.steps()
    assert copy.check() == ()


def test_nobody_else_can_read_it_and_nothing_else_is_left(filled: Store) -> None:
    backup = take(filled)
    folder = filled.backups.path
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {(each.name, stat.S_IMODE(each.stat().st_mode)) for each in folder.iterdir()} == {
        (f"{backup.name}.db", 0o600),
        (f"{backup.name}.json", 0o600),
    }


def test_acts_go_on_while_it_is_taken_and_it_holds_one_moment(
    filled: Store, keep_night: Callable[[Store, Night], None]
) -> None:
    enough = threading.Event()

    def write() -> None:
        for n in range(20, 100_000):
            if enough.is_set():
                return
            keep_night(filled, Night(MORNING + n * DAY, (Cramp(intensity=1),), NOW))

    thread = threading.Thread(target=write)
    thread.start()
    backups = [take(filled) for _ in range(20)]
    enough.set()
    thread.join()
    for backup in backups:
        assert backup.holdings.nights == backup.holdings.rows["cramp"] == backup.holdings.changes
        assert filled.backups.look_at(backup.name).state is BackupState.WHOLE
    assert filled.check() == ()


def test_two_of_one_second_have_two_names(filled: Store) -> None:
    assert [take(filled).name, take(filled).name] == ["diary-20261124T060500Z", "diary-20261124T060501Z"]


def test_every_one_of_two_hundred_flipped_bits_is_noticed(filled: Store) -> None:
    file = filled.backups.file(take(filled).name)
    whole, chance, noticed = file.read_bytes(), random.Random(12), 0
    for _ in range(FLIPS):
        content, bit = bytearray(whole), chance.randrange(len(whole) * 8)
        content[bit // 8] ^= 1 << bit % 8
        file.write_bytes(content)
        noticed += filled.backups.look_at(file.stem).state is BackupState.DAMAGED
    assert noticed == FLIPS
    file.write_bytes(whole)
    assert filled.backups.look_at(file.stem).state is BackupState.WHOLE


@pytest.mark.parametrize("record", ["", "{", "[]", '{"backup": {}, "crc32": 0}', "flipped"])
def test_one_whose_record_is_gone_or_damaged_is_not_called_checked(filled: Store, record: str) -> None:
    backup = take(filled)
    file = filled.backups.path / f"{backup.name}.json"
    file.write_text(file.read_text().replace('"nights": 20', '"nights": 60') if record == "flipped" else record)
    look = filled.backups.look_at(backup.name)
    assert (look.state, look.holdings) == (BackupState.UNCONFIRMED, backup.holdings)


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\x00", b"a photo" * 1000])
def test_one_that_is_no_diary_any_more_is_damaged_with_or_without_its_record(filled: Store, content: bytes) -> None:
    backup = take(filled)
    filled.backups.file(backup.name).write_bytes(content)
    assert filled.backups.look_at(backup.name).state is BackupState.DAMAGED
    (filled.backups.path / f"{backup.name}.json").unlink()
    assert filled.backups.look_at(backup.name).state is BackupState.DAMAGED


def test_what_an_interrupted_one_left_goes_with_the_next(filled: Store) -> None:
    folder = filled.backups.path
    folder.mkdir()
    for name in (
        "diary-20261124T050000Z.db.new",
        "diary-20261124T050000Z.db.new-journal",
        "diary-20261124T050000Z.json",
    ):
        (folder / name).write_text("half")
    (folder / "holiday.json").write_text("somebody else's")
    backup = take(filled)
    names = {each.name for each in folder.iterdir()}
    assert names == {f"{backup.name}.db", f"{backup.name}.json", "holiday.json"}


def test_a_diary_that_is_damaged_meanwhile_is_not_backed_up_and_what_there_was_stays(
    filled: Store, open_store: Callable[..., Store], digest: Callable[[Path], str]
) -> None:
    whole = take(filled)
    filled.close()
    reader = open_store(filled.folder, writable=False)
    path = filled.folder / "diary.db"
    content = bytearray(path.read_bytes())
    for page in range(3, len(content) // 4096):
        content[page * 4096 : page * 4096 + 100] = b"\xff" * 100
    path.write_bytes(content)
    before = digest(path)
    with pytest.raises(NothingToBackUpError, match="the earlier ones stay"):
        take(reader, NOW + DAY)
    assert filled.backups.names() == [whole.name]
    assert len(list(filled.backups.path.iterdir())) == 2
    assert digest(path) == before


def test_a_folder_that_cannot_be_made_is_told_in_one_sentence_and_the_diary_goes_on(
    filled: Store, keep_night: Callable[[Store, Night], None]
) -> None:
    filled.backups.path.write_text("a file in its place")
    with pytest.raises(BackupNotTakenError) as refusal:
        take(filled)
    assert str(refusal.value).startswith("No backup could be written to ")
    assert "The diary itself is safe" in str(refusal.value)
    keep_night(filled, Night(MORNING - DAY))


def test_thinning_removes_backups_with_their_records_and_nothing_else(filled: Store) -> None:
    for n in range(60):
        take(filled, NOW - n * DAY)
    (filled.backups.path / "diary-of-mine.db").write_text("somebody else's")
    filled.backups.thin(NOW)
    names = filled.backups.names()
    assert len(names) == 12 + 5 + 2  # days, weeks and months of two months
    assert {each.stem for each in filled.backups.path.glob("*.json")} == set(names)
    assert (filled.backups.path / "diary-of-mine.db").exists()
    assert all(filled.backups.look_at(name).state is BackupState.WHOLE for name in names)


# The second folder


@pytest.fixture
def second(filled: Store, tmp_path: Path) -> BackupFolder:
    (tmp_path / "stick").mkdir()
    return BackupFolder(tmp_path / "stick", filled.backups.origin)


def test_a_second_folder_gets_the_same_files(filled: Store, second: BackupFolder) -> None:
    for n in range(3):
        take(filled, NOW + n * DAY)
    second.mirror(filled.backups, NOW + 3 * DAY)
    assert second.names() == filled.backups.names()
    for name in second.names():
        assert second.look_at(name).state is BackupState.WHOLE
        assert second.file(name).read_bytes() == filled.backups.file(name).read_bytes()


def test_nothing_is_copied_twice(filled: Store, second: BackupFolder) -> None:
    take(filled)
    second.mirror(filled.backups, NOW)
    before = {each: each.stat().st_mtime_ns for each in second.path.iterdir()}
    second.mirror(filled.backups, NOW)
    assert {each: each.stat().st_mtime_ns for each in second.path.iterdir()} == before


def test_a_backup_that_is_damaged_by_now_is_not_copied(filled: Store, second: BackupFolder) -> None:
    file = filled.backups.file(take(filled).name)
    file.write_bytes(file.read_bytes()[:-1] + b"\x01")
    second.mirror(filled.backups, NOW)
    assert list(second.path.iterdir()) == []


def test_two_machines_that_share_a_second_folder_leave_each_other_s_backups(
    filled: Store, second: BackupFolder, open_store: Callable[..., Store], tmp_path: Path
) -> None:
    other = open_store(tmp_path / "other")
    for n in range(40):
        take(filled, NOW - n * DAY)
        other.backups.take(other.copy_to, reason=BackupReason.CHANGE, moment=NOW - n * DAY)
    for _ in range(2):
        second.mirror(filled.backups, NOW)
        BackupFolder(second.path, other.backups.origin).mirror(other.backups, NOW)
    filled.backups.thin(NOW)
    records = second.records()
    assert {each.digest for each in records if each.origin == filled.backups.origin} == {
        each.digest for each in filled.backups.records()
    }
    assert len([each for each in records if each.holdings.nights == 0]) == len(records) // 2
    assert all(second.look_at(name).state is BackupState.WHOLE for name in second.names())


def test_a_record_holds_nothing_of_the_person(filled: Store) -> None:
    backup = take(filled)
    text = (filled.backups.path / f"{backup.name}.json").read_text()
    assert "night 3" not in text
    assert set(json.loads(text)["backup"]) == {
        "name", "moment", "reason", "holdings", "digest", "program", "origin",
    }  # fmt: skip
