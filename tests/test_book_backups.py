"""Backups take themselves; any of them comes back, and can be taken back; the diary in front of it goes on."""

from __future__ import annotations

import datetime as dt
import errno
import threading
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import diary.book.backups as book_backups
from diary.book import Diary
from diary.book.backup_sources import newest_sound
from diary.exchange.contents import Contents
from diary.model.backups import BackupReason, BackupState, NoSuchBackupError
from diary.model.mornings import DAY
from diary.model.night import Cramp, Night
from diary.model.period import Period
from diary.model.preferences import Preferences
from diary.store.backup_errors import DamagedBackupError, NotABackupError, NotASecondFolderError, NotRestoredError
from diary.store.backup_folder import BackupFolder
from diary.store.backup_taking import backups_of
from diary.store.engine import driver
from diary.store.errors import NewerDiaryError
from diary.store.new_diary import HEAD
from tests.hygiene.test_names import SOURCE

if TYPE_CHECKING:
    from collections.abc import Iterator

START = dt.datetime(2026, 11, 24, 7, 5, tzinfo=dt.UTC)
TODAY = START.date()
HOUR = dt.timedelta(hours=1)
SCHEMAS = sorted((SOURCE.parent / "tests" / "data" / "schemas").glob("v*.db"))


class MovableClock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> dt.datetime:
        return self.now


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "diary"


@pytest.fixture
def book(folder: Path, clock: MovableClock) -> Iterator[Diary]:
    with closing(Diary.open(folder, clock=clock)) as book:
        yield book


def log(book: Diary, *days_ago: int) -> None:
    for days in days_ago:
        book.nights.log(TODAY - days * DAY, cramps=(Cramp(intensity=days % 10),), answers={}, note=None)


def reasons(book: Diary) -> list[BackupReason | None]:
    return [backup.reason for backup in book.backups.backups()]


# By themselves


def test_after_a_change_one_is_taken_and_the_next_an_hour_later(book: Diary, clock: MovableClock) -> None:
    book.backups.tend()
    assert reasons(book) == []
    log(book, 3)
    book.backups.tend()
    log(book, 2)
    clock.now += HOUR - dt.timedelta(minutes=1)
    book.backups.tend()
    assert len(reasons(book)) == 1
    clock.now += dt.timedelta(minutes=1)
    book.backups.tend()
    book.backups.tend()
    assert reasons(book) == [BackupReason.CHANGE] * 2
    clock.now += DAY
    book.backups.tend()
    assert len(reasons(book)) == 2


def test_a_clock_that_is_set_back_keeps_none_from_being_taken(book: Diary, clock: MovableClock) -> None:
    log(book, 3)
    book.backups.tend()
    clock.now -= 30 * DAY
    book.nights.log_quiet(clock.now.date())
    book.backups.tend()
    assert len(reasons(book)) == 2


def test_at_closing_one_is_taken_where_something_changed(book: Diary, folder: Path, clock: MovableClock) -> None:
    log(book, 3)
    book.backups.tend()
    book.close()
    with closing(Diary.open(folder, clock=clock)) as again:
        assert reasons(again) == [BackupReason.CHANGE]
        log(again, 2)
    with closing(Diary.open(folder, clock=clock, writable=False)) as again:
        assert reasons(again) == [BackupReason.CLOSING, BackupReason.CHANGE]
        assert [backup.state for backup in again.backups.backups()] == [BackupState.WHOLE] * 2


def test_one_is_taken_before_a_file_is_taken_in(book: Diary) -> None:
    log(book, 3)
    book.files.import_contents(Contents(nights=(Night(TODAY - 9 * DAY, ()),)))
    (backup,) = book.backups.backups()
    assert (backup.reason, backup.holdings and backup.holdings.nights) == (BackupReason.IMPORT, 1)


@pytest.mark.parametrize("schema", [path for path in SCHEMAS if path.stem != HEAD], ids=lambda path: path.stem)
def test_one_is_taken_before_an_upgrade_and_can_be_restored(folder: Path, clock: MovableClock, schema: Path) -> None:
    folder.mkdir()
    (folder / "diary.db").write_bytes(schema.read_bytes())
    with closing(Diary.open(folder, clock=clock)) as book:
        backup = book.backups.backups()[-1]
        assert (backup.reason, backup.state) == (BackupReason.UPGRADE, BackupState.WHOLE)
        nights = book.nights.all()
        assert backup.holdings
        assert backup.holdings.nights == len(nights)
        book.nights.delete(nights[-1].morning)
        book.backups.restore(backup.name)
        assert (book.nights.all(), book.files.check()) == (nights, ())


def test_one_is_taken_before_another_version_changes_anything(
    book: Diary, folder: Path, clock: MovableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    log(book, 3)
    book.backups.tend()
    log(book, 2)
    book._diary.store.close()  # as a killed program leaves it: without the backup of closing
    monkeypatch.setattr(book_backups, "__version__", "9.0")
    with closing(Diary.open(folder, clock=clock)) as again:
        assert reasons(again) == [BackupReason.VERSION, BackupReason.CHANGE]


def test_none_is_taken_of_a_demo_or_of_what_is_only_read(folder: Path, clock: MovableClock) -> None:
    with closing(Diary.open(folder, clock=clock, backups=False)) as book:
        log(book, 3)
        book.backups.tend()
    with closing(Diary.open(folder, clock=clock, writable=False)) as book:
        book.backups.tend()
    assert not (folder / "backups").exists()


def test_trouble_is_said_once_and_stands_until_one_comes_about(book: Diary, folder: Path, clock: MovableClock) -> None:
    (folder / "backups").write_text("a file in its place")
    log(book, 3)
    book.backups.tend()
    assert "The diary itself is safe" in book.backups.news()
    assert book.backups.news() == ""
    clock.now += HOUR
    book.backups.tend()
    assert book.backups.news() == ""
    assert "The diary itself is safe" in book.backups.status().trouble
    (folder / "backups").unlink()
    clock.now += HOUR
    book.backups.tend()
    assert (book.backups.status().trouble, len(reasons(book))) == ("", 1)


# The second folder


def test_a_second_folder_that_is_not_there_is_said_once_and_catches_up_when_it_is_back(
    book: Diary, tmp_path: Path, clock: MovableClock
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    book.backups.choose_second_folder(f" {stick} ")
    log(book, 3)
    book.backups.tend()
    assert len(list(stick.glob("*.db"))) == 1
    stick.rename(tmp_path / "drawer")
    for _ in range(2):
        clock.now += HOUR
        log(book, 2)
        book.backups.tend()
    assert "is back" in book.backups.news()
    assert book.backups.news() == ""
    assert "cannot be found" in book.backups.status().second_trouble
    (tmp_path / "drawer").rename(stick)
    book.backups.tend()
    status = book.backups.status()
    assert (status.second_trouble, status.second_last) == ("", status.last)
    assert sorted(each.name for each in stick.iterdir()) == sorted(
        each.name for each in (book.folder / "backups").iterdir()
    )


def test_what_a_killed_copy_left_in_the_second_folder_goes_with_the_next_and_another_machine_s_stays(
    book: Diary, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    log(book, 3)
    book.backups.tend()
    book.backups.choose_second_folder(str(stick))
    book.backups.tend()
    names = sorted(each.name for each in stick.iterdir())
    (file,) = stick.glob("*.db")
    (record,) = stick.glob("*.json")
    origin = book._diary.store.backups.origin
    file.rename(file.with_name(f"{file.stem}-{origin}.db.new"))  # as if killed before it had its name
    other = stick / f"{file.stem}-00000000.db.new"
    other.write_text("another machine is at it")
    assert record.exists()
    book.backups.choose_second_folder(str(stick))
    book.backups.tend()
    assert sorted(each.name for each in stick.iterdir()) == sorted([*names, other.name])


@pytest.mark.parametrize("place", ["", "backups", "../nowhere", "diary.db"])
def test_the_diary_s_own_folder_and_one_that_is_not_there_are_no_second_folder(book: Diary, place: str) -> None:
    log(book, 3)
    book.backups.tend()
    with pytest.raises(NotASecondFolderError):
        book.backups.choose_second_folder(str(book.folder / place))
    assert book.backups.status().second_folder == ""


def test_the_second_folder_is_remembered_and_in_no_export(
    book: Diary, folder: Path, tmp_path: Path, clock: MovableClock
) -> None:
    book.person.keep_preferences(Preferences(text_scale=1.5))
    book.backups.choose_second_folder(str(tmp_path))
    assert str(tmp_path).encode() not in book.files.export_json()
    book.close()
    with closing(Diary.open(folder, clock=clock)) as again:
        assert again.backups.status().second_folder == str(tmp_path)
        assert again.person.preferences() == Preferences(text_scale=1.5)
        assert again.files.check() == ()
        assert again.backups.choose_second_folder("") == ""
        assert again.backups.status().second_folder == ""


def test_the_copy_in_the_second_folder_is_restored_where_that_beside_the_diary_is_damaged(
    book: Diary, tmp_path: Path
) -> None:
    (tmp_path / "stick").mkdir()
    book.backups.choose_second_folder(str(tmp_path / "stick"))
    log(book, 3)
    book.backups.tend()
    (backup,) = book.backups.backups()
    (book.folder / "backups" / f"{backup.name}.db").write_bytes(b"damaged")
    log(book, 2)
    assert [each.in_second_folder for each in book.backups.backups()] == [False, True] or [
        each.in_second_folder for each in book.backups.backups()
    ] == [True, False]
    book.backups.restore(backup.name)
    assert [night.morning for night in book.nights.all()] == [TODAY - 3 * DAY]


# Restored


@pytest.fixture
def backups_of_five_days(book: Diary, clock: MovableClock) -> dict[str, list[Night]]:
    """The nights that the diary held when each backup was taken, by its name."""
    nights = {}
    for days in range(5, 0, -1):
        log(book, days)
        clock.now += DAY
        book.backups.tend()
        last = book.backups.status().last
        assert last
        nights[last.name] = book.nights.all()
    return nights


def test_every_backup_comes_back_whole_and_the_restore_is_undone(
    book: Diary, backups_of_five_days: dict[str, list[Night]]
) -> None:
    present = book.nights.all()
    assert len(backups_of_five_days) == 5
    for name, nights in backups_of_five_days.items():
        restoration = book.backups.restore(name)
        assert (book.nights.all(), book.files.check(), book.files.notices()) == (nights, (), ())
        assert restoration.holdings.nights == len(nights)
        book.nights.log_quiet(TODAY - 20 * DAY)
        book.undo()
        assert book.backups.status().undoing is not None
        book.backups.restore(restoration.before)
        assert (book.nights.all(), book.files.check()) == (present, ())


def test_what_was_restored_stays_restored_when_the_diary_is_opened_again(
    book: Diary, folder: Path, clock: MovableClock, backups_of_five_days: dict[str, list[Night]]
) -> None:
    name = next(iter(backups_of_five_days))
    book.backups.restore(name)
    assert not (folder / "diary.db-wal").exists() or (folder / "diary.db-wal").stat().st_size == 0
    book.close()
    with closing(Diary.open(folder, clock=clock)) as again:
        assert (again.nights.all(), again.files.notices(), again.files.check()) == (backups_of_five_days[name], (), ())
    assert {each.name for each in folder.iterdir()} <= {"backups", "diary.db", "diary.lock", "diary.seal"}


def test_what_was_computed_before_is_not_shown_after(book: Diary, backups_of_five_days: dict[str, list[Night]]) -> None:
    version = book.version()
    last = list(backups_of_five_days)[-1]  # the same acts as now
    book.backups.restore(last)
    assert book.version() != version


def test_the_choice_of_the_second_folder_outlives_a_restore(book: Diary, tmp_path: Path) -> None:
    log(book, 3)
    book.backups.tend()
    (backup,) = book.backups.backups()
    (tmp_path / "stick").mkdir()
    book.backups.choose_second_folder(str(tmp_path / "stick"))
    book.backups.restore(backup.name)
    assert book._diary.store.backup_folder() == str(tmp_path / "stick")


def test_a_damaged_backup_is_refused_and_the_diary_stays(
    book: Diary, backups_of_five_days: dict[str, list[Night]]
) -> None:
    name = next(iter(backups_of_five_days))
    file = book.folder / "backups" / f"{name}.db"
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)
    before = book.nights.all()
    with pytest.raises(DamagedBackupError, match="the diary is as it was"):
        book.backups.restore(name)
    with pytest.raises(NoSuchBackupError):
        book.backups.restore("diary-20200101T000000Z")
    assert book.nights.all() == before
    assert not list(book.folder.glob("*restored*"))
    log(book, 0)


def test_a_file_that_is_no_diary_is_refused(book: Diary, tmp_path: Path) -> None:
    photo, notes = tmp_path / "photo.db", tmp_path / "notes.db"
    photo.write_bytes(b"\x89PNG" * 1000)
    with closing(driver.connect(str(notes))) as connection:
        connection.execute("CREATE TABLE night (morning TEXT)")
    log(book, 3)
    for file in (photo, notes):
        with pytest.raises(NotABackupError):
            book.backups.restore(str(file))
    assert len(book.nights.all()) == 1


@pytest.mark.parametrize("is_damaged", [True, False])
def test_a_diary_that_counted_no_changes_is_saved_before_a_restore_too(
    book: Diary, folder: Path, clock: MovableClock, backups_of_five_days: dict[str, list[Night]], *, is_damaged: bool
) -> None:
    book.close()
    (folder / "diary.seal").unlink()
    with closing(driver.connect(str(folder / "diary.db"), isolation_level=None)) as connection:
        connection.execute("PRAGMA user_version=0")
    content = bytearray((folder / "diary.db").read_bytes())
    if is_damaged:
        content[-4096:-4036] = b"\xff" * 60
        (folder / "diary.db").write_bytes(content)
    with closing(Diary.open(folder, clock=clock)) as again:
        restoration = again.backups.restore(next(iter(backups_of_five_days)))
        assert len(again.nights.all()) == 1
        saved = folder / "backups" / (restoration.before if is_damaged else f"{restoration.before}.db")
        assert restoration.is_damaged == is_damaged
        assert (saved.read_bytes() == content) == is_damaged
        if not is_damaged:
            again.backups.restore(restoration.before)
            assert len(again.nights.all()) == 5


def test_a_backup_of_a_newer_version_is_refused(book: Diary, backups_of_five_days: dict[str, list[Night]]) -> None:
    name = next(iter(backups_of_five_days))
    file = book.folder / "backups" / f"{name}.db"
    (book.folder / "backups" / f"{name}.json").unlink()
    with closing(driver.connect(str(file), isolation_level=None)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = 'v9999'")
    before = book.nights.all()
    with pytest.raises(NewerDiaryError):
        book.backups.restore(name)
    assert book.nights.all() == before


def test_what_an_interrupted_restore_left_goes_when_the_diary_is_opened(folder: Path, clock: MovableClock) -> None:
    folder.mkdir()
    for name in ("diary.db.restored", "diary.db.restored-wal"):
        (folder / name).write_text("half")
    Diary.open(folder, clock=clock).close()
    assert not list(folder.glob("*restored*"))


def test_the_newest_sound_backup_is_no_copy_of_damage(book: Diary, clock: MovableClock) -> None:
    log(book, 3)
    book.backups.tend()
    sound = book.backups.status().last
    log(book, 2)
    with closing(driver.connect(str(book.folder / "diary.db"), isolation_level=None)) as connection:
        connection.execute("PRAGMA ignore_check_constraints=ON")
        connection.execute("UPDATE night SET cramps_told_at = 'qq' WHERE morning = ?", [str(TODAY - 2 * DAY)])
    clock.now += HOUR
    log(book, 1)
    book.backups.tend()
    found = newest_sound([backups_of(book.folder)])
    assert len(book.backups.backups()) == 2
    assert sound
    assert found
    assert Path(found.name).stem == sound.name


def test_a_full_second_folder_is_not_filled_anew_at_each_look(
    book: Diary, tmp_path: Path, clock: MovableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "stick").mkdir()
    book.backups.choose_second_folder(str(tmp_path / "stick"))
    attempts = []

    def refuse(*_: object) -> None:
        attempts.append(1)
        raise OSError(errno.ENOSPC, "no space")

    monkeypatch.setattr(BackupFolder, "mirror", refuse)
    log(book, 3)
    for _ in range(5):
        book.backups.tend()
        clock.now += dt.timedelta(seconds=10)
    assert len(attempts) == 1
    assert "the disk is full" in book.backups.status().second_trouble
    clock.now += dt.timedelta(minutes=5)
    book.backups.tend()
    assert len(attempts) == 2
    monkeypatch.undo()
    clock.now += dt.timedelta(minutes=5)
    book.backups.tend()
    assert book.backups.status().second_trouble == ""


def test_another_diary_s_file_is_restored_with_what_lies_in_its_log(
    book: Diary, tmp_path: Path, clock: MovableClock
) -> None:
    log(book, 3)
    with closing(Diary.open(tmp_path / "other", clock=clock, backups=False)) as other:
        log(other, 9)
        path = tmp_path / "other" / "diary.db"
        with closing(driver.connect(str(path))) as reader:
            reader.execute("BEGIN")
            reader.execute("SELECT count(*) FROM night").fetchall()
            log(other, 8)  # stays in the log
            assert path.with_name("diary.db-wal").stat().st_size > 0
            book.backups.restore(str(path))
    assert [night.morning for night in book.nights.all()] == [TODAY - 9 * DAY, TODAY - 8 * DAY]


def test_a_program_that_reads_all_the_while_keeps_the_restore_away_and_the_diary_as_it_is(
    book: Diary, backups_of_five_days: dict[str, list[Night]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("diary.store.restoring.PATIENCE", 0.2)
    before = book.nights.all()
    with closing(driver.connect(str(book.folder / "diary.db"))) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM night").fetchall()
        log(book, 0)
        with pytest.raises(NotRestoredError, match="another program is using the file"):
            book.backups.restore(next(iter(backups_of_five_days)))
    assert len(book.nights.all()) == len(before) + 1
    book.backups.restore(next(iter(backups_of_five_days)))
    assert len(book.nights.all()) == 1


def test_others_read_one_diary_or_the_other_while_it_is_restored(
    book: Diary, backups_of_five_days: dict[str, list[Night]]
) -> None:
    names, enough, seen = list(backups_of_five_days), threading.Event(), set()
    faults: list[BaseException] = []

    def read() -> None:
        while not enough.is_set():
            try:
                seen.add(len(book.nights.between(Period(TODAY - 30 * DAY, TODAY))))
                book.files.check()
            except BaseException as error:  # noqa: BLE001  # told below
                faults.append(error)

    threads = [threading.Thread(target=read) for _ in range(3)]
    for thread in threads:
        thread.start()
    for name in names * 3:
        book.backups.restore(name)
        book.nights.log_quiet(TODAY - 40 * DAY)
    enough.set()
    for thread in threads:
        thread.join()
    assert faults == []
    assert seen <= {1, 2, 3, 4, 5}
    assert book.files.check() == ()


def test_a_diary_that_is_damaged_is_set_aside_and_the_backup_takes_its_place(
    book: Diary, folder: Path, clock: MovableClock, backups_of_five_days: dict[str, list[Night]]
) -> None:
    book.close()
    content = bytearray((folder / "diary.db").read_bytes())
    content[-4096 + 0 : -4096 + 60] = b"\xff" * 60
    (folder / "diary.db").write_bytes(content)
    name = list(backups_of_five_days)[-1]
    with closing(Diary.open(folder, clock=clock)) as damaged:
        assert damaged.files.check() != ()
        restoration = damaged.backups.restore(name)
        assert restoration.is_damaged == (not damaged.backups.status().undoing)
        assert damaged.nights.all() == backups_of_five_days[name]
        damaged.nights.log_quiet(TODAY)
        assert damaged.files.check() == ()
    if restoration.is_damaged:
        assert (folder / "backups" / restoration.before).read_bytes() == bytes(content)
