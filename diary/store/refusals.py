"""What the driver and the system refuse, as refusals in words: one sentence that names the cause and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.model.causes import Cause, CauseKind, cause_at, cause_of
from diary.store.errors import (
    DamagedDiaryError,
    DiskFullError,
    DiskNotReadError,
    FolderNotUsableError,
    NotADiaryError,
    NotSavedError,
)

if TYPE_CHECKING:
    from pathlib import Path

    from diary.model.errors import DiaryError

NO_ROOM = (CauseKind.FULL, CauseKind.NOT_WRITTEN, CauseKind.DISK_FAILED)
OF_THE_FOLDER = (CauseKind.READ_ONLY, CauseKind.NOT_ALLOWED, CauseKind.NOT_THERE)
"""Causes that another folder mends."""


def saving_refusal(error: BaseException, path: Path) -> DiaryError:
    """The refusal of an act on the diary's file."""
    cause = cause_at(error, path)
    if cause.kind is CauseKind.DAMAGED:
        return DamagedDiaryError(path)
    return DiskFullError(cause) if cause.kind in NO_ROOM else NotSavedError(cause)


def opening_refusal(error: BaseException, path: Path) -> DiaryError:
    """The refusal to open the diary's file, or to read it."""
    cause = cause_at(error, path)
    if refusal := _file_refusal(cause, path):
        return refusal
    return _opening_folder_refusal(cause, path.parent)


def folder_refusal(error: OSError, folder: Path) -> DiaryError:
    """The refusal of a folder that the system does not let be made, read or written."""
    cause = cause_of(error)
    return FolderNotUsableError(folder, cause.reason, cause.remedy)


def _file_refusal(cause: Cause, path: Path) -> DiaryError | None:
    if cause.kind is CauseKind.DAMAGED:
        return DamagedDiaryError(path)
    return NotADiaryError(path) if cause.kind is CauseKind.NOT_A_DATABASE else None


def _opening_folder_refusal(cause: Cause, folder: Path) -> DiaryError:
    if cause.kind in OF_THE_FOLDER:
        return FolderNotUsableError(folder, cause.reason, cause.remedy)
    return DiskNotReadError(folder, cause)
