"""The seal beside a diary's file: how far the file had come when the program last wrote it, and how it looked.

What became of the file since is noticed by it: a flipped bit that SQLite reads as another good value, an older copy put
in its place, a copy without its log. It holds nothing of the person's, and the diary opens without it.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import zlib
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

from diary.model.file_notices import FileNotice, NoticeKind
from diary.store.bounded_read import MOST_BYTES
from diary.store.change_count import PLACE, count_in_file
from diary.store.folder import DIARY_NAME
from diary.store.log_file import has_log, held_changes
from diary.store.private_files import PIECE

if TYPE_CHECKING:
    from pathlib import Path

SEAL_NAME = "diary.seal"


@dataclass(frozen=True, slots=True)
class Seal:
    """What is known of the file from the last time that it was written."""

    changes: int = 0
    """How many had been saved."""
    saved_at: dt.datetime | None = None
    """When the last one was."""
    digest: str = ""
    """The hash of the file when it was closed; empty while it is open."""
    notices: tuple[FileNotice, ...] = ()
    """What the person has not seen yet."""
    warnings: tuple[str, ...] = ()
    """What the person was warned of already."""


class OpenSeal:
    """The seal of a diary that is open."""

    def __init__(self, folder: Path, seal: Seal) -> None:
        self._folder = folder
        self._seal = seal
        self._is_written = False
        """Not before the diary can be written itself, and never where it is only read."""

    @property
    def notices(self) -> tuple[FileNotice, ...]:
        """What was noticed of the file and not seen yet."""
        return self._seal.notices

    @property
    def changes(self) -> int:
        """How many changes have been saved by now."""
        return self._seal.changes

    def begin(self) -> None:
        """Put the seal of an open diary beside it."""
        self._is_written = True
        self._put(replace(self._seal, changes=held_changes(self._folder / DIARY_NAME), digest=""))

    def count(self, changes: int, *, saved_at: dt.datetime) -> None:
        """Note that so many changes have been saved by now."""
        self._put(replace(self._seal, changes=changes, saved_at=saved_at))

    def add_notice(self, notice: FileNotice) -> None:
        """Say something more, until the person has seen it."""
        self._put(replace(self._seal, notices=(*self._seal.notices, notice)))

    @property
    def warnings(self) -> tuple[str, ...]:
        """What the person was warned of already."""
        return self._seal.warnings

    def note_warning(self, warning: str) -> None:
        """Note that the person was warned of this."""
        self._put(replace(self._seal, warnings=(*self._seal.warnings, warning)))

    def forget_notices(self) -> None:
        """Say no more what the person has seen."""
        self._put(replace(self._seal, notices=()))

    def close(self) -> None:
        """Note how the file looks that was just closed."""
        path = self._folder / DIARY_NAME
        with suppress(OSError):
            if self._is_written and not has_log(path) and count_in_file(path) == self._seal.changes:
                self._put(replace(self._seal, digest=digest_of(path)))

    def _put(self, seal: Seal) -> None:
        self._seal = seal
        if self._is_written:
            with suppress(OSError):  # without it nothing is lost; only what becomes of the file is not noticed
                _write(self._folder, seal)


def replace_notices(folder: Path, notice: FileNotice) -> None:
    """Say this of the diary in this folder, and no more what was noticed of the file in whose place it came."""
    with suppress(OSError):
        _write(folder, replace(read_seal(folder) or Seal(), notices=(notice,)))


def read_seal(folder: Path) -> Seal | None:
    """The seal in this folder; None where there is none, or it is damaged itself."""
    try:
        content, _, checksum = (folder / SEAL_NAME).read_bytes().rpartition(b"\n")
        if int(checksum) != zlib.crc32(content):
            return None
        return _seal(json.loads(content))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def forget_digest(folder: Path) -> None:
    """Say no more how the file looks: another one is put in its place, and may look the same with another count.

    Raises OSError.
    """
    seal = read_seal(folder)
    if seal is not None and seal.digest:
        _write(folder, replace(seal, digest=""))


def notices_of(folder: Path, seal: Seal | None, *, today: dt.date, alone: bool) -> tuple[FileNotice, ...]:
    """What became of the file since it was sealed; alone: without its log."""
    path = folder / DIARY_NAME
    if seal is None:
        return ()
    if not path.exists():
        return (FileNotice(NoticeKind.BEGUN_ANEW, today, saved_at=seal.saved_at),) if seal.changes else ()
    count = count_in_file(path) if alone else held_changes(path)
    is_as_closed = bool(seal.digest) and digest_of(path) == seal.digest
    if count < seal.changes and not is_as_closed:
        return (FileNotice(NoticeKind.LACKING, today, changes=seal.changes - count, saved_at=seal.saved_at),)
    is_altered = count != seal.changes if is_as_closed else count == seal.changes and bool(seal.digest)
    if not is_altered or (has_log(path) and not alone) or count_in_file(path) != count:
        return ()  # nobody closed it since, or somebody writes it just now
    return (FileNotice(NoticeKind.ALTERED, today),)


def digest_of(path: Path) -> str:
    """The hash of a diary's file, but for its count of changes, which is told apart from the rest.

    Empty for a file that is larger than any diary: to read it could take longer than anybody waits.
    """
    if path.stat().st_size > MOST_BYTES:
        return ""
    with path.open("rb") as file:
        digest = hashlib.sha256(file.read(PLACE.stop)[: PLACE.start])
        while piece := file.read(PIECE):
            digest.update(piece)
    return digest.hexdigest()


def _write(folder: Path, seal: Seal) -> None:
    content = json.dumps(asdict(seal), default=str).encode()
    draft = folder / f"{SEAL_NAME}.new"
    draft.unlink(missing_ok=True)
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content + f"\n{zlib.crc32(content)}".encode())
    draft.replace(folder / SEAL_NAME)


def _seal(plain: dict[str, Any]) -> Seal:
    return Seal(
        int(plain["changes"]),
        _moment(plain["saved_at"]),
        str(plain["digest"]),
        tuple(_notice(notice) for notice in plain["notices"]),
        tuple(map(str, plain.get("warnings", ()))),
    )


def _notice(plain: dict[str, Any]) -> FileNotice:
    return FileNotice(
        NoticeKind(plain["kind"]),
        dt.date.fromisoformat(plain["noticed_on"]),
        changes=int(plain["changes"]),
        saved_at=_moment(plain["saved_at"]),
        name=str(plain["name"]),
        text=str(plain.get("text", "")),
    )


def _moment(plain: str | None) -> dt.datetime | None:
    return None if plain is None else dt.datetime.fromisoformat(plain)
