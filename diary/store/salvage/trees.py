"""The rows of a file's tables, in order, with a gap wherever something between two of them cannot be read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from diary.store.salvage.pages import Pages
from diary.store.salvage.records import BrokenRecordError, Values, record_values

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diary.store.salvage.pages import Cell, TreePage


class Row(NamedTuple):
    """A row as it lies in the file."""

    rowid: int | None
    values: Values


GAP = None
"""Stands in a list of rows where others may be missing."""
Rows = list["Row | None"]


@dataclass(slots=True)
class Trees:
    """The trees of a file; each page is read once, whatever leads to it."""

    pages: Pages
    seen: set[int]

    def rows(self, root: int, *, is_table: bool) -> Rows:
        """The rows of the tree below a page, in order, and gaps."""
        page = self.pages.tree_page(root) if root not in self.seen else None
        if page is None or page.kind.is_table != is_table:
            return [GAP]
        self.seen.add(root)
        if not page.kind.is_branch:
            return _with_gaps(page, [self._row(cell) for cell in page.cells])
        rows: Rows = []
        for cell in page.cells:
            rows += [GAP] if cell is None else self.rows(cell.child, is_table=is_table)
            if not is_table:
                rows.append(self._row(cell))
        rows += self.rows(page.last_child, is_table=is_table)
        return _with_gaps(page, rows)

    def lost_trees(self) -> list[tuple[bool, Rows]]:
        """The trees that nothing leads to any more, each with whether it is one of a table."""
        free = self.pages.free_pages()
        found = {
            number: page
            for number in range(1, self.pages.count + 1)
            if number not in self.seen and number not in free and (page := self.pages.tree_page(number))
        }
        below = {child for page in found.values() for child in page.children}
        tops = [number for number in found if number not in below]
        return [(found[top].kind.is_table, self.rows(top, is_table=found[top].kind.is_table)) for top in tops]

    def _row(self, cell: Cell | None) -> Row | None:
        if cell is None or cell.payload is None:
            return GAP
        try:
            return Row(cell.rowid, record_values(cell.payload, self.pages.encoding))
        except BrokenRecordError:
            return GAP


def is_complete(rows: Rows) -> bool:
    """Whether no row can be missing."""
    return GAP not in rows


def whole_rows(rows: Iterable[Row | None]) -> list[Row]:
    """The rows that could be read."""
    return [row for row in rows if row is not None]


def _with_gaps(page: TreePage, rows: Rows) -> Rows:
    """The rows of a page; where it is not whole, one may be missing anywhere among them."""
    if page.is_whole:
        return rows
    return [GAP, *(each for row in rows for each in (row, GAP))]
