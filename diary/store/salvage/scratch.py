"""All but the nights of a damaged file, in a file of their own without rules, where the diary's own readers judge them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.language import tr, trn
from diary.store.engine import driver, driver_connection
from diary.store.salvage.file_rows import SHAPES, TITLES

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from diary.store.salvage.file_rows import FileRows

LISTS = (
    "factor", "former_words", "profile_answer", "condition", "medicine", "tried", "marker", "preference", "act",
)  # fmt: skip
"""The tables beside those of the nights."""
NOT_STORED = (driver.DatabaseError, driver.InterfaceError, UnicodeEncodeError, OverflowError)
"""What a value that no column of its table takes ends in."""


def fill_scratch(connection: Connection, rows: FileRows) -> tuple[str, ...]:
    """Put the rows of all tables but those of the nights into a new diary's; gives what was lost, in sentences."""
    connection.exec_driver_sql("PRAGMA ignore_check_constraints=ON")
    losses = []
    for name in LISTS:
        refused = _fill(connection, name, rows)
        if refused:
            losses.append(
                trn(
                    "{n} row of {list} holds what it cannot.", "{n} rows of {list} hold what they cannot.", refused
                ).format(n=refused, list=tr(TITLES[name]))
            )
        if not rows.is_complete(name):
            losses.append(
                tr("A part of {list} cannot be read. Look whether all is there.").format(list=tr(TITLES[name]))
            )
    return tuple(losses)


def _fill(connection: Connection, name: str, rows: FileRows) -> int:
    """Fill one table; gives how many rows it does not take."""
    raw = driver_connection(connection)
    raw.execute(f"DELETE FROM {name}")  # noqa: S608  # one of LISTS
    columns = SHAPES[name].columns
    marks = ", ".join("?" for _ in columns)
    refused = 0
    for row in rows.columns(name):
        try:
            raw.execute(f"INSERT INTO {name} VALUES ({marks})", [row[column] for column in columns])  # noqa: S608  # as above
        except NOT_STORED:
            refused += 1
    return refused
