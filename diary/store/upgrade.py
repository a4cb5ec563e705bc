"""Bringing a diary of an earlier version up to date: all of it, or nothing.

Only imported where a schema is behind: Alembic takes 0.4 s to load.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from alembic import command
from alembic.config import Config
from sqlalchemy import func, inspect, select, table
from sqlalchemy.exc import DatabaseError

from diary.language import tr
from diary.model.causes import cause_at, is_refused_statement
from diary.store.change_count import count_change
from diary.store.engine import driver, migrating_engine
from diary.store.errors import UpgradeFailedError
from diary.store.renewing import renew_tables

if TYPE_CHECKING:
    from sqlalchemy import Connection

MIGRATIONS = Path(__file__).parent / "migrations"


def upgrade(path: Path) -> None:
    """Run the migrations that the diary's file lacks, in one transaction.

    Raises UpgradeFailedError, with the file as it was, where one fails, leaves a row whose parent is gone, or leaves
    a table with fewer rows than it had.
    """
    engine = migrating_engine(path)
    try:
        with engine.begin() as connection:
            _upgrade(connection, path)
    except UpgradeFailedError:
        raise
    except (DatabaseError, driver.DatabaseError, OSError) as error:
        if is_refused_statement(error):  # the file was looked at before, and is whole
            raise UpgradeFailedError(path, tr("one of its steps failed")) from error
        cause = cause_at(error, path)
        raise UpgradeFailedError(path, cause.reason, cause.remedy) from error
    except Exception as error:
        raise UpgradeFailedError(path, tr("one of its steps failed")) from error
    finally:
        engine.dispose()


def run_migrations(connection: Connection) -> None:
    """Run the migrations that are lacking, within the connection's transaction."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def row_counts(connection: Connection) -> dict[str, int]:
    """How many rows each table holds."""
    tables = [name for name in inspect(connection).get_table_names() if not name.startswith("sqlite_")]
    return {name: connection.scalar(select(func.count()).select_from(table(name))) or 0 for name in tables}


def _upgrade(connection: Connection, path: Path) -> None:
    before = row_counts(connection)
    run_migrations(connection)
    renew_tables(connection)
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        raise UpgradeFailedError(path, tr("some rows would have lost the row they belong to"))
    after = row_counts(connection)
    # A migration that brings a new built-in factor adds its row, so more rows are no loss.
    if any(after.get(name, 0) < count for name, count in before.items()):
        raise UpgradeFailedError(path, tr("some rows would have been lost"))
    count_change(connection)
