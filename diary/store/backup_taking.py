"""Where a diary's backups lie, and the one that is taken before its file is brought up to date."""

from __future__ import annotations

import hashlib
import platform
from typing import TYPE_CHECKING

from diary.model.backups import BackupReason
from diary.store.backup_folder import BACKUPS_NAME, BackupFolder
from diary.store.engine import copy_pages, snapshot
from diary.store.folder import DIARY_NAME
from diary.store.holdings import holdings

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from diary.model.backups import Holdings


def backups_of(folder: Path) -> BackupFolder:
    """The backups of the diary in this folder."""
    return BackupFolder(folder / BACKUPS_NAME, origin_of(folder, platform.node()))


def origin_of(folder: Path, machine: str) -> str:
    """What tells the backups of this diary, in a folder where others lie too, without telling anything else."""
    return hashlib.sha256(f"{machine}\n{folder.absolute()}".encode(errors="surrogateescape")).hexdigest()[:8]


def back_up_before_upgrade(folder: Path, moment: dt.datetime) -> None:
    """Take a backup of a diary that is behind. Raises a refusal; then it is not to be upgraded."""

    def copy(path: Path) -> Holdings:
        with snapshot(folder / DIARY_NAME) as connection:
            held = holdings(connection)
            copy_pages(connection, path)
        return held

    backups_of(folder).take(copy, reason=BackupReason.UPGRADE, moment=moment)
