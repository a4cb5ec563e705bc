"""SQLite's log beside the diary's file: which changes it holds, and whether it is the log of this file at all.

SQLite plays any log that lies beside a file into it, also a newer file's into an older copy that was put in its place,
page by page, which leaves neither. A log goes on from the file that it is of: its first change is the next one after
some that the file holds, and the file holds no later ones.

The form is that of sqlite.org/fileformat.html, chapter 4.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy.exc import DatabaseError

from diary.model.causes import DAMAGE_ERRORS, CauseKind, cause_of
from diary.store.bounded_read import read_file
from diary.store.change_count import count_in_file, count_in_page
from diary.store.engine import reading_engine
from diary.store.integrity import quick_check

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HEADER, FRAME_HEADER = 32, 24
PAGES = slice(28, 32)
"""Where the first page of a file tells how many it has."""
MAGIC = 0x377F0682
"""Its lowest bit tells the order of the bytes in the words of the checksums."""
FULL_WORD = 0xFFFFFFFF

Checksum = tuple[int, int]


class _Frame(NamedTuple):
    page_number: int
    pages_after: int
    """How many pages the file has after the transaction that this frame ends; 0 where it ends none."""
    page: bytes


@dataclass(frozen=True, slots=True)
class LoggedChanges:
    """The changes that a log holds whole."""

    first: int
    last: int

    def follow(self, changes: int) -> bool:
        """Whether they go on from a file that holds so many."""
        return self.first - 1 <= changes <= self.last


def log_of(path: Path) -> Path:
    """The log of a diary's file."""
    return path.with_name(f"{path.name}-wal")


def has_log(path: Path) -> bool:
    """Whether a log with anything in it lies beside the file."""
    try:
        return log_of(path).stat().st_size > 0
    except OSError:
        return False


def logged_changes(path: Path) -> LoggedChanges | None:
    """The changes in the log beside the file; None where it holds none."""
    try:
        log = read_file(log_of(path))
    except OSError:
        return None
    counts: list[int] = []
    uncommitted: list[int] = []
    for frame in _frames(log):
        if frame.page_number == 1:
            uncommitted.append(count_in_page(frame.page))
        if frame.pages_after:
            counts += uncommitted
            uncommitted = []
    return LoggedChanges(counts[0], counts[-1]) if counts else None


def logged_pages(path: Path) -> dict[int, bytes]:
    """What the log beside the file has of its pages, by their numbers: of transactions that were ended, the newest."""
    try:
        log = read_file(log_of(path))
    except OSError:
        return {}
    pages: dict[int, bytes] = {}
    uncommitted: dict[int, bytes] = {}
    for frame in _frames(log):
        uncommitted[frame.page_number] = frame.page
        if frame.pages_after:
            pages |= uncommitted
            uncommitted = {}
    return pages


def held_changes(path: Path) -> int:
    """How many changes the file holds together with its log."""
    log, count = logged_changes(path), count_in_file(path)
    return max(count, log.last) if log else count


def is_of_another_copy(path: Path) -> bool:
    """Whether the log beside the file is that of another copy."""
    if not has_log(path) or not path.is_file():
        return False
    changes = logged_changes(path)
    if not (_has_size_of(path) if changes is None else changes.follow(count_in_file(path))):
        return True
    # Two copies may have gone different ways from one count on, and other programs count nothing.
    return not _is_whole(path, alone=False) and _is_whole(path, alone=True)


def set_aside(path: Path) -> str:
    """Give the log another name, under which nothing plays it into the file; gives that name."""
    log = log_of(path)
    names = (log.with_name(f"{log.name}-of-another-copy{f'-{number}' if number else ''}") for number in count())
    free = next(name for name in names if not name.exists())
    log.rename(free)
    return free.name


def _has_size_of(path: Path) -> bool:
    """Whether a log without the first page, which tells how many there are, is of a file that has as many pages."""
    sizes = {frame.pages_after for frame in _frames(read_file(log_of(path))) if frame.pages_after}
    with path.open("rb") as file:
        header = file.read(PAGES.stop)
    return not sizes or sizes == {int.from_bytes(header[PAGES], "big")}


def _is_whole(path: Path, *, alone: bool) -> bool:
    engine = reading_engine(path, alone=alone)
    try:
        with engine.connect() as connection:
            return not quick_check(connection).structure
    except (DatabaseError, *DAMAGE_ERRORS) as error:
        return cause_of(error).kind not in (CauseKind.DAMAGED, CauseKind.NOT_A_DATABASE)
    finally:
        engine.dispose()


def _frames(log: bytes) -> Iterator[_Frame]:
    """The frames that SQLite would read: up to the first whose checksum, which goes on from one to the next, is wrong."""
    if len(log) < HEADER:
        return
    magic, _, page_size, _, *salts, _, _ = struct.unpack(">8I", log[:HEADER])
    order = ">" if magic & 1 else "<"
    checksum = _checksum(log[: HEADER - 8], order, (0, 0))
    if magic & ~1 != MAGIC or page_size < 512 or checksum != struct.unpack(">2I", log[HEADER - 8 : HEADER]):
        return
    for start in range(HEADER, len(log) - FRAME_HEADER - page_size + 1, FRAME_HEADER + page_size):
        header, page = log[start : start + FRAME_HEADER], log[start + FRAME_HEADER : start + FRAME_HEADER + page_size]
        number, size_after, *rest = struct.unpack(">6I", header)
        checksum = _checksum(page, order, _checksum(header[:8], order, checksum))
        if rest != [*salts, *checksum]:
            return
        yield _Frame(number, size_after, page)


def _checksum(data: bytes, order: str, start: Checksum) -> Checksum:
    first, second = start
    words = struct.unpack(f"{order}{len(data) // 4}I", data)
    for even, odd in zip(words[::2], words[1::2], strict=True):
        first = (first + even + second) & FULL_WORD
        second = (second + odd + first) & FULL_WORD
    return first, second
