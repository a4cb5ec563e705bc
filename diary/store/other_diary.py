"""Another diary's file, from another machine or a copy: copied, brought up to date there, and read; never written."""

from __future__ import annotations

import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy.exc import DatabaseError

from diary.model.causes import DAMAGE_ERRORS
from diary.store.engine import copy_pages, driver, snapshot
from diary.store.folder import DIARY_NAME

if TYPE_CHECKING:
    from collections.abc import Iterator

SQLITE_HEAD = b"SQLite format 3\0"
"""How every file of SQLite begins."""
READ_ERRORS = (OSError, DatabaseError, driver.DatabaseError, *DAMAGE_ERRORS)
"""What reading such a file can end in."""


def is_database(head: bytes) -> bool:
    """Whether a file that begins like this is one of SQLite."""
    return head.startswith(SQLITE_HEAD)


@contextmanager
def copied_bytes(data: bytes) -> Iterator[Path]:
    """A folder of its own with a diary of these bytes, for as long as it is read."""
    with tempfile.TemporaryDirectory(prefix="night-cramp-diary-") as place:
        (Path(place) / DIARY_NAME).write_bytes(data)
        yield Path(place)


@contextmanager
def copied_file(path: Path) -> Iterator[Path]:
    """The same of a file, with what still waits in the log beside it. Raises one of READ_ERRORS.

    By SQLite's own backup: the file may be open in another program, and copying it as bytes could tear it.
    """
    with tempfile.TemporaryDirectory(prefix="night-cramp-diary-") as place:
        with snapshot(path) as connection:
            copy_pages(connection, Path(place) / DIARY_NAME)
        yield Path(place)
