"""What is wrong with the build of a file, in a person's words: found by reading its pages, whatever SQLite makes of it."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from diary.language import mark, tr, trn
from diary.store.new_diary import APPLICATION_ID
from diary.store.other_diary import SQLITE_HEAD
from diary.store.salvage.file_rows import INDEX_TITLES, TITLES, file_rows
from diary.store.salvage.pages import FILE_HEADER, pages_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from diary.store.salvage.pages import Pages

EMPTY = mark("The file is empty: nothing of a diary is in it.")
NO_DIARY = mark("The file is no diary: another program wrote it.")
HEAD_LOST = mark("The beginning of the file is lost.")


def form_problems(path: Path) -> tuple[str, ...]:
    """What is wrong with the build of a diary's file; empty where all of it can be read. Raises OSError."""
    return tuple(_problems(path))


def _problems(path: Path) -> Iterator[str]:
    pages = pages_of(path)
    if not pages.count:
        yield tr(EMPTY)
        return
    rows = file_rows(path)
    head = pages.bytes_of(1)[:FILE_HEADER]
    is_database = head.startswith(SQLITE_HEAD)
    if not rows.rows("night") and not rows.rows("factor"):
        yield tr(NO_DIARY)
        return
    if not is_database:
        yield tr(HEAD_LOST)
    elif head[68:72] != struct.pack(">I", APPLICATION_ID):
        yield tr("The file does not say that it is a diary.")
    yield from _missing_pages(pages, head if is_database else b"")
    for name, title in {**TITLES, **INDEX_TITLES}.items():
        if not rows.is_complete(name):
            yield tr("A part of {list} cannot be read.").format(list=tr(title))


def _missing_pages(pages: Pages, head: bytes) -> Iterator[str]:
    (due,) = struct.unpack(">I", head[28:32].ljust(4, b"\0"))
    if pages.count < due and not pages.logged:
        yield tr("The file is cut off: {n} of its {all} pages are there.").format(
            n=len(pages.file) // pages.size, all=due
        )
    free = pages.free_pages()
    nothing = sum(not any(pages.bytes_of(number)) for number in range(1, pages.count + 1) if number not in free)
    if nothing:
        yield trn("{n} page of the file holds nothing.", "{n} pages of the file hold nothing.", nothing).format(
            n=nothing
        )
