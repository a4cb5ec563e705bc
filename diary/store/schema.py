"""The schema of the diary's file: made new, recognised, or brought up to date.

A new diary is made straight from the tables and marked with the newest revision, since Alembic takes most of a
second to import; only a diary that is behind is migrated. A test holds both ways to the same schema.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import insert, text

from diary.model.factors import BUILT_IN
from diary.store.engine import DRIVER, FAILURES
from diary.store.errors import DamagedDiaryError, NewerDiaryError, NotADiaryError
from diary.store.night_rows import KINDS
from diary.store.tables import FactorRow, Table

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

NEWEST = "0001"
"""The newest revision in migrations/versions."""
APPLICATION_ID = 0x4E434431
"""In the header of every diary, so that another program's SQLite file is told apart: “NCD1”."""
MIGRATIONS = Path(__file__).parent / "migrations"


def revision_of(path: Path) -> str | None:
    """The revision of the diary in this file; None where the file is empty or absent.

    Looks without writing. Raises NotADiaryError for anything else than a diary, NewerDiaryError for one from a later
    version.
    """
    if not path.exists() or path.stat().st_size == 0:
        return None
    try:
        connection = DRIVER.connect(f"{path.as_uri()}?mode=ro", uri=True)
        try:
            (application,) = connection.execute("PRAGMA application_id").fetchone()
            if application == 0 and not connection.execute("SELECT 1 FROM sqlite_master").fetchone():
                return None
            if application != APPLICATION_ID:
                raise NotADiaryError(path)
            (revision,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        finally:
            connection.close()
    except FAILURES as failure:
        raise NotADiaryError(path) from failure
    if revision > NEWEST:
        raise NewerDiaryError(path)
    return str(revision)


def create(engine: Engine) -> None:
    """Make the newest schema in an empty file, whole or not at all."""
    with engine.begin() as connection:
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        Table.metadata.create_all(connection)
        connection.execute(
            insert(FactorRow), [{"key": one.key, "kind": KINDS[type(one.kind)], "own": False} for one in BUILT_IN]
        )
        connection.exec_driver_sql(
            "CREATE TABLE alembic_version (\n\tversion_num VARCHAR(32) NOT NULL, \n\t"
            "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)\n)"
        )
        connection.execute(text("INSERT INTO alembic_version VALUES (:newest)"), {"newest": NEWEST})


def migrate(engine: Engine, *, to: str = NEWEST) -> None:
    """Bring an older diary up to date, in one transaction.

    Foreign keys are off meanwhile: with them on, rebuilding a table drops the old one and the drop empties its
    children. Afterwards they are checked, and every table must hold at least the rows that it held.
    """
    from alembic import command  # noqa: PLC0415  # about 0.4 s to import
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", MIGRATIONS.as_posix())
    with engine.connect() as connection:
        raw = connection.connection.driver_connection
        if raw is None:
            message = "no connection to the diary"
            raise RuntimeError(message)
        raw.execute("PRAGMA foreign_keys=OFF")
        try:
            with connection.begin():
                before = _row_counts(connection)
                config.attributes["connection"] = connection
                command.upgrade(config, to)
                _refuse_loss(connection, before)
        finally:
            raw.execute("PRAGMA foreign_keys=ON")


def _row_counts(connection: Connection) -> dict[str, int]:
    names = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars().all()
    return {name: connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one() for name in names}  # noqa: S608  # names from the schema itself


def _refuse_loss(connection: Connection, before: dict[str, int]) -> None:
    after = _row_counts(connection)
    lost = [name for name, count in before.items() if name in after and after[name] < count]
    astray = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if lost or astray:
        raise DamagedDiaryError(Path(connection.engine.url.database or "diary.db"))
