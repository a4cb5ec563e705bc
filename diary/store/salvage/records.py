"""SQLite's records: how the values of a row lie in a page (sqlite.org/fileformat.html, chapter 2)."""

from __future__ import annotations

import struct

Value = int | float | str | bytes | None
Values = tuple[Value, ...]

LARGEST = 2**63
"""What a signed number of eight bytes cannot hold any more."""
INTEGER_SIZES = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
"""Bytes of a whole number, by its kind."""
USUAL_ENCODING = "utf-8"
"""How texts lie in a file, unless it was made by a program that asked for another."""
REAL, ZERO, UNIT, FIRST_BYTES = 7, 8, 9, 12


class BrokenRecordError(ValueError):
    """Bytes that are no record."""


def variable_number(data: bytes, at: int) -> tuple[int, int]:
    """A whole number of one to nine bytes, and where the next thing begins. Raises BrokenRecordError."""
    number = 0
    for place in range(at, at + 8):
        if place >= len(data):
            raise BrokenRecordError
        number = number << 7 | data[place] & 0x7F
        if data[place] < 0x80:
            return number, place + 1
    if at + 8 >= len(data):
        raise BrokenRecordError
    number = number << 8 | data[at + 8]
    return (number - 2 * LARGEST if number >= LARGEST else number), at + 9


def record_values(record: bytes, encoding: str = USUAL_ENCODING) -> Values:
    """The values of a record; a text that is no UTF-8 comes with half characters in it. Raises BrokenRecordError."""
    start, at = variable_number(record, 0)
    kinds = []
    while at < start:
        kind, at = variable_number(record, at)
        kinds.append(kind)
    values = []
    for kind in kinds:
        value, at = _value(record, kind, at, encoding)
        values.append(value)
    if not kinds or at != len(record):
        raise BrokenRecordError
    return tuple(values)


def _value(record: bytes, kind: int, at: int, encoding: str) -> tuple[Value, int]:
    size = _size(kind)
    piece = record[at : at + size]
    if len(piece) < size:
        raise BrokenRecordError
    if kind == 0:
        return None, at
    if kind in (ZERO, UNIT):
        return kind - ZERO, at
    if kind == REAL:
        return float(struct.unpack(">d", piece)[0]), at + size
    if kind in INTEGER_SIZES:
        return int.from_bytes(piece, "big", signed=True), at + size
    return piece if kind % 2 == 0 else _text(piece, encoding), at + size


def _text(piece: bytes, encoding: str) -> str:
    if encoding == USUAL_ENCODING:
        return piece.decode(encoding, "surrogateescape")
    try:
        return piece.decode(encoding, "surrogatepass")
    except UnicodeDecodeError:  # half a character at its end
        raise BrokenRecordError from None


def _size(kind: int) -> int:
    if kind >= FIRST_BYTES:
        return (kind - FIRST_BYTES) // 2
    if kind in (0, ZERO, UNIT):
        return 0
    if kind == REAL:
        return 8
    if kind not in INTEGER_SIZES:
        raise BrokenRecordError
    return INTEGER_SIZES[kind]
