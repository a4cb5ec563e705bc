"""What SQLite puts beside a file to read it, and leaves there where nobody writes it."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from diary.model.errors import DiaryError
from diary.store.folder import DIARY_NAME
from diary.store.lock import LOCK_NAME, WriterLock
from diary.store.log_file import has_log, log_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Traces:
    """The files beside a diary before it was read; what came since can be taken away again."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        path = folder / DIARY_NAME
        self._files = [file for file in (log_of(path), path.with_name(f"{DIARY_NAME}-shm")) if not file.exists()]

    def remove(self) -> None:
        """Leave the folder of a file that nobody can write as it was found; not while another program has it open."""
        left = [file for file in self._files if file.exists()]
        if not left:
            return
        with suppress(DiaryError, OSError), self._alone():
            if not has_log(self._folder / DIARY_NAME):
                for file in left:
                    file.unlink(missing_ok=True)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        if not (self._folder / LOCK_NAME).exists():
            yield  # no program of ours has it open, and a lock would be a trace too
            return
        lock = WriterLock(self._folder)
        try:
            yield
        finally:
            lock.release()
