"""Connections to the diary's file: which driver, and what every connection is told first.

sqlcipher3 carries a newer SQLite than most Pythons, without the WAL-reset bug of 3.7.0 to 3.51.2; the standard
library's driver stands in where sqlcipher3 has no wheel. Never both on one file in one process.
"""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from sqlalchemy import create_engine, event
from sqlalchemy.pool import QueuePool

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from types import ModuleType

    from sqlalchemy import Connection, Engine

try:
    from sqlcipher3 import dbapi2
except ImportError:
    from sqlite3 import dbapi2

driver: ModuleType = dbapi2
"""What the diary's file is opened with in this process, by whoever opens it."""

PRAGMAS = (
    "PRAGMA busy_timeout=5000",  # first: the others may have to wait
    "PRAGMA foreign_keys=ON",
    "PRAGMA synchronous=FULL",
    "PRAGMA trusted_schema=OFF",
    *(("PRAGMA fullfsync=ON",) if sys.platform == "darwin" else ()),
)

PAGES_AT_ONCE = 256
"""A megabyte."""
COPY_ERRORS = {
    "disk I/O error": 778,  # mostly of writing the copy
    "database or disk is full": 13,
    "database is locked": 5,
    "attempt to write a readonly database": 8,
    "unable to open database file": 14,
    "database disk image is malformed": 11,
    "file is not a database": 26,
    "out of memory": 7,
}
"""SQLite's numbers of the errors of a copy, by its words: of these sqlcipher3 gives no number."""


def reading_engine(path: Path, *, alone: bool = False) -> Engine:
    """An engine whose connections cannot write, one for each thread that reads at a time.

    A transaction sees the diary as it was when it began, however much is written beside it. Alone: the file as it is,
    without the log that lies beside it.
    """
    engine = _engine(path, "ro", at_once=4, alone=alone)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def checking_engine(path: Path, *, alone: bool = False) -> Engine:
    """An engine whose connections could write, where the file can be written, and do not.

    For a connection that cannot write, SQLite leaves out the rules of its tables, and no check finds a broken one.
    """
    if alone or not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        return reading_engine(path, alone=alone)
    engine = _engine(path, "rw", at_once=1)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "connect", _only_query)
    event.listen(engine, "begin", _begin)
    return engine


def writing_engine(path: Path) -> Engine:
    """An engine of one connection, which writes: two of them at once are what the WAL-reset bug needs."""
    engine = _engine(path, "rw", at_once=1)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "connect", _use_wal)
    event.listen(engine, "begin", _begin_writing)
    return engine


def migrating_engine(path: Path) -> Engine:
    """The writing engine with foreign keys off, and without the rules on single rows.

    Alembic changes a table by dropping the old one; with foreign keys on, that drop would empty the tables below it.
    A row that is damaged moves as it is, to be named when the diary is read.
    """
    engine = writing_engine(path)
    event.listen(engine, "connect", _leave_rules)
    return engine


def driver_connection(connection: Connection) -> Any:
    """The driver's own connection below SQLAlchemy's."""
    raw = connection.connection.driver_connection
    assert raw is not None  # noqa: S101  # a connection that is in use has its driver's
    return raw


def empty_log(connection: Connection) -> bool:
    """Move what was saved from SQLite's log into the file itself; gives whether all of it could be moved.

    Then a copy of the file alone, as a program for backups makes it, holds every night. It waits for nobody who reads
    an earlier state, and where it fails nothing is lost: a later act, or the closing, does it.
    """
    raw = driver_connection(connection)
    ((patience,),) = raw.execute("PRAGMA busy_timeout").fetchall()
    raw.execute("PRAGMA busy_timeout=0")
    try:
        ((is_held_back, *_),) = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    except driver.DatabaseError:
        return False
    else:
        return not is_held_back
    finally:
        raw.execute(f"PRAGMA busy_timeout={patience}")


@contextmanager
def snapshot(path: Path) -> Iterator[Connection]:
    """A connection that sees the file, with what waits in its log, as it is at this moment, and cannot write."""
    engine = reading_engine(path)
    try:
        with engine.connect() as connection:
            connection.begin()
            yield connection
    finally:
        engine.dispose()


def copy_pages(connection: Connection, path: Path, copied: Callable[[float], None] = lambda _share: None) -> None:
    """Copy what a connection sees, page by page and at one moment, into a file that was made for it.

    An interrupted copy is good for nothing; who made the file syncs it. `copied` is told how much is copied, from 0 to 1,
    and what it raises ends the copy.
    """
    copy = driver.connect(str(path), isolation_level=None)
    try:
        copy.execute("PRAGMA synchronous=OFF")
        copy.execute("PRAGMA journal_mode=OFF")
        driver_connection(connection).backup(
            copy, pages=PAGES_AT_ONCE, progress=lambda _status, left, pages: copied(1 - left / max(pages, 1))
        )
    except driver.DatabaseError as error:
        if not hasattr(error, "sqlite_errorcode"):
            error.sqlite_errorcode = COPY_ERRORS.get(str(error), 0)  # as other errors have
        raise
    finally:
        copy.close()


def _engine(path: Path, mode: str, *, at_once: int, alone: bool = False) -> Engine:
    address = f"{path.absolute().as_uri()}?mode={mode}"

    def connect() -> Any:
        how = "&immutable=1" if alone or (mode == "ro" and _is_immutable(path)) else ""
        # The driver's own habit of beginning a transaction late, at the first write, would let two writers both
        # read first; without it, a transaction begins when we say so.
        return driver.connect(f"{address}{how}", uri=True, isolation_level=None, check_same_thread=False)

    return create_engine(
        "sqlite+pysqlite://",
        module=driver,
        creator=connect,
        poolclass=QueuePool,
        pool_size=at_once,
        max_overflow=0,
        hide_parameters=True,
    )


def _is_immutable(path: Path) -> bool:
    """Whether the file lies where nothing can be written, as in a snapshot or on a disk that is mounted to be read.

    There SQLite cannot make the files with which readers and writers tell one another of themselves. A log that lies
    beside the file may hold nights, or be somebody's who writes: it must be read too.
    """
    log = path.with_name(f"{path.name}-wal")
    return not os.access(path.parent, os.W_OK) and not (log.exists() and log.stat().st_size)


def _prepare(connection: Any, _record: object) -> None:
    for pragma in PRAGMAS:
        connection.execute(pragma)


def _only_query(connection: Any, _record: object) -> None:
    connection.execute("PRAGMA query_only=ON")


def _use_wal(connection: Any, _record: object) -> None:
    connection.execute("PRAGMA journal_mode=WAL")


def _leave_rules(connection: Any, _record: object) -> None:
    connection.execute("PRAGMA foreign_keys=OFF")
    connection.execute("PRAGMA ignore_check_constraints=ON")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")


def _begin_writing(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
