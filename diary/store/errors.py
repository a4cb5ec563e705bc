"""Refusals of the store, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.language import tr
from diary.model.errors import DiaryError

if TYPE_CHECKING:
    from pathlib import Path

    from diary.model.causes import Cause


class NotADiaryError(DiaryError):
    """A file in the diary's place that is something else."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            tr("{path} is not a night cramp diary, so it was left as it is. Choose another folder.").format(path=path)
        )


class NotADiaryFileError(DiaryError):
    """A file that was to be taken in and that is no diary, or too damaged to be read as one."""

    def __init__(self, name: str) -> None:
        super().__init__(
            tr(
                "“{name}” cannot be read as a diary: it is a file of another program, or damaged. Choose another copy of it."
            ).format(name=name)
        )


class NewerDiaryError(DiaryError):
    """A diary written by a later version of the program."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            tr("{path} was written by a newer version of this program. Install that version to open it.").format(
                path=path
            )
        )


class OlderDiaryError(DiaryError):
    """A diary of an earlier version, where it is only to be read."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            tr(
                "{path} was written by an older version of this program. Open the diary once to bring it up to date."
            ).format(path=path)
        )


class DamagedDiaryError(DiaryError):
    """A diary whose file is damaged."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            tr("{path} is damaged, so it was left as it is. Bring back a copy of it from your backup.").format(
                path=path
            )
        )


class DamagedForWritingError(DiaryError):
    """An act on a diary whose file is damaged in its build: to write to it could destroy more."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            tr(
                "The diary's file is damaged, so nothing more is written to it and nothing was changed. Export what can "
                "be read, and bring back a copy of {path} from your backup."
            ).format(path=path)
        )


class LeftoverError(DiaryError):
    """A part of a diary whose main file is gone. Beside a new diary, SQLite would take it for that one's."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            tr(
                "{path} lies there without its diary, so no new diary was begun. Move it to another folder first."
            ).format(path=path)
        )


class UpgradeFailedError(DiaryError):
    """A diary of an earlier version that could not be brought up to date."""

    def __init__(self, path: Path, reason: object, remedy: str = "") -> None:
        words = remedy or tr("open it with the version of this program that wrote it")
        super().__init__(
            tr("{path} could not be brought up to date ({reason}), so it was left as it is. {Remedy}.").format(
                path=path, reason=reason, Remedy=f"{words[:1].upper()}{words[1:]}"
            )
        )


class FolderNotUsableError(DiaryError):
    """A folder that cannot be made, read or written."""

    def __init__(self, path: Path, reason: object, remedy: str = "") -> None:
        words = remedy or tr("choose another folder")
        super().__init__(
            tr("The folder {path} cannot be used ({reason}). {Remedy}.").format(
                path=path, reason=reason, Remedy=f"{words[:1].upper()}{words[1:]}"
            )
        )


class DiskNotReadError(DiaryError):
    """A diary whose disk does not let it be opened: mostly a full one, for SQLite writes a little to read too."""

    def __init__(self, path: Path, cause: Cause) -> None:
        super().__init__(
            tr("The diary in {path} cannot be opened ({reason}). What was saved is safe; {remedy}.").format(
                path=path, reason=cause.reason, remedy=cause.remedy
            )
        )


class NoDiaryError(DiaryError):
    """A folder without a diary, where one is only to be read."""

    def __init__(self, path: Path) -> None:
        super().__init__(tr("There is no diary in {path} yet. Log a night first.").format(path=path))


class NotSavedError(DiaryError):
    """A write that did not come about."""

    def __init__(self, cause: Cause) -> None:
        super().__init__(
            tr("This could not be saved ({reason}). What was saved before is safe; {remedy}.").format(
                reason=cause.reason, remedy=cause.remedy
            )
        )


class DiskFullError(NotSavedError):
    """A write that the disk did not take."""


class ReadOnlyDiaryError(DiaryError):
    """A diary that was opened only to be read."""

    def __init__(self) -> None:
        super().__init__(
            tr("The diary was opened for reading only, so nothing was changed. Open it for writing first.")
        )


class ClosedDiaryError(DiaryError):
    """A diary that was closed already."""

    def __init__(self) -> None:
        super().__init__(tr("The diary was closed, so nothing was read or changed. Open it again."))
