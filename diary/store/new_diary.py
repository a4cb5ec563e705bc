"""A new diary of the newest schema.

It is made under another name and then put in its place, so that one whose making was interrupted is never taken for a
diary.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Column, MetaData, PrimaryKeyConstraint, String, insert
from sqlalchemy import Table as PlainTable
from sqlalchemy.exc import DatabaseError

from diary.store.engine import writing_engine
from diary.store.factors import built_in_rows
from diary.store.private_files import make_private
from diary.store.refusals import saving_refusal
from diary.store.tables import RANGE_RULES, FactorRow, Table

if TYPE_CHECKING:
    from sqlalchemy import Connection

_MIGRATIONS = Path(__file__).parent / "migrations" / "versions"
HEAD = max(step.name.partition("_")[0] for step in _MIGRATIONS.glob("v[0-9]*.py"))
"""The newest migration, by the name of its file, for migrations are slow to load; a test asks Alembic for it."""
APPLICATION_ID = 0x4E435244
"""“NCRD” in the file's header: what tells a diary from another program's SQLite file."""

VERSION = PlainTable(
    "alembic_version",
    MetaData(),
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)
"""Alembic's own table, as Alembic makes it: a diary without migrations to run never loads Alembic (0.4 s)."""


def make_diary(path: Path) -> None:
    """Begin a new diary. Raises a refusal in words, and then there is none."""
    draft = path.with_name(f"{path.name}.new")
    try:
        make_private(draft)
        engine = writing_engine(draft)
        try:
            with engine.begin() as connection:
                fill_new(connection)
        finally:
            engine.dispose()
        draft.replace(path)
    except (DatabaseError, OSError) as error:
        raise saving_refusal(error, path) from error


def fill_new(connection: Connection) -> None:
    """Put the newest schema, and the factors that are asked from the start, into an empty file."""
    connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
    Table.metadata.create_all(connection, checkfirst=False)
    for rule in RANGE_RULES:
        connection.exec_driver_sql(rule)
    connection.execute(insert(FactorRow), built_in_rows())
    VERSION.create(connection, checkfirst=False)
    connection.execute(insert(VERSION).values(version_num=HEAD))
