"""Why a file could not be used, from what SQLite or the system says of it: one table, each cause told as itself.

SQLite's numbers are those of its C interface (sqlite.org/rescode.html): the last eight bits are the kind of error, the
whole number says more. sqlcipher3 gives the kind alone, so where that leaves it open, the file itself is looked at.
"""

from __future__ import annotations

import errno
import shutil
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from diary.language import mark, tr

if TYPE_CHECKING:
    from pathlib import Path


class CauseKind(Enum):
    """What kept a file from being used."""

    FULL = auto()
    NOT_WRITTEN = auto()
    BUSY = auto()
    READ_ONLY = auto()
    NOT_ALLOWED = auto()
    NOT_THERE = auto()
    MOVED = auto()
    DISK_GONE = auto()
    DISK_FAILED = auto()
    DAMAGED = auto()
    NOT_A_DATABASE = auto()
    NO_MEMORY = auto()
    TOO_MANY_FILES = auto()
    TAKEN = auto()
    CLOSED = auto()
    BAD_NAME = auto()
    TOO_LONG = auto()
    TOO_LARGE = auto()
    NOT_A_FILE = auto()
    INTERRUPTED = auto()
    UNKNOWN = auto()


@dataclass(frozen=True, slots=True)
class Cause:
    """A cause, and what the person can do about it."""

    kind: CauseKind
    reason_text: str
    remedy_text: str

    @property
    def reason(self) -> str:
        """What is the matter, in the middle of a sentence."""
        return tr(self.reason_text)

    @property
    def remedy(self) -> str:
        """What to do, at the end of a sentence."""
        return tr(self.remedy_text)

    @property
    def advice(self) -> str:
        """What to do, as the beginning of a sentence."""
        return f"{self.remedy[:1].upper()}{self.remedy[1:]}"


CAUSES = {
    cause.kind: cause
    for cause in (
        Cause(CauseKind.FULL, mark("the disk is full"), mark("make room on the disk and try again")),
        Cause(
            CauseKind.NOT_WRITTEN,
            mark("the disk takes nothing more"),
            mark("make room on the disk, or plug it in again where it was pulled out, and try again"),
        ),
        Cause(
            CauseKind.BUSY,
            mark("another program is using the file"),
            mark("wait a moment, or close that program, and try again"),
        ),
        Cause(
            CauseKind.READ_ONLY,
            mark("the file or its folder can only be read"),
            mark("make both writable, or choose another folder"),
        ),
        Cause(
            CauseKind.NOT_ALLOWED,
            mark("this program is not allowed to use it"),
            mark("change the rights of the file and its folder, or choose another folder"),
        ),
        Cause(
            CauseKind.NOT_THERE,
            mark("the file or its folder cannot be found"),
            mark("see that the folder is there and that you may write in it, and try again"),
        ),
        Cause(
            CauseKind.MOVED,
            mark("the diary's file was moved, deleted or replaced"),
            mark("close the diary, put the file back in its folder, and open the diary again"),
        ),
        Cause(
            CauseKind.DISK_GONE,
            mark("the disk is not there any more"),
            mark("plug it in again and open the diary again"),
        ),
        Cause(
            CauseKind.DISK_FAILED,
            mark("the disk did not answer as it should"),
            mark("make room on the disk, see that it is still plugged in, and try again"),
        ),
        Cause(
            CauseKind.DAMAGED,
            mark("the file is damaged"),
            mark("bring back a copy of it from your backup"),
        ),
        Cause(CauseKind.NOT_A_DATABASE, mark("the file is not a diary"), mark("choose another folder")),
        Cause(CauseKind.NO_MEMORY, mark("this machine has no memory left"), mark("close other programs and try again")),
        Cause(CauseKind.TOO_MANY_FILES, mark("too many files are open"), mark("close other programs and try again")),
        Cause(CauseKind.TAKEN, mark("another program has taken it"), mark("choose another")),
        Cause(CauseKind.CLOSED, mark("it is closed"), mark("choose another place")),
        Cause(CauseKind.BAD_NAME, mark("the disk takes no such name"), mark("choose another name")),
        Cause(CauseKind.TOO_LONG, mark("it is too long"), mark("make it shorter and try again")),
        Cause(CauseKind.TOO_LARGE, mark("it is larger than any diary"), mark("choose another file")),
        Cause(CauseKind.NOT_A_FILE, mark("it is not a file"), mark("choose another file")),
        Cause(CauseKind.INTERRUPTED, mark("it was interrupted"), mark("try again")),
        Cause(
            CauseKind.UNKNOWN,
            mark("the system does not say why"),
            mark("try again; if that does not help, start the computer anew"),
        ),
    )
}
"""Every cause, by its kind."""

SQLITE = {
    3: CauseKind.NOT_ALLOWED,  # PERM
    23: CauseKind.NOT_ALLOWED,  # AUTH
    4: CauseKind.INTERRUPTED,  # ABORT
    9: CauseKind.INTERRUPTED,  # INTERRUPT
    5: CauseKind.BUSY,  # BUSY
    6: CauseKind.BUSY,  # LOCKED
    15: CauseKind.BUSY,  # PROTOCOL
    7: CauseKind.NO_MEMORY,  # NOMEM
    8: CauseKind.READ_ONLY,  # READONLY
    1032: CauseKind.MOVED,  # READONLY_DBMOVED
    10: CauseKind.DISK_FAILED,  # IOERR
    778: CauseKind.NOT_WRITTEN,  # IOERR_WRITE
    1034: CauseKind.NOT_WRITTEN,  # IOERR_FSYNC
    1290: CauseKind.NOT_WRITTEN,  # IOERR_DIR_FSYNC
    1546: CauseKind.NOT_WRITTEN,  # IOERR_TRUNCATE
    3082: CauseKind.NO_MEMORY,  # IOERR_NOMEM
    3338: CauseKind.NOT_ALLOWED,  # IOERR_ACCESS
    4618: CauseKind.NOT_WRITTEN,  # IOERR_SHMOPEN
    4874: CauseKind.NOT_WRITTEN,  # IOERR_SHMSIZE
    8458: CauseKind.DAMAGED,  # IOERR_CORRUPTFS
    11: CauseKind.DAMAGED,  # CORRUPT
    1: CauseKind.DAMAGED,  # ERROR, where the file's own schema is not as it should be: is_refused_statement
    17: CauseKind.DAMAGED,  # SCHEMA
    20: CauseKind.DAMAGED,  # MISMATCH
    24: CauseKind.DAMAGED,  # FORMAT
    13: CauseKind.FULL,  # FULL
    14: CauseKind.NOT_THERE,  # CANTOPEN
    18: CauseKind.TOO_LONG,  # TOOBIG
    22: CauseKind.NOT_WRITTEN,  # NOLFS
    26: CauseKind.NOT_A_DATABASE,  # NOTADB
}
"""SQLite's errors: the kind of cause by the whole number of an error, or by the number of its kind."""

SYSTEM = {
    errno.ENOSPC: CauseKind.FULL,
    errno.EDQUOT: CauseKind.FULL,
    errno.EFBIG: CauseKind.FULL,
    errno.EROFS: CauseKind.READ_ONLY,
    errno.EACCES: CauseKind.NOT_ALLOWED,
    errno.EPERM: CauseKind.NOT_ALLOWED,
    errno.ENODEV: CauseKind.DISK_GONE,
    errno.ENXIO: CauseKind.DISK_GONE,
    errno.EIO: CauseKind.DISK_FAILED,
    errno.ENOENT: CauseKind.NOT_THERE,
    errno.ENOTDIR: CauseKind.NOT_THERE,
    errno.ESTALE: CauseKind.DISK_GONE,
    errno.ETIMEDOUT: CauseKind.DISK_GONE,
    errno.EHOSTDOWN: CauseKind.DISK_GONE,
    errno.ENOTCONN: CauseKind.DISK_GONE,
    errno.EADDRINUSE: CauseKind.TAKEN,
    errno.EBADF: CauseKind.CLOSED,
    errno.EINVAL: CauseKind.BAD_NAME,
    errno.EILSEQ: CauseKind.BAD_NAME,
    errno.EMFILE: CauseKind.TOO_MANY_FILES,
    errno.ENFILE: CauseKind.TOO_MANY_FILES,
    errno.EBUSY: CauseKind.BUSY,
    errno.EAGAIN: CauseKind.BUSY,
    errno.ENOMEM: CauseKind.NO_MEMORY,
    errno.ENAMETOOLONG: CauseKind.TOO_LONG,
    errno.EINTR: CauseKind.INTERRUPTED,
    errno.EOVERFLOW: CauseKind.TOO_LARGE,
    errno.ESPIPE: CauseKind.NOT_A_FILE,
    errno.EISDIR: CauseKind.NOT_A_FILE,
}
"""The system's errors: the kind of cause by its number."""


DAMAGE_ERRORS = (UnicodeDecodeError, MemoryError)
"""What the driver raises of a damaged file beside its own errors: of a name in it that is no text, and of a length that
is more than SQLite takes, which it calls a lack of memory."""
REFUSED_STATEMENT = 1
"""SQLITE_ERROR."""
LEAST_FREE = 64 * 1024
"""Bytes; on a disk with less, SQLite cannot take the shortest night."""
UNCLEAR = (CauseKind.NOT_WRITTEN, CauseKind.DISK_FAILED, CauseKind.NOT_THERE, CauseKind.UNKNOWN)


def cause_at(error: BaseException, path: Path) -> Cause:
    """The cause of an error on this file, told more exactly by what has become of its folder and disk."""
    cause = cause_of(error)
    if cause.kind not in UNCLEAR:
        return cause
    try:
        free = shutil.disk_usage(path.parent).free
    except OSError as trouble:
        return cause_of(trouble)
    return CAUSES[CauseKind.FULL] if free < LEAST_FREE else cause


def is_refused_statement(error: BaseException) -> bool:
    """Whether SQLite refused a statement as wrong: the program's mistake, unless the file's tables are not its own."""
    inner = getattr(error, "orig", None) or error
    return getattr(inner, "sqlite_errorcode", 0) & 0xFF == REFUSED_STATEMENT


def cause_of(error: BaseException) -> Cause:
    """The cause of an error of SQLite's driver, of what wraps it, or of the system."""
    inner = getattr(error, "orig", None) or error
    code = getattr(inner, "sqlite_errorcode", None)
    if code is not None:
        return CAUSES[SQLITE.get(code) or SQLITE.get(code & 0xFF, CauseKind.UNKNOWN)]
    if isinstance(inner, OSError):
        return CAUSES[SYSTEM.get(inner.errno or 0, CauseKind.UNKNOWN)]
    return CAUSES[CauseKind.DAMAGED if isinstance(inner, DAMAGE_ERRORS) else CauseKind.UNKNOWN]
