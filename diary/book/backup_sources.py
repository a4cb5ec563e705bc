"""Where a backup lies that was named, and what is done with one where no diary can be opened."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from diary.model.backups import BackupState, ListedBackup, NoSuchBackupError
from diary.store.backup_folder import BackupFolder
from diary.store.backup_taking import backups_of
from diary.store.restoring import build_beside, restore_unopened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.model.backups import Holdings


def backups_in(folder: Path) -> list[ListedBackup]:
    """The backups beside a diary, which need not be open, newest first, each looked at again."""
    return list(looks_at(backups_of(folder)))


def looks_at(folder: BackupFolder) -> Iterator[ListedBackup]:
    """Each backup of a folder, newest first, looked at again."""
    return (folder.look_at(name) for name in folder.names())


def restore_unopened_diary(folder: Path, chosen: str, *, moment: dt.datetime) -> str:
    """Put a backup in the place of a file that cannot be opened as a diary; gives the name under which that lies now."""
    backups = backups_of(folder)
    source, digest = backup_source(chosen, [backups])
    return restore_unopened(source, folder, backups.path, moment.astimezone(dt.UTC), digest=digest)


def try_unopened(folder: Path, chosen: str) -> Holdings:
    """Build elsewhere what a backup would be restored to where there is no diary; gives what it holds."""
    return try_source(*backup_source(chosen, [backups_of(folder)]))


def try_source(source: Path, digest: str) -> Holdings:
    """Build elsewhere what a file would be restored to; gives what it holds. Raises a refusal."""
    with TemporaryDirectory() as place:
        return build_beside(source, Path(place), changes=0, digest=digest)


def backup_source(chosen: str, folders: list[BackupFolder]) -> tuple[Path, str]:
    """The file of a backup, by its name or as a file, and the hash that it has to have; empty where none is known.

    Of a backup that lies in several folders, one that is whole. Raises NoSuchBackupError.
    """
    places = [(folder, chosen) for folder in folders if chosen in folder.names()]
    file = Path(chosen).expanduser()
    if not places:
        if not file.is_file():
            raise NoSuchBackupError(chosen)
        beside = BackupFolder(file.parent, "")
        places = [(beside, file.stem)] if file.suffix == ".db" and file.stem in beside.names() else []
    whole = (place for place in places if place[0].look_at(place[1]).state is BackupState.WHOLE)
    for folder, name in (*whole, *places):
        record = folder.record(name)
        return folder.file(name), record.digest if record else ""
    return file, ""
