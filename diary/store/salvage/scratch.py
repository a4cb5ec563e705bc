"""All but the nights of a damaged file, in a file of their own without rules, where the diary's own readers judge them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.language import mark, tr, trn
from diary.store.engine import driver, driver_connection
from diary.store.salvage.file_rows import SHAPES

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from diary.store.salvage.file_rows import FileRows

LISTS = {
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
"""The tables beside those of the nights, and what a person calls them."""
NOT_STORED = (driver.DatabaseError, driver.InterfaceError, UnicodeEncodeError, OverflowError)
"""What a value that no column of its table takes ends in."""


def fill_scratch(connection: Connection, rows: FileRows) -> tuple[str, ...]:
    """Put the rows of all tables but those of the nights into a new diary's; gives what was lost, in sentences."""
    connection.exec_driver_sql("PRAGMA ignore_check_constraints=ON")
    losses = []
    for name, words in LISTS.items():
        refused = _fill(connection, name, rows)
        if refused:
            losses.append(
                trn(
                    "{n} row of {list} holds what it cannot.", "{n} rows of {list} hold what they cannot.", refused
                ).format(n=refused, list=tr(words))
            )
        if not rows.is_complete(name):
            losses.append(tr("A part of {list} cannot be read. Look whether all is there.").format(list=tr(words)))
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
