"""Whether the tables of a file and their rules are still those that the program makes.

They stand in the file as text, where a flipped bit makes another rule of one, which refuses what is right or lets pass
what is wrong.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from sqlalchemy import create_engine
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import StaticPool

from diary.store import strict
from diary.store.engine import driver, reading_engine
from diary.store.new_diary import fill_new

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection

SCHEMA = "SELECT type, name, tbl_name, sql FROM sqlite_master"
SPACES = re.compile(r"\s+")

Part = tuple[str, str, str, str]


def changed_parts(connection: Connection) -> list[str]:
    """The names of the tables, indexes and rules that are not as the program makes them; empty where all are."""
    return sorted({name for _, name, _, _ in _parts(connection) ^ _own_parts()})


def has_own_schema(path: Path) -> bool:
    """Whether all are so in the file that lies there."""
    engine = reading_engine(path)
    try:
        with engine.connect() as connection:
            return not changed_parts(connection)
    except (DatabaseError, driver.DatabaseError, UnicodeDecodeError):
        return False
    finally:
        engine.dispose()


@cache
def _own_parts() -> frozenset[Part]:
    engine = create_engine(
        "sqlite+pysqlite://", module=driver, creator=lambda: driver.connect(":memory:"), poolclass=StaticPool
    )
    try:
        with engine.begin() as connection:
            fill_new(connection)
            return _parts(connection)
    finally:
        engine.dispose()


def _parts(connection: Connection) -> frozenset[Part]:
    return frozenset(
        (strict.printable(kind), strict.printable(name), strict.printable(table), _tidy(sql))
        for kind, name, table, sql in strict.fetch_rows(connection, SCHEMA)
    )


def _tidy(sql: object) -> str:
    """The text without what migrations and the making of a new diary write differently."""
    return SPACES.sub(" ", str(sql)).replace("( ", "(").replace(" )", ")")
