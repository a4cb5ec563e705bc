"""Files for the owner alone, and what has to reach the disk before anything builds on it."""

from __future__ import annotations

import errno
import hashlib
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

PIECE = 1024 * 1024
NOT_KNOWN = (errno.EINVAL, errno.ENOTSUP, errno.EBADF)


def make_private(path: Path) -> None:
    """Make an empty file that only its owner reads, in place of what an interrupted attempt left there."""
    for leftover in (path, path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")):
        leftover.unlink(missing_ok=True)
    # SQLite gives its -wal and -shm files the rights of the file they belong to.
    os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))


def copy_private(source: Path, path: Path) -> None:
    """Copy a file's bytes into a private file, down to the disk."""
    make_private(path)
    with source.open("rb") as original, path.open("wb") as copy:
        while piece := original.read(PIECE):
            copy.write(piece)
    sync(path)


def sync(path: Path) -> None:
    """Wait until a file's bytes are on the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Wait until the folder's names are on the disk; Windows, and some disks of other machines, know no such wish."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in NOT_KNOWN:
            raise
    finally:
        os.close(descriptor)


def sha256(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
