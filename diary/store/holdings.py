"""What a diary's file holds, counted, and whether SQLite finds it whole: of a copy that nobody writes."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from typing import TYPE_CHECKING

from sqlalchemy.exc import DatabaseError

from diary.model.backups import Holdings
from diary.model.causes import DAMAGE_ERRORS, CauseKind, cause_of
from diary.store.change_count import change_count
from diary.store.engine import driver, reading_engine
from diary.store.integrity import whole_check
from diary.store.new_diary import APPLICATION_ID

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection

TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~'"
DAMAGE = (CauseKind.DAMAGED, CauseKind.NOT_A_DATABASE)


def holdings(connection: Connection) -> Holdings:
    """What the diary of this connection holds at this moment."""
    names = connection.exec_driver_sql(TABLES).scalars().all()
    rows = {name: _count(connection, name) for name in sorted(names)}
    ((last,),) = connection.exec_driver_sql("SELECT max(morning) FROM night").fetchall()
    return Holdings(rows.get("night", 0), _date(last), change_count(connection), rows)


def whole_holdings(path: Path) -> Holdings | None:
    """What a closed diary's file holds; None where it is no diary, or SQLite finds its build damaged.

    Raises what else keeps it from being read.
    """
    engine = reading_engine(path, alone=True)
    try:
        with engine.connect() as connection:
            if connection.exec_driver_sql("PRAGMA application_id").scalar_one() != APPLICATION_ID:
                return None
            return None if whole_check(connection).structure else holdings(connection)
    except (DatabaseError, driver.DatabaseError, *DAMAGE_ERRORS) as error:
        if cause_of(error).kind in DAMAGE:
            return None
        raise
    finally:
        engine.dispose()


def _count(connection: Connection, table: str) -> int:
    quoted = table.replace('"', '""')
    return int(connection.exec_driver_sql(f'SELECT count(*) FROM "{quoted}"').scalar_one())  # noqa: S608  # its own table


def _date(text: object) -> dt.date | None:
    with suppress(ValueError):
        return dt.date.fromisoformat(str(text))
    return None
