"""Writes files whole or not at all, and never over a file of another kind."""

from __future__ import annotations

import errno
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from diary.exchange.errors import (
    CannotWriteError,
    FileInUseError,
    NoFolderError,
    NoRoomError,
    NotAFileError,
    OtherFileError,
)
from diary.language import mark, tr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from diary.model.errors import DiaryError

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
LONGEST_NAME = 50
"""Characters of a file's name that its unfinished neighbour bears."""


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file, told by its first bytes."""

    name: str
    """As a refusal calls it."""
    start: bytes


PDF = FileKind(mark("a PDF"), b"%PDF-")


def refuse_other_file(path: Path, kind: FileKind) -> None:
    """Refuse a path where something of another kind lies: a folder, a photo, the diary itself."""
    try:
        if path.is_dir():
            raise NotAFileError(path)
        if not path.parent.is_dir():
            raise NoFolderError(path.parent)
        if path.exists() and not _begins_as(path, kind):
            raise OtherFileError(path, tr(kind.name))
    except OSError as trouble:
        raise _refusal(path, trouble) from None


def write_whole(path: Path, data: bytes) -> None:
    """Write one file."""
    write_all({path: data})


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write each file beside its place first; when all are whole, put each there in one step."""
    waiting: dict[Path, Path] = {}
    try:
        for path, data in files.items():
            try:
                waiting[path] = _beside(path)
                _fill(waiting[path], data)
            except OSError as trouble:
                raise _refusal(path, trouble) from None
        for path, beside in waiting.items():
            _put(beside, path)
    finally:
        for beside in waiting.values():
            beside.unlink(missing_ok=True)


def _beside(path: Path) -> Path:
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:LONGEST_NAME]}.")
    os.close(handle)
    return Path(beside)


def _fill(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _put(beside: Path, path: Path) -> None:
    try:
        beside.replace(path)
    except PermissionError:  # on Windows also where another program has the file open
        raise FileInUseError(path) from None
    except OSError as trouble:
        raise _refusal(path, trouble) from None


def _refusal(path: Path, trouble: OSError) -> DiaryError:
    if trouble.errno in _NO_ROOM:
        return NoRoomError(path)
    return CannotWriteError(path, trouble.strerror or "")


def _begins_as(path: Path, kind: FileKind) -> bool:
    with path.open("rb") as file:
        return file.read(len(kind.start)) == kind.start
