"""A backup put in the diary's place: built beside it, compared, and swapped in one step.

Until the one step the diary is as it was, and after it the backup is: a killed program leaves one of the two, whole.
"""

from __future__ import annotations

import time
from contextlib import suppress
from itertools import count
from typing import TYPE_CHECKING

from sqlalchemy.exc import DatabaseError

from diary.language import tr
from diary.model.backups import NAME_FORM
from diary.model.causes import CAUSES, DAMAGE_ERRORS, CauseKind, cause_at, cause_of
from diary.model.progress import UNWATCHED, Progress
from diary.store.backup_errors import DamagedBackupError, NotABackupError, NotRestoredError
from diary.store.backup_folder import DAMAGED_NAME
from diary.store.bounded_read import MOST_BYTES, refuse_large
from diary.store.change_count import MOST, change_count
from diary.store.engine import copy_pages, driver, empty_log, snapshot, writing_engine
from diary.store.errors import DamagedDiaryError, LeftoverError, NotADiaryError
from diary.store.folder import DIARY_NAME, prepare_folder
from diary.store.holdings import DAMAGE, holdings, whole_holdings
from diary.store.lock import WriterLock
from diary.store.log_file import has_log, is_of_another_copy, log_of
from diary.store.private_files import copy_private, make_private, sha256, sync, sync_folder
from diary.store.schema import FileState, file_state
from diary.store.seal import forget_digest, read_seal

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from sqlalchemy import Engine

    from diary.model.backups import Holdings

BUILD_NAME = "diary.db.restored"
PATIENCE = 5.0
"""Seconds that other programs have to be done with reading: a command is in one."""


def build_beside(
    source: Path, folder: Path, *, changes: int, digest: str = "", progress: Progress = UNWATCHED
) -> Holdings:
    """Build a diary of this version from a backup beside the folder's diary; gives what it holds.

    `changes` is how many the diary had saved that it is to replace, `digest` the hash that the backup has to have.
    Raises a refusal; then nothing is left of it.
    """
    build = folder / BUILD_NAME
    try:
        held = _build(source, build, digest, progress)
        _go_on_from(changes, build)
    except (DatabaseError, driver.DatabaseError, *DAMAGE_ERRORS, OSError) as error:
        remove_build(folder)
        cause = cause_at(error, build)
        if cause.kind in DAMAGE:
            raise DamagedBackupError(source.name) from error
        raise NotRestoredError(cause) from error
    except BaseException:
        remove_build(folder)
        raise
    return held


def restore_unopened(
    source: Path,
    folder: Path,
    backups: Path,
    moment: dt.datetime,
    *,
    digest: str = "",
    progress: Progress = UNWATCHED,
) -> str:
    """Put a backup in the place of a file that cannot be opened as a diary; gives the name under which that lies now.

    Also where nothing lies yet, as on a new machine. Raises a refusal, with the file as it was.
    """
    prepare_folder(folder)
    path = folder / DIARY_NAME
    if not path.exists() and log_of(path).exists():
        raise LeftoverError(log_of(path))
    lock = WriterLock(folder)
    try:
        seal = read_seal(folder)
        build_beside(source, folder, changes=seal.changes if seal else 0, digest=digest, progress=progress)
        progress.finish(tr("Putting it in its place"))
        name = set_damaged_aside(folder, backups, moment)
        swap(folder)
    except OSError as error:
        raise NotRestoredError(cause_of(error)) from error
    finally:
        remove_build(folder)
        lock.release()
    return name


def put_back(source: Path, folder: Path) -> None:
    """Put a damaged file that was set aside back where it lay, byte by byte, with its log. Raises a refusal."""
    path, lock = folder / DIARY_NAME, WriterLock(folder)
    try:
        copy_private(source, folder / BUILD_NAME)
        if has_log(source):
            copy_private(log_of(source), log_of(folder / BUILD_NAME))
        swap(folder)
        if has_log(folder / BUILD_NAME):
            log_of(folder / BUILD_NAME).replace(log_of(path))
    except OSError as error:
        raise NotRestoredError(cause_of(error)) from error
    finally:
        remove_build(folder)
        lock.release()


def remove_build(folder: Path) -> None:
    """Remove what was built, or begun, and is not wanted."""
    for ending in ("", "-wal", "-shm", "-journal"):
        with suppress(OSError):
            (folder / f"{BUILD_NAME}{ending}").unlink(missing_ok=True)


def swap(folder: Path) -> None:
    """Put what was built in the place of the diary, which nobody has open. Raises OSError."""
    path = folder / DIARY_NAME
    # What SQLite kept beside the former file would be played into this one. It is empty: all of it is in the file.
    for leftover in (log_of(path), path.with_name(f"{DIARY_NAME}-shm")):
        leftover.unlink(missing_ok=True)
    forget_digest(folder)
    (folder / BUILD_NAME).replace(path)
    sync_folder(folder)


def wait_for_empty_log(engine: Engine) -> None:
    """Move all that was saved into the file itself, which waits for who reads an earlier state. Raises a refusal."""
    end = time.monotonic() + PATIENCE
    with engine.connect() as connection:
        while not empty_log(connection):
            if time.monotonic() > end:
                raise NotRestoredError(CAUSES[CauseKind.BUSY])
            time.sleep(0.05)


def set_damaged_aside(folder: Path, backups: Path, moment: dt.datetime) -> str:
    """Copy a diary that cannot be backed up, and its log, to where backups lie; gives the name. Raises OSError.

    What is no file, or larger than any diary, is moved there instead: a pipe has no end, and such a copy fills the disk.
    """
    path, name = folder / DIARY_NAME, f"{DAMAGED_NAME}-{moment.strftime(NAME_FORM)}"
    if not path.exists():
        return ""
    backups.mkdir(mode=0o700, exist_ok=True)
    names = (f"{name}{f'-{number}' if number else ''}.db" for number in count())
    name = next(each for each in names if not (backups / each).exists())
    if path.is_file() and path.stat().st_size <= MOST_BYTES:
        copy_private(path, backups / name)
        if has_log(path):
            copy_private(log_of(path), backups / f"{name}-wal")
    else:
        path.rename(backups / name)
    sync_folder(backups)
    return name


def _build(source: Path, build: Path, digest: str, progress: Progress) -> Holdings:
    progress.step(tr("Reading the backup"))
    alone = not has_log(source) or is_of_another_copy(source)
    state = _state_of(source, alone=alone)
    progress.step(tr("Copying the backup"))
    before = _copy(source, build, progress, alone=alone)
    progress.step(tr("Checking the copy"))
    if digest and sha256(build) != digest:
        raise DamagedBackupError(source.name)
    found = whole_holdings(build)
    if found is None or found != before:
        raise DamagedBackupError(source.name)
    if state is FileState.BEHIND:
        from diary.store.upgrade import upgrade  # slow to load, and seldom needed

        progress.step(tr("Bringing the copy up to date"))
        upgrade(build)
        found = whole_holdings(build)
    if found is None or file_state(build, alone=True) is not FileState.CURRENT:
        raise DamagedBackupError(source.name)
    return found


def _state_of(source: Path, *, alone: bool) -> FileState:
    try:
        state = file_state(source, alone=alone)
    except NotADiaryError:
        raise NotABackupError(source) from None
    except DamagedDiaryError:
        raise DamagedBackupError(source.name) from None
    if state is FileState.ABSENT:
        raise NotABackupError(source)
    if state is FileState.DAMAGED:
        raise DamagedBackupError(source.name)
    return state


def _copy(source: Path, build: Path, progress: Progress, *, alone: bool) -> Holdings | None:
    """Copy the backup, with its log where it has one; gives what it holds."""
    refuse_large(source)
    if alone:
        copy_private(source, build)
        return whole_holdings(source)
    make_private(build)
    with snapshot(source) as connection:
        held = holdings(connection)
        copy_pages(connection, build, lambda share: progress.step(tr("Copying the backup"), share))
    sync(build)
    return held


def _go_on_from(changes: int, build: Path) -> None:
    """Let the diary go on counting from the one that it replaces: no seal and no log of that can be taken for its own."""
    engine = writing_engine(build)
    try:
        with engine.begin() as connection:
            count = (max(change_count(connection), changes) + 1) % MOST
            connection.exec_driver_sql(f"PRAGMA user_version={count}")
    finally:
        engine.dispose()
    if has_log(build):
        raise NotRestoredError(CAUSES[CauseKind.BUSY])
    sync(build)
