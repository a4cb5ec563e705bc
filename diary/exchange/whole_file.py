"""Writes files whole or not at all, and never over a file of another kind.

A link stays a link: what it leads to is replaced. A pipe or a device gets the bytes as they are.
"""

from __future__ import annotations

import os
import re
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
    NotAPlainFileError,
    OtherFileError,
    ProtectedFileError,
)
from diary.exchange.streams import is_stream, write_stream
from diary.language import mark, tr
from diary.model.causes import CauseKind, cause_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from diary.model.errors import DiaryError

LONGEST_NAME = 50
"""Characters of a file's name that its unfinished neighbour bears."""


LARGEST = 100_000_000
"""Bytes; no file of ours is larger."""


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file of ours, told by its first bytes and, where other programs' begin alike, by more."""

    name: str
    """The kind's name in a refusal."""
    start: bytes
    sign: re.Pattern[bytes] | None = None
    """What stands somewhere in every file of the kind, and in no other program's."""


REPORT_SIGN = "night-cramp-diary"
"""What a PDF of ours has among its keywords."""
REPORT = FileKind(
    mark("a report of this diary"),
    b"%PDF-",
    # Reports of earlier versions have no keyword, but a title that no other document set by typst has.
    re.compile(rb"/Keywords\(" + REPORT_SIGN.encode() + rb"\)|/Title\(Night cramps, [^()]+\)/Creator\(Typst "),
)
SHEET_SIGN = "night-cramp-diary-sheet"
"""What a bedside sheet of ours has among its keywords."""
SHEET = FileKind(
    mark("a bedside sheet of this diary"), b"%PDF-", re.compile(rb"/Keywords\(" + SHEET_SIGN.encode() + rb"\)")
)


def refuse_other_file(path: Path, kind: FileKind) -> None:
    """Refuse a path where something of another kind lies: a folder, a photo, the diary itself."""
    try:
        if not is_stream(path):
            _refuse_other(path, kind)
    except OSError as trouble:
        raise _refusal(path, trouble) from None


def _refuse_other(path: Path, kind: FileKind) -> None:
    target = _target(path)
    if target.is_dir():
        raise NotAFileError(path)
    if not target.parent.is_dir():
        raise NoFolderError(target.parent)
    if target.is_symlink():  # links that lead round in a circle
        raise NotAPlainFileError(path)
    if not target.exists():
        return
    if not target.is_file():
        raise NotAPlainFileError(path)
    if not _is_of(target, kind):
        raise OtherFileError(path, tr(kind.name))
    if not os.access(target, os.W_OK):
        raise ProtectedFileError(path)


def _target(path: Path) -> Path:
    """Where the links of a path lead to in the end."""
    return Path(os.path.realpath(path))


def write_whole(path: Path, data: bytes) -> None:
    """Write one file."""
    write_all({path: data})


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write each file beside its place first; when all are whole, put each there in one step."""
    streams = {path: data for path, data in files.items() if is_stream(path)}
    waiting: dict[Path, Path] = {}
    try:
        for path, data in files.items() - streams.items():
            _wait(waiting, _target(path), data)
        for path, data in streams.items():
            _write_on(path, data)
        for path, beside in waiting.items():
            _put(beside, path)
    finally:
        for beside in waiting.values():
            beside.unlink(missing_ok=True)


def _wait(waiting: dict[Path, Path], path: Path, data: bytes) -> None:
    try:
        waiting[path] = _beside(path)
        _fill(waiting[path], data)
    except OSError as trouble:
        raise _refusal(path, trouble) from None


def _write_on(path: Path, data: bytes) -> None:
    try:
        write_stream(path, data)
    except BrokenPipeError:  # whoever read has enough, which is no fault
        raise
    except OSError as trouble:
        raise _refusal(path, trouble) from None


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
    cause = cause_of(trouble)
    return NoRoomError(path) if cause.kind is CauseKind.FULL else CannotWriteError(path, cause)


def _is_of(path: Path, kind: FileKind) -> bool:
    with path.open("rb") as file:
        if file.read(len(kind.start)) != kind.start:
            return False
        return kind.sign is None or bool(kind.sign.search(file.read(LARGEST)))
