"""The diary as tables for spreadsheets and statistics: one row a night, one row a cramp, one row a column.

`docs/files.md` tells what each column holds. The files begin with the mark of UTF-8: without it Excel reads them in an
old encoding of its country, and breaks every script but its own.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from io import StringIO
from typing import TYPE_CHECKING

from diary.exchange.cells import cell
from diary.exchange.whole_file import FileKind
from diary.language import mark, tr
from diary.model.factors import Choice, Number, TimeOfDay, YesNo
from diary.model.night import Relief

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Sequence

    from diary.model.factors import Catalogue, Factor, Kind, Value
    from diary.model.night import Cramp, Night

    Cell = Value | dt.date | None

BOM = "\ufeff"
LEADING_COLUMNS = ("morning", "cramp_night", "cramps", "cramps_told_at")
TRAILING_COLUMNS = ("late", "note")
DICTIONARY_COLUMNS = ("column", "question", "kind", "unit", "answers")

_CRAMP_VALUES: dict[str, Callable[[Cramp], Cell]] = {
    "at": lambda cramp: cramp.at,
    "about": lambda cramp: cramp.about if cramp.at or cramp.about else None,
    "minutes": lambda cramp: cramp.minutes,
    "intensity": lambda cramp: cramp.intensity,
    "side": lambda cramp: cramp.side,
    "muscle": lambda cramp: cramp.muscle,
    "woke_me": lambda cramp: cramp.woke_me,
    "minutes_awake": lambda cramp: cramp.minutes_awake,
    "sore_next_day": lambda cramp: cramp.sore_next_day,
    "distress": lambda cramp: cramp.distress,
}
CRAMP_COLUMNS = ("morning", "cramp", *_CRAMP_VALUES, *(f"relief_{relief}" for relief in Relief))


def start_of(*columns: str) -> bytes:
    """How a table with these columns begins."""
    return (BOM + ",".join(columns)).encode()


NIGHTS_TABLE = FileKind(mark("a table of nights"), start_of(*LEADING_COLUMNS))
CRAMPS_TABLE = FileKind(mark("a table of cramps"), start_of(*CRAMP_COLUMNS))
COLUMNS_TABLE = FileKind(mark("a table of columns"), start_of(*DICTIONARY_COLUMNS))


@dataclass(frozen=True, slots=True)
class CsvTables:
    """The three tables as the bytes of their files."""

    nights: bytes
    cramps: bytes
    columns: bytes
    """What each answer in the table of nights was asked with."""


def csv_tables(nights: Sequence[Night], catalogue: Catalogue) -> CsvTables:
    """The nights, oldest first, as tables."""
    return CsvTables(nights_csv(nights, catalogue), cramps_csv(nights), columns_csv(catalogue))


def nights_csv(nights: Sequence[Night], catalogue: Catalogue) -> bytes:
    """One row a night of which anything is known, oldest first; one column a question."""
    keys = _keys(nights, catalogue)
    header = [*LEADING_COLUMNS, *map(cell, keys), *TRAILING_COLUMNS]
    return csv_bytes(header, (_night_row(night, keys) for night in nights))


def _keys(nights: Iterable[Night], catalogue: Catalogue) -> list[str]:
    """The keys of all questions, then of what was asked only formerly: its answers are not left out."""
    current_keys = [factor.key for factor in catalogue]
    answer_keys = {key for night in nights for key in night.answers}
    return current_keys + sorted(answer_keys - set(current_keys))


def _night_row(night: Night, keys: Sequence[str]) -> list[str]:
    cramps = night.cramps
    logged_at = night.logged_at.isoformat() if night.logged_at else ""
    return [
        cell(night.morning),
        cell(None if cramps is None else bool(cramps)),
        cell(None if cramps is None else len(cramps)),
        logged_at,
        *(cell(night.value(key)) for key in keys),
        " ".join(key for key in keys if night.late(key)),
        cell(night.note),
    ]


def cramps_csv(nights: Iterable[Night]) -> bytes:
    """One row a cramp, in the order of the nights."""
    rows = (
        [cell(night.morning), cell(place), *_cramp_cells(cramp)]
        for night in nights
        for place, cramp in enumerate(night.cramps or (), start=1)
    )
    return csv_bytes(CRAMP_COLUMNS, rows)


def _cramp_cells(cramp: Cramp) -> list[str]:
    relief = cramp.relief
    values = [of(cramp) for of in _CRAMP_VALUES.values()]
    return [cell(value) for value in (*values, *(None if relief is None else means in relief for means in Relief))]


def columns_csv(catalogue: Catalogue) -> bytes:
    """One row a question: its column, its words, and what its answers are."""
    return csv_bytes(DICTIONARY_COLUMNS, (_column_row(factor) for factor in catalogue))


def _column_row(factor: Factor) -> list[str]:
    kind = factor.kind
    unit = str(kind.unit) if isinstance(kind, Number) else ""
    return [cell(text) for text in (factor.key, tr(factor.question), _KINDS[type(kind)], unit, _answers(kind))]


_KINDS: dict[type[Kind], str] = {YesNo: "yes or no", Number: "number", Choice: "choice", TimeOfDay: "time"}


def _answers(kind: Kind) -> str:
    """The answers that a question takes, as the table holds them."""
    if isinstance(kind, YesNo):
        return "yes, no"
    if isinstance(kind, Choice):
        return ", ".join(f"{option.key}: {tr(option.name)}" for option in kind.options)
    if isinstance(kind, TimeOfDay):
        return "00:00 to 23:59"
    answers = f"{cell(kind.low)} to {cell(kind.high)}"
    return f"{answers} or more" if kind.open_ended else answers


def csv_bytes(header: Iterable[str], rows: Iterable[Iterable[str]]) -> bytes:
    """The table as RFC 4180 has it: a comma between cells, a line end of two characters, quotes where a text needs them."""
    text = StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(header)
    writer.writerows(rows)
    return (BOM + text.getvalue()).encode()
