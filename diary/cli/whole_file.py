"""Writes a file whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from diary.cli.errors import CannotWriteError, NoFolderError, NotAFileError, NotAReportError

_PDF = b"%PDF-"


def refuse_other_file(path: Path) -> None:
    """Refuse a path where something lies that is not a report: a folder, a photo, the diary itself."""
    try:
        if path.is_dir():
            raise NotAFileError(path)
        if not path.parent.is_dir():
            raise NoFolderError(path.parent)
        if path.exists() and not _is_pdf(path):
            raise NotAReportError(path)
    except OSError as trouble:
        raise CannotWriteError(path, trouble.strerror or "") from None


def write_whole(path: Path, data: bytes) -> None:
    """Write the file beside its place first, then put it there in one step."""
    try:
        handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:50]}.")
    except OSError as trouble:
        raise CannotWriteError(path, trouble.strerror or "") from None
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(beside).replace(path)
    except OSError as trouble:
        raise CannotWriteError(path, trouble.strerror or "") from None
    finally:
        Path(beside).unlink(missing_ok=True)


def _is_pdf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(_PDF)) == _PDF
