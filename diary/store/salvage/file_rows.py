"""The rows of each of the diary's tables in a damaged file, also where nothing in it says any more which table is which."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.language import mark
from diary.store.log_file import is_of_another_copy
from diary.store.salvage.pages import Pages, pages_of
from diary.store.salvage.trees import GAP, Row, Rows, Trees, is_complete, whole_rows
from diary.store.tables import Table

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from diary.store.salvage.records import Values

SCHEMA_ROOT = 1
NIGHT_INDEX, CRAMP_INDEX = "sqlite_autoindex_night_1", "sqlite_autoindex_cramp_1"
NUMBERS = "sqlite_sequence"
"""SQLite's own table of the highest number that each list ever gave."""
TITLES = {
    "night": mark("your nights"),
    "cramp": mark("your cramps"),
    "answer": mark("your answers"),
    "factor": mark("your own questions"),
    "former_words": mark("the former words of your questions"),
    "profile_answer": mark("your profile"),
    "condition": mark("your conditions"),
    "medicine": mark("your medicines"),
    "tried": mark("what you tried"),
    "marker": mark("your markers"),
    "preference": mark("your settings"),
    "act": mark("the changes that can be undone"),
}
"""What a person calls what lies in each table."""
INDEX_TITLES = {
    "sqlite_autoindex_night_1": mark("the index of your nights"),
    "sqlite_autoindex_cramp_1": mark("the index of your cramps"),
}
MORNING = re.compile(r"\d{4}-\d\d-\d\d")
NUMBERED = "act|condition|marker|medicine|profile_answer|tried"
"""The lists of which SQLite keeps the highest number."""
TELLING = {
    "act": (3, re.compile(r"\{.*")),
    "medicine": (3, MORNING),
    "condition": (2, MORNING),
    "profile_answer": (4, MORNING),
    "preference": (0, re.compile(rf"(?!({NUMBERED})$)")),
    NUMBERS: (0, re.compile(rf"({NUMBERED})$")),
}
"""A column that tells two tables with equally many apart, and what stands in it."""
EARLIER_COLUMNS = {
    ("factor", 12): "key kind own question name low high step unit options archived position",
    ("condition", 4): "position key noted_on since",
    ("medicine", 6): "id name dose noted_on started stopped",
}
"""The columns that tables had in earlier versions, by how many they were."""
ADDED_COLUMNS: dict[str, dict[str, object]] = {
    "factor": {"evening": None, "hidden": 0},
    "condition": {"own_name": ""},
    "medicine": {"for_cramps": 0, "supplement": 0},
}
"""What an upgrade puts into the columns that came later."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How the rows of a table, or of an index, are known."""

    columns: tuple[str, ...]
    is_table: bool = True
    """Whether its rows are numbered: those of an index are not, nor those of a table that is kept as one."""
    has_number: bool = False
    """Whether its first column is the row's number, which does not lie in the row itself."""
    begins_with_morning: bool = False

    def fits(self, name: str, values: Values) -> bool:
        """Whether a row can be one of these."""
        if len(values) != len(self.columns) and (name, len(values)) not in EARLIER_COLUMNS:
            return False
        at, pattern = TELLING.get(name, (0, None))
        if pattern and not pattern.match(str(values[at])):
            return False
        if self.has_number:
            return values[0] is None
        if not isinstance(values[0], str):
            return False
        return not self.begins_with_morning or bool(MORNING.fullmatch(values[0]))


def _shapes() -> Iterator[tuple[str, Shape]]:
    for table in Table.metadata.sorted_tables:
        columns = tuple(column.name for column in table.columns)
        is_table = table.dialect_options["sqlite"]["with_rowid"]
        number = columns[0] in ("id", "position") and table.columns[0].primary_key
        yield table.name, Shape(columns, is_table, number, columns[0] == "morning")
    yield NIGHT_INDEX, Shape(("morning", "rowid"), is_table=False, begins_with_morning=True)
    yield CRAMP_INDEX, Shape(("morning", "position", "rowid"), is_table=False, begins_with_morning=True)
    yield NUMBERS, Shape(("name", "seq"))


SHAPES = dict(_shapes())


@dataclass(frozen=True, slots=True)
class FileRows:
    """All rows of a file that can be read, by the names of their tables."""

    tables: Mapping[str, Rows]

    def columns(self, name: str) -> list[dict[str, object]]:
        """The rows of a table, by column, and their own numbers."""
        return [_by_column(name, row) for row in self.rows(name)]

    def rows(self, name: str) -> list[Row]:
        """The rows of a table that can be read."""
        return whole_rows(self.tables.get(name, [GAP]))

    def is_complete(self, name: str) -> bool:
        """Whether no row of a table can be missing."""
        return is_complete(self.tables.get(name, [GAP]))

    def gaps(self, name: str) -> list[tuple[str, str]]:
        """Between which mornings, both included, rows of a table may be missing; empty stands for no bound."""
        rows = self.tables.get(name, [GAP])
        before, after = ["", *(_key(row) for row in rows)], [*(_key(row) for row in rows), ""]
        return [(_last(before[: at + 1]), _first(after[at + 1 :])) for at, row in enumerate(rows) if row is GAP]


def file_rows(path: Path) -> FileRows:
    """The rows of a damaged file. Raises OSError."""
    pages = pages_of(path)
    if pages.logged and is_of_another_copy(path):
        pages = Pages(pages.file, {}, pages.size, pages.reserved)
    trees = Trees(pages, set())
    tables = {
        name: _fitting(name, trees.rows(root, is_table=SHAPES[name].is_table))
        for name, root in _roots(trees)
        if name in SHAPES
    }
    _add_lost_trees(tables, trees)
    return FileRows({name: _without_repetition(rows) for name, rows in tables.items()})


def _roots(trees: Trees) -> list[tuple[str, int]]:
    """Where each table and index begins, as far as the file says so."""
    rows = [row.values for row in whole_rows(trees.rows(SCHEMA_ROOT, is_table=True))]
    return [(str(values[1]), values[3]) for values in rows if len(values) == 5 and isinstance(values[3], int)]


def _add_lost_trees(tables: dict[str, Rows], trees: Trees) -> None:
    """Give back to each table that lacks something what lies in the file without a way to it.

    What a table without a gap does not lead to was removed from it.
    """
    open_tables = [name for name in SHAPES if not is_complete(tables.get(name, [GAP]))]
    found = defaultdict(list)
    for is_table, rows in trees.lost_trees():
        name = next((each for each in open_tables if _is_of(each, rows, is_table=is_table)), None)
        if name is not None:
            found[name].append(_fitting(name, rows))
    for name, pieces in found.items():
        tables[name] = _joined(tables.get(name, [GAP]), pieces)


def _joined(rows: Rows, pieces: list[Rows]) -> Rows:
    """The rows of a tree with those of its lost pieces in their places, and a gap wherever two of them meet."""
    if len(pieces) == 1 and not whole_rows(rows):
        return pieces[0]  # the tree itself, to which only the way was lost
    runs = sorted(filter(None, [*_runs(rows), *(run for piece in pieces for run in _runs(piece))]), key=_first_key)
    between = [each for run in runs for each in (*run, GAP)][:-1]
    first, last = ([GAP] if row is GAP else [] for row in (rows[0], rows[-1]))
    return [*first, *between, *last]


def _runs(rows: Rows) -> list[list[Row]]:
    """The rows between gaps."""
    runs: list[list[Row]] = [[]]
    for row in rows:
        if row is None:
            runs.append([])
        else:
            runs[-1].append(row)
    return runs


def _first_key(run: list[Row]) -> tuple[int, str]:
    """By what the rows of a tree are in order: their numbers, or what comes first in them."""
    return run[0].rowid or 0, str(run[0].values[0])


def _is_of(name: str, rows: Rows, *, is_table: bool) -> bool:
    shape, whole = SHAPES[name], whole_rows(rows)
    fitting = sum(shape.fits(name, row.values) for row in whole)
    return shape.is_table == is_table and bool(whole) and fitting * 2 > len(whole)


def _fitting(name: str, rows: Rows) -> Rows:
    """The rows with a gap for each that cannot be one of the table."""
    shape = SHAPES[name]
    return [row if row and _has_columns(shape, name, row) else GAP for row in rows]


def _has_columns(shape: Shape, name: str, row: Row) -> bool:
    return len(row.values) == len(shape.columns) or (name, len(row.values)) in EARLIER_COLUMNS


def _without_repetition(rows: Rows) -> Rows:
    """The rows without those that lie in the file a second time, just the same."""
    seen: set[Row] = set()
    single: Rows = []
    for row in rows:
        if row is GAP or row not in seen:
            single.append(row)
        if row is not None:
            seen.add(row)
    return single


def _by_column(name: str, row: Row) -> dict[str, object]:
    shape = SHAPES[name]
    earlier = EARLIER_COLUMNS.get((name, len(row.values)))
    columns = earlier.split() if earlier else shape.columns
    values: dict[str, object] = dict(zip(columns, row.values, strict=True))
    if shape.has_number:
        values[columns[0]] = row.rowid
    if earlier:
        values |= ADDED_COLUMNS[name]
        if values.get("own") == 1:
            values["evening"] = 1
    return {column: values[column] for column in shape.columns} | ({} if "rowid" in values else {"rowid": row.rowid})


def _key(row: Row | None) -> str:
    """The morning of a row; empty where it has none that can be read."""
    value = row.values[0] if row else None
    return value if isinstance(value, str) and MORNING.fullmatch(value) else ""


def _last(keys: list[str]) -> str:
    return next((key for key in reversed(keys) if key), "")


def _first(keys: list[str]) -> str:
    return next((key for key in keys if key), "")
