"""Refusals of the store, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.language import tr
from diary.model.errors import DiaryError

if TYPE_CHECKING:
    from pathlib import Path


class NotADiaryError(DiaryError):
    """A file in the diary's place that is something else."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            tr("{path} is not a night cramp diary, so it was left as it is. Choose another folder.").format(path=path)
        )


class NewerDiaryError(DiaryError):
    """A diary written by a later version of the program."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            tr("{path} was written by a newer version of this program. Install that version to open it.").format(
                path=path
            )
        )


class DamagedDiaryError(DiaryError):
    """A diary whose file is damaged."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            tr("{path} is damaged, so it was left as it is. Bring back a copy of it from your backup.").format(
                path=path
            )
        )


class FolderNotUsableError(DiaryError):
    """A folder that cannot be made, read or written."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            tr("The folder {path} cannot be used ({reason}). Choose another folder.").format(path=path, reason=reason)
        )


class NoDiaryError(DiaryError):
    """A folder without a diary, where one is only to be read."""

    def __init__(self, path: Path) -> None:
        super().__init__(tr("There is no diary in {path} yet. Log a night first.").format(path=path))


class NotSavedError(DiaryError):
    """A write that the disk did not take."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            tr(
                "This could not be saved ({reason}). What was saved before is safe; make room on the disk and try again."
            ).format(reason=reason)
        )


class ReadOnlyDiaryError(DiaryError):
    """A diary that was opened only to be read."""

    def __init__(self) -> None:
        super().__init__(tr("The diary was opened for reading only, so nothing was changed."))
