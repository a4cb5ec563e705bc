"""Refusals about backups, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.language import tr
from diary.model.errors import DiaryError

if TYPE_CHECKING:
    from pathlib import Path

    from diary.model.causes import Cause


class BackupNotTakenError(DiaryError):
    """A backup that did not come about."""

    def __init__(self, folder: Path, cause: Cause) -> None:
        super().__init__(
            tr("No backup could be written to {folder} ({reason}). The diary itself is safe; {remedy}.").format(
                folder=folder, reason=cause.reason, remedy=cause.remedy
            )
        )


class NothingToBackUpError(DiaryError):
    """A diary that is damaged in its build: a copy of it would be as damaged, and push out the whole ones."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            tr(
                "The diary in {folder} is damaged, so no backup was taken of it and the earlier ones stay. Restore the "
                "newest of these."
            ).format(folder=folder)
        )


class SecondFolderError(DiaryError):
    """A second folder for backups that cannot be used now."""

    def __init__(self, folder: Path, cause: Cause) -> None:
        super().__init__(
            tr(
                "The second folder for backups, {folder}, cannot be used now ({reason}). Backups beside the diary go on, "
                "and what is missing there is copied when it is back."
            ).format(folder=folder, reason=cause.reason)
        )


class NotASecondFolderError(DiaryError):
    """A folder that cannot be the second one for backups."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            tr(
                "{folder} is no other folder that is there. Plug in the disk, or choose a folder away from the diary."
            ).format(folder=folder)
        )


class DamagedBackupError(DiaryError):
    """A backup that is not as it was when it was taken."""

    def __init__(self, name: str) -> None:
        super().__init__(
            tr(
                "The backup {name} is damaged, so it was not restored and the diary is as it was. Choose another one."
            ).format(name=name)
        )


class NotABackupError(DiaryError):
    """A file that is no diary."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            tr("{path} is no diary and no backup of one, so nothing was restored. Choose another file.").format(
                path=path
            )
        )


class NotRestoredError(DiaryError):
    """A restore that did not come about."""

    def __init__(self, cause: Cause) -> None:
        super().__init__(
            tr("The backup was not restored ({reason}). The diary is as it was; {remedy}.").format(
                reason=cause.reason, remedy=cause.remedy
            )
        )
