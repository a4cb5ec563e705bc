"""Connections to the diary's file: which driver, and what every connection is told first.

sqlcipher3 carries a newer SQLite than most Pythons, without the WAL-reset bug of 3.7.0 to 3.51.2; the standard
library's driver stands in where sqlcipher3 has no wheel. Never both on one file in one process.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from sqlalchemy import create_engine, event
from sqlalchemy.pool import QueuePool

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

    from sqlalchemy import Connection, Engine

try:
    from sqlcipher3 import dbapi2 as driver
except ImportError:
    import sqlite3 as driver  # type: ignore[no-redef]  # the fall-back takes the driver's place

DRIVER: ModuleType = driver
FAILURES: tuple[type[Exception], ...] = (driver.DatabaseError,)
"""What the driver raises for a file that is not a database, is damaged, or cannot be written."""

PRAGMAS = (
    "PRAGMA foreign_keys=ON",
    "PRAGMA synchronous=FULL",
    "PRAGMA busy_timeout=5000",
    "PRAGMA trusted_schema=OFF",
    *(("PRAGMA fullfsync=ON",) if sys.platform == "darwin" else ()),
)


def open_engine(path: Path, *, writable: bool) -> Engine:
    """An engine on the file; for reading only where it is not to be written.

    Transactions begin when we say so: the driver's own habit of beginning late would let two writers both read first.
    """
    mode = "rwc" if writable else "ro"

    def connect() -> Any:
        return driver.connect(
            f"file:{_escaped(path)}?mode={mode}", uri=True, isolation_level=None, check_same_thread=False
        )

    engine = create_engine("sqlite+pysqlite://", module=driver, creator=connect, poolclass=QueuePool, pool_size=4)
    event.listen(engine, "connect", lambda connection, _record: _prepare(connection, writable=writable))
    event.listen(engine, "begin", _begin_writing if writable else _begin_reading)
    return engine


def _escaped(path: Path) -> str:
    return path.as_posix().replace("%", "%25").replace("?", "%3f").replace("#", "%23")


def _prepare(connection: Any, *, writable: bool) -> None:
    for pragma in PRAGMAS:
        connection.execute(pragma)
    if writable:
        connection.execute("PRAGMA journal_mode=WAL")


def _begin_writing(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _begin_reading(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")
