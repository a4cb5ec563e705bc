"""One writer at a time: a lock that the system frees when its holder ends, however it ends."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from diary.model.errors import DiaryIsOpenError
from diary.store.refusals import folder_not_usable

if TYPE_CHECKING:
    from pathlib import Path

LOCK_NAME = "diary.lock"


class WriterLock:
    """The right to write the diary in a folder, held by one process."""

    def __init__(self, folder: Path) -> None:
        """Take the lock. Raises DiaryIsOpenError at once where it is held already."""
        try:
            self._descriptor = os.open(folder / LOCK_NAME, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise folder_not_usable(error, folder) from error
        try:
            _lock(self._descriptor)
        except OSError:
            os.close(self._descriptor)
            raise DiaryIsOpenError from None

    def release(self) -> None:
        """Give the lock back. Its file stays: deleting it would let two processes lock two files of one name."""
        os.close(self._descriptor)


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
