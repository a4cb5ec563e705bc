"""The way back from a mending: the damaged file that it set aside, looked at again, or put back where it lay."""

from __future__ import annotations

import datetime as dt
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from diary.model.backups import BackupReason, NoSuchBackupError
from diary.model.progress import UNWATCHED, Progress
from diary.store.backup_taking import backups_of
from diary.store.errors import DamagedDiaryError, NotADiaryError
from diary.store.restoring import put_back, set_damaged_aside
from diary.store.salvage.salvaging import salvage

if TYPE_CHECKING:
    from diary.clock import Clock
    from diary.model.salvage import Salvage


def damaged_file_named(folder: Path, name: str) -> Path | None:
    """The damaged file of this name among the backups of a diary; None where there is none."""
    backups, stem = backups_of(folder), name.removesuffix(".db")
    return backups.file(stem) if stem in {file.name for file in backups.damaged_files()} else None


def salvage_damaged_file(folder: Path, name: str, place: Path, progress: Progress = UNWATCHED) -> Salvage:
    """Bring what can be read of a file that was set aside into a new diary at another place. Raises a refusal."""
    file = damaged_file_named(folder, name)
    if file is None:
        raise NoSuchBackupError(name)
    return salvage(file, place, progress)


def try_damaged_file(folder: Path, name: str, progress: Progress = UNWATCHED) -> Salvage:
    """What can be read of a file that was set aside; nothing is changed. Raises a refusal."""
    with TemporaryDirectory() as place:
        return salvage_damaged_file(folder, name, Path(place), progress)


def put_back_damaged(folder: Path, name: str, *, clock: Clock) -> str:
    """Put a file that was set aside back where it lay, byte by byte, as it was before the mending.

    Gives the name of the backup of the diary that lies there now; of one that cannot be opened, under which it is set
    aside. Empty where there is nothing to lose. Raises a refusal, with the diary as it was.
    """
    file = damaged_file_named(folder, name)
    if file is None:
        raise NoSuchBackupError(name)
    before = _save_present(folder, clock)
    put_back(file, folder)
    return before


def _save_present(folder: Path, clock: Clock) -> str:
    from diary.book import Diary

    if not Diary.exists_in(folder):
        return ""
    try:
        with closing(Diary.open(folder, clock=clock)) as book:
            if not book.is_damaged:
                return book.backups.before(BackupReason.RESTORE)
    except (DamagedDiaryError, NotADiaryError):
        pass
    return set_damaged_aside(folder, backups_of(folder).path, clock().astimezone(dt.UTC))
