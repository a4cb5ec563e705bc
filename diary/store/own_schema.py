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

from diary.model.causes import DAMAGE_ERRORS
from diary.store import strict
from diary.store.engine import driver, reading_engine
from diary.store.new_diary import fill_new

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from sqlalchemy import Connection

SCHEMA = "SELECT type, name, tbl_name, sql FROM sqlite_master"
SPACES = re.compile(r"\s+")

Part = tuple[str, str, str, str]


def changed_parts(connection: Connection) -> list[str]:
    """The names of the tables, indexes and rules that are not as the program makes them; empty where all are."""
    return sorted({name for _, name, _, _ in _parts(connection) ^ _own_parts()})


def changed_tables(connection: Connection) -> list[str]:
    """The tables of the program of which they, an index or a rule are not so."""
    changed = {table for _, _, table, _ in _parts(connection) ^ _own_parts()}
    return sorted(changed & {table for _, _, table, _ in _own_parts()})


def own_statements(table: str) -> list[str]:
    """What makes a table of the program, its indexes and its rules, in this order."""
    return [
        sql
        for kind in ("table", "index", "trigger")
        for part, _, of, sql in _own_rows()
        if (part, of) == (kind, table) and sql
    ]


def has_own_schema(path: Path) -> bool:
    """Whether all are so in the file that lies there."""
    engine = reading_engine(path)
    try:
        with engine.connect() as connection:
            return not changed_parts(connection)
    except (DatabaseError, driver.DatabaseError, *DAMAGE_ERRORS):
        return False
    finally:
        engine.dispose()


@cache
def _own_parts() -> frozenset[Part]:
    return frozenset(map(_tidy_part, _own_rows()))


@cache
def _own_rows() -> tuple[Part, ...]:
    engine = create_engine(
        "sqlite+pysqlite://", module=driver, creator=lambda: driver.connect(":memory:"), poolclass=StaticPool
    )
    try:
        with engine.begin() as connection:
            fill_new(connection)
            return tuple(
                (kind, name, table, sql or "") for kind, name, table, sql in connection.exec_driver_sql(SCHEMA)
            )
    finally:
        engine.dispose()


def _parts(connection: Connection) -> frozenset[Part]:
    return frozenset(map(_tidy_part, strict.fetch_rows(connection, SCHEMA)))


def _tidy_part(part: Iterable[object]) -> Part:
    """The part without what migrations and the making of a new diary write differently."""
    kind, name, table, sql = part
    tidy = SPACES.sub(" ", str(sql or "")).replace("( ", "(").replace(" )", ")")
    return strict.printable(kind), strict.printable(name), strict.printable(table), tidy
