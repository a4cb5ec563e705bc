"""SQLite's pages, as they lie in a file and in the log beside it (sqlite.org/fileformat.html, chapter 1)."""

from __future__ import annotations

import itertools
import struct
from collections import Counter
from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING

from diary.store.bounded_read import read_file
from diary.store.log_file import logged_pages
from diary.store.salvage.records import USUAL_ENCODING, BrokenRecordError, variable_number

if TYPE_CHECKING:
    from pathlib import Path

USUAL_SIZE = 4096
"""Bytes of a page, as SQLite makes them unless it is asked for others."""
SIZES = [512 << shift for shift in range(8)]
FILE_HEADER = 100
"""Bytes at the beginning of the first page that are of the whole file."""
ENCODINGS = {b"\0\0\0\x02": "utf-16-le", b"\0\0\0\x03": "utf-16-be"}
"""How the texts of a file lie in it, by what its first page says, where that is not as usual."""
LEAST_CELL = 4
LEAST_LEFT = 480
"""Bytes of a page that SQLite leaves for itself to use at least, whatever its header says is set apart."""


class PageKind(IntEnum):
    """What a page of a tree is, by its first byte."""

    INDEX_BRANCH = 2
    TABLE_BRANCH = 5
    INDEX_LEAF = 10
    TABLE_LEAF = 13

    @property
    def is_table(self) -> bool:
        """Whether its rows are found by their numbers, and lie in the leaves alone."""
        return self not in (PageKind.INDEX_BRANCH, PageKind.INDEX_LEAF)

    @property
    def is_branch(self) -> bool:
        """Whether it leads to other pages."""
        return self not in (PageKind.TABLE_LEAF, PageKind.INDEX_LEAF)


KINDS = frozenset(PageKind)


@dataclass(frozen=True, slots=True)
class Cell:
    """A row, or the way to a page below."""

    rowid: int | None
    child: int
    """The page below; 0 in a leaf."""
    payload: bytes | None
    """The record; None where it cannot be read, or there is none."""


@dataclass(frozen=True, slots=True)
class TreePage:
    """A page of a tree."""

    kind: PageKind
    cells: tuple[Cell | None, ...]
    """In the order of their keys; None for each that cannot be read."""
    last_child: int
    """The page below that comes after all cells; 0 in a leaf."""
    is_whole: bool
    """Whether its cells and its free room are all of it: else a cell may be missing, or be there that was removed."""

    @property
    def children(self) -> list[int]:
        """The pages below."""
        if not self.kind.is_branch:
            return []
        return [*(cell.child for cell in self.cells if cell), self.last_child]


@dataclass(frozen=True, slots=True)
class Pages:
    """All pages of a file, with what the log beside it has of them."""

    file: bytes
    logged: dict[int, bytes] = field(default_factory=dict)
    size: int = USUAL_SIZE
    reserved: int = 0
    encoding: str = USUAL_ENCODING
    """Of its texts."""

    @property
    def count(self) -> int:
        """How many there are; the last may be cut off."""
        return max(-(-len(self.file) // self.size), *self.logged, 0)

    def bytes_of(self, number: int) -> bytes:
        """A page, as far as it is there; empty where there is none."""
        if number in self.logged:
            return self.logged[number]
        start = (number - 1) * self.size
        return self.file[start : start + self.size] if number > 0 else b""

    def tree_page(self, number: int) -> TreePage | None:
        """A page as one of a tree; None where it is none."""
        return _Reader(self, number).page()

    def free_pages(self) -> frozenset[int]:
        """The pages that hold nothing any more, though what was in them can still be read.

        Lists of them lie in some of them. These are looked for in the whole file: where the first page is lost, nothing
        else leads to them.
        """
        return frozenset(number for page in range(2, self.count + 1) for number in self._free_list(page))

    def _free_list(self, number: int) -> tuple[int, ...]:
        """The list of free pages that lies in a page, with the page itself; empty where none does."""
        page = self.bytes_of(number)
        following, count = struct.unpack(">2I", page[:8].ljust(8, b"\0"))
        if not 0 < count <= self.size // 4 - 2 or following > self.count:
            return ()
        free = struct.unpack(f">{count}I", page[8 : 8 + 4 * count].ljust(4 * count, b"\0"))
        are_pages = len(set(free)) == count and all(1 < each <= self.count for each in free)
        return (number, *free) if are_pages else ()

    @property
    def usable(self) -> int:
        """Bytes of a page that hold something."""
        return self.size - self.reserved


def pages_of(path: Path) -> Pages:
    """The pages of a file, and of the log beside it. Raises OSError."""
    content = read_file(path)
    logged = logged_pages(path)
    head = logged.get(1) or content[:FILE_HEADER].ljust(FILE_HEADER, b"\0")
    (size,) = struct.unpack(">H", head[16:18])
    likely = {size if size in SIZES else USUAL_SIZE, USUAL_SIZE, *(len(page) for page in logged.values())}
    best = max(sorted(likely), key=lambda each: _trees(content, each))
    reserved = head[20] if best == size and head[20] <= best - LEAST_LEFT else 0
    encoding = ENCODINGS.get(head[56:60], USUAL_ENCODING)
    logged = {number: page for number, page in logged.items() if len(page) == best}
    return Pages(content, logged, best, reserved, encoding)


def _trees(content: bytes, size: int) -> int:
    """How much of a file is pages of trees where they are of this size."""
    firsts = Counter(content[at] for at in range(0, len(content), size) if at)
    return sum(count for first, count in firsts.items() if first in KINDS) * size


@dataclass(frozen=True, slots=True)
class _Reader:
    pages: Pages
    number: int

    def page(self) -> TreePage | None:
        data = self.pages.bytes_of(self.number)
        start = FILE_HEADER if self.number == 1 else 0
        if len(data) < start + 12 or data[start] not in KINDS:
            return None
        kind = PageKind(data[start])
        free, count, content, fragments = struct.unpack(">3HB", data[start + 1 : start + 8])
        pointers = start + (12 if kind.is_branch else 8)
        end = pointers + 2 * count
        if end > min(self.pages.usable, len(data)):
            return None
        places = struct.unpack(f">{count}H", data[pointers:end])
        last = struct.unpack(">I", data[start + 8 : start + 12])[0] if kind.is_branch else 0
        read = [self._cell(data, kind, place) if place >= end else None for place in places]
        room = self.pages.usable - (content or 65536)
        extents = [(place, each[1]) for place, each in zip(places, read, strict=True) if each]
        is_whole = len(extents) == count and _fills(extents, _free_blocks(data, free), room - fragments)
        return TreePage(kind, tuple(each and each[0] for each in read), last, is_whole)

    def _cell(self, data: bytes, kind: PageKind, place: int) -> tuple[Cell, int] | None:
        """A cell and its size; None where it is none."""
        try:
            at, child, rowid, length = place, 0, None, 0
            if kind.is_branch:
                (child,) = struct.unpack(">I", data[at : at + 4])
                at += 4
            if kind is not PageKind.TABLE_BRANCH:
                length, at = variable_number(data, at)
            if kind.is_table:
                rowid, at = variable_number(data, at)
            local = self._local(kind, length) if kind is not PageKind.TABLE_BRANCH else 0
            end = at + local + (4 if local < length else 0)
            if length < 0 or end > min(self.pages.usable, len(data)):
                return None
            payload = self._payload(data, at, local, length) if length else None
        except (BrokenRecordError, struct.error):
            return None
        return Cell(rowid, child, payload), max(end - place, LEAST_CELL)

    def _local(self, kind: PageKind, length: int) -> int:
        """How many bytes of a record lie in the page itself."""
        usable = self.pages.usable
        most = usable - 35 if kind.is_table else (usable - 12) * 64 // 255 - 23
        if length <= most:
            return length
        least = (usable - 12) * 32 // 255 - 23
        rest = least + (length - least) % (usable - 4)
        return rest if rest <= most else least

    def _payload(self, data: bytes, at: int, local: int, length: int) -> bytes | None:
        """A record, with what of it lies in pages of its own; None where one of these is missing."""
        pieces, missing = [data[at : at + local]], length - local
        if missing > len(self.pages.file) + self.pages.size * len(self.pages.logged):
            return None
        following = int.from_bytes(data[at + local : at + local + 4], "big") if missing else 0
        seen: set[int] = set()
        while missing > 0:
            page = self.pages.bytes_of(following)
            if not page or following in seen:
                return None
            seen.add(following)
            pieces.append(page[4 : min(self.pages.usable, 4 + missing)])
            missing -= len(pieces[-1])
            following = int.from_bytes(page[:4], "big")
        return b"".join(pieces)


def _free_blocks(data: bytes, first: int) -> list[tuple[int, int]]:
    blocks: list[tuple[int, int]] = []
    while first and len(blocks) < len(data) // LEAST_CELL and first + 4 <= len(data):
        following, size = struct.unpack(">2H", data[first : first + 4])
        blocks.append((first, size))
        first = following
    return blocks


def _fills(cells: list[tuple[int, int]], blocks: list[tuple[int, int]], room: int) -> bool:
    """Whether cells and free blocks fill the room without lying over one another."""
    extents = sorted([*cells, *blocks])
    is_apart = all(start + size <= after for (start, size), (after, _) in itertools.pairwise(extents))
    return is_apart and sum(size for _, size in extents) == room
