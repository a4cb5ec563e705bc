"""One writer at a time: a lock that the system frees when its holder ends, however it ends."""

from __future__ import annotations

import os
import sys
from os.path import samestat
from typing import TYPE_CHECKING

from diary.model.causes import CAUSES, CauseKind
from diary.model.errors import DiaryIsOpenError
from diary.store.errors import NotSavedError
from diary.store.refusals import folder_refusal

if TYPE_CHECKING:
    from pathlib import Path

LOCK_NAME = "diary.lock"


class WriterLock:
    """The right to write the diary in a folder, held by one process."""

    def __init__(self, folder: Path) -> None:
        """Take the lock. Raises DiaryIsOpenError at once where it is held already."""
        self._folder = folder
        self._descriptor = _locked_descriptor(folder)

    def hold(self) -> None:
        """Take it anew where its file was deleted or replaced: whoever opens the diary now would lock another file.

        Raises NotSavedError where somebody did.
        """
        try:
            is_there = samestat(os.fstat(self._descriptor), (self._folder / LOCK_NAME).stat())
        except OSError:
            is_there = False
        if is_there:
            return
        try:
            descriptor = _locked_descriptor(self._folder)
        except DiaryIsOpenError:
            raise NotSavedError(CAUSES[CauseKind.BUSY]) from None
        os.close(self._descriptor)
        self._descriptor = descriptor

    def release(self) -> None:
        """Give the lock back. Its file stays: deleting it would let two processes lock two files of one name."""
        os.close(self._descriptor)


def _locked_descriptor(folder: Path) -> int:
    try:
        descriptor = os.open(folder / LOCK_NAME, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise folder_refusal(error, folder) from error
    try:
        _lock(descriptor)
    except OSError:
        os.close(descriptor)
        raise DiaryIsOpenError from None
    return descriptor


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
