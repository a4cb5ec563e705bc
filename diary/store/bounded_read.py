"""Reads a file whole, where it is one and can be a diary: a disk, a pipe or a file without end is refused, not waited for."""

from __future__ import annotations

import errno
import os
import stat
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

MOST_BYTES = 2**28
"""A diary of ten years has a twentieth of it; what is larger was never one, or its size is damaged."""


def read_file(path: Path) -> bytes:
    """All bytes of a file. Raises OSError, also where something else lies there, or more than any diary has."""
    if not stat.S_ISREG(path.stat().st_mode):  # to open a pipe would wait for who writes into it
        raise _error(errno.ESPIPE, path)
    refuse_large(path)
    with path.open("rb") as file:
        return read_rest(file, path)


def refuse_large(path: Path) -> None:
    """Raises OSError where a file is larger than any diary."""
    if path.stat().st_size > MOST_BYTES:
        raise _error(errno.EOVERFLOW, path)


def read_rest(file: IO[bytes], path: Path) -> bytes:
    """What is still to be read of an open file. Raises OSError where that is more than any diary has."""
    content = file.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise _error(errno.EOVERFLOW, path)
    return content


def _error(number: int, path: Path) -> OSError:
    return OSError(number, os.strerror(number), str(path))
