"""A table in a text file, as other programs write one: its separator and encoding are seen from the file itself."""

from __future__ import annotations

import codecs
import csv
import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.exchange.errors import BrokenLineError

if TYPE_CHECKING:
    from collections.abc import Iterator

SEPARATORS = ",;\t"
LONGEST_HEAD = 10_000
"""Bytes in which the first line of a table ends."""
MINUS = "\u2212"
"""The sign that some programs write before a number below zero."""
_ENCODINGS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_NUMBER = re.compile(r"[-+\u2212]?\d{1,6}(?:[.,]\d{1,20})?", re.ASCII)


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row, and the line of the file on which it ends."""

    line: int
    cells: tuple[str, ...]

    def cell(self, place: int) -> str:
        """What stands in a column; nothing where the row is too short."""
        return self.cells[place] if place < len(self.cells) else ""


def rows_of(data: bytes) -> Iterator[TableRow]:
    """The rows that are not empty, the head first. Raises BrokenLineError where the table ends in the midst of a text."""
    lines = io.TextIOWrapper(io.BytesIO(data), encoding=_encoding(data), errors="replace", newline="")
    separator = _separator(lines.readline(LONGEST_HEAD))
    lines.seek(0)
    reader = csv.reader(lines, delimiter=separator)
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield TableRow(reader.line_num, tuple(cell.strip() for cell in cells))
    except csv.Error:
        raise BrokenLineError(reader.line_num) from None


def number_in(text: str) -> float | None:
    """The number that a cell holds, with a point or a comma; None where it holds none."""
    return float(text.replace(",", ".").replace(MINUS, "-")) if _NUMBER.fullmatch(text) else None


def _encoding(data: bytes) -> str:
    for mark, encoding in _ENCODINGS.items():
        if data.startswith(mark):
            return encoding
    return "utf-8"


def _separator(head: str) -> str:
    return max(SEPARATORS, key=head.count)
