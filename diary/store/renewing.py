"""Tables whose rules stand otherwise in an older diary's file than the program makes them, made anew around their rows.

The rules of the first tables changed before any migration was written, and a flipped bit changes one too: such a file
would be taken for a damaged one as soon as it is up to date.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.store.own_schema import changed_tables, own_statements
from diary.store.tables import Table

if TYPE_CHECKING:
    from sqlalchemy import Connection
    from sqlalchemy import Table as SchemaTable


def renew_tables(connection: Connection) -> None:
    """Make each of them anew, within the transaction of an upgrade, in which foreign keys are off."""
    for name in changed_tables(connection):
        if name in Table.metadata.tables:
            _renew(connection, Table.metadata.tables[name])


def _renew(connection: Connection, table: SchemaTable) -> None:
    names = ", ".join(f'"{column.name}"' for column in table.columns)
    marks = ", ".join("?" for _ in table.columns)
    select = f'SELECT {names} FROM "{table.name}"'  # noqa: S608  # the program's own names
    insert = f'INSERT INTO "{table.name}" ({names}) VALUES ({marks})'  # noqa: S608  # the same
    rows = [tuple(row) for row in connection.exec_driver_sql(select)]
    last = connection.exec_driver_sql("SELECT seq FROM sqlite_sequence WHERE name = ?", (table.name,)).scalar()
    connection.exec_driver_sql(f'DROP TABLE "{table.name}"')
    for statement in own_statements(table.name):
        connection.exec_driver_sql(statement)
    if rows:
        connection.exec_driver_sql(insert, rows)
    if last is not None:  # a number that was given once is never given again
        connection.exec_driver_sql("DELETE FROM sqlite_sequence WHERE name = ?", (table.name,))
        connection.exec_driver_sql("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", (table.name, last))
