"""Where a backup lies that was named, and what is done with one where no diary can be opened."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from diary.model.backups import BackupState, ListedBackup, NoSuchBackupError
from diary.model.progress import UNWATCHED, Progress
from diary.store.backup_folder import BACKUPS_NAME, BackupFolder
from diary.store.backup_problems import problems_of
from diary.store.backup_taking import backups_of
from diary.store.folder import DIARY_NAME
from diary.store.restoring import build_beside, restore_unopened

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from diary.model.backups import DamagedFile, Holdings


def backups_in(folder: Path) -> list[ListedBackup]:
    """The backups beside a diary, which need not be open, newest first, each looked at again."""
    return list(looks_at(backups_of(folder)))


def damaged_files_in(folder: Path) -> list[DamagedFile]:
    """The damaged files that mending set aside among the backups of a diary, newest first."""
    return backups_of(folder).damaged_files()


def looks_at(folder: BackupFolder) -> Iterator[ListedBackup]:
    """Each backup of a folder, newest first, looked at again."""
    return (folder.look_at(name) for name in folder.names())


def newest_sound(folders: Iterable[BackupFolder]) -> ListedBackup | None:
    """The newest backup that is as it was when it was taken, and was no copy of damage even then; by its file."""
    found = [
        replace(backup, name=str(folder.file(backup.name)))
        for folder in folders
        for backup in [_newest_sound(folder)]
        if backup
    ]
    return max(found, key=lambda backup: backup.moment, default=None)


def _newest_sound(folder: BackupFolder) -> ListedBackup | None:
    whole = (backup for backup in looks_at(folder) if backup.state is BackupState.WHOLE)
    return next((backup for backup in whole if not problems_of(folder.file(backup.name))), None)


def restore_unopened_diary(folder: Path, chosen: str, *, moment: dt.datetime, progress: Progress = UNWATCHED) -> str:
    """Put a backup in the place of a file that cannot be opened as a diary; gives the name under which that lies now."""
    backups = backups_of(folder)
    source, digest = backup_source(chosen, [backups])
    return restore_unopened(source, folder, backups.path, moment.astimezone(dt.UTC), digest=digest, progress=progress)


def try_unopened(folder: Path, chosen: str) -> Holdings:
    """Build elsewhere what a backup would be restored to where there is no diary; gives what it holds."""
    return try_source(*backup_source(chosen, [backups_of(folder)]))


def try_source(source: Path, digest: str) -> Holdings:
    """Build elsewhere what a file would be restored to; gives what it holds. Raises a refusal."""
    with TemporaryDirectory() as place:
        return build_beside(source, Path(place), changes=0, digest=digest)


def backup_source(chosen: str, folders: list[BackupFolder]) -> tuple[Path, str]:
    """The file of a backup, by its name or as a file, and the hash that it has to have; empty where none is known.

    Of a backup that lies in several folders, one that is whole; of a folder, the newest in it. Raises
    NoSuchBackupError.
    """
    places = [(folder, chosen) for folder in folders if chosen in folder.names()]
    file = Path(chosen).expanduser()
    if not places:
        if file.is_dir():
            file = _newest_in(file)
        if not file.is_file():
            raise NoSuchBackupError(chosen)
        beside = BackupFolder(file.parent, "")
        places = [(beside, file.stem)] if file.suffix == ".db" and file.stem in beside.names() else []
    whole = (place for place in places if place[0].look_at(place[1]).state is BackupState.WHOLE)
    for folder, name in (*whole, *places):
        record = folder.record(name)
        return folder.file(name), record.digest if record else ""
    return file, ""


def _newest_in(folder: Path) -> Path:
    """The newest whole backup in a folder, or in the one for backups in it; else the diary that lies there."""
    newest = newest_sound([BackupFolder(folder, ""), BackupFolder(folder / BACKUPS_NAME, "")])
    return Path(newest.name) if newest else folder / DIARY_NAME
