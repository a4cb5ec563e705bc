"""Which schema a file has, and a new diary of the newest one.

A diary is made under another name and then put in its place, so that one whose making was interrupted is never taken
for a diary.
"""

from __future__ import annotations

import os
import re
from enum import Enum, auto
from typing import TYPE_CHECKING

from sqlalchemy import Column, MetaData, PrimaryKeyConstraint, String, insert, select
from sqlalchemy import Table as PlainTable
from sqlalchemy.exc import DatabaseError

from diary.store.engine import reading_engine, writing_engine
from diary.store.errors import (
    DamagedDiaryError,
    LeftoverError,
    NewerDiaryError,
    NotADiaryError,
)
from diary.store.factors import built_in_rows
from diary.store.integrity import quick_check
from diary.store.refusals import not_opened, not_saved
from diary.store.tables import RANGE_RULES, FactorRow, Table

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection

HEAD = "v0003"
"""The newest migration; the tests hold it against the migrations themselves, which are slow to load."""
APPLICATION_ID = 0x4E435244
"""“NCRD” in the file's header: what tells a diary from another program's SQLite file."""

VERSION = PlainTable(
    "alembic_version",
    MetaData(),
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)
"""Alembic's own table, as Alembic makes it: a diary without migrations to run never loads Alembic (0.4 s)."""


class Standing(Enum):
    """How a diary's file stands to this version of the program."""

    ABSENT = auto()
    BEHIND = auto()
    CURRENT = auto()
    DAMAGED = auto()
    """Of this version, and its build is damaged: it may be read as far as it goes, and never written."""


def standing(path: Path) -> Standing:
    """How the file stands; nothing is written. Raises a refusal where it is no diary that can be opened."""
    if not path.exists():
        _refuse_leftover(path)
        return Standing.ABSENT
    if not path.is_file():
        raise NotADiaryError(path)
    engine = reading_engine(path)
    try:
        with engine.connect() as connection:
            return _standing(connection, path)
    except (DatabaseError, UnicodeDecodeError) as error:
        raise not_opened(error, path) from error
    finally:
        engine.dispose()


def make_diary(path: Path) -> None:
    """Begin a new diary. Raises a refusal in words, and then there is none."""
    unfinished = path.with_name(f"{path.name}.new")
    try:
        _make_private(unfinished)
        engine = writing_engine(unfinished)
        try:
            with engine.begin() as connection:
                fill_new(connection)
        finally:
            engine.dispose()
        unfinished.replace(path)
    except (DatabaseError, OSError) as error:
        raise not_saved(error, path) from error


def fill_new(connection: Connection) -> None:
    """Put the newest schema, and the factors that are asked from the start, into an empty file."""
    connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
    Table.metadata.create_all(connection, checkfirst=False)
    for rule in RANGE_RULES:
        connection.exec_driver_sql(rule)
    connection.execute(insert(FactorRow), built_in_rows())
    VERSION.create(connection, checkfirst=False)
    connection.execute(insert(VERSION).values(version_num=HEAD))


def _standing(connection: Connection, path: Path) -> Standing:
    if connection.exec_driver_sql("PRAGMA application_id").scalar_one() != APPLICATION_ID:
        raise NotADiaryError(path)
    version = connection.scalar(select(VERSION.c.version_num)) or ""
    if not re.fullmatch(r"v\d{4}", version) or version > HEAD:
        raise NewerDiaryError(path)
    damaged = bool(quick_check(connection).structure)
    if version == HEAD:
        return Standing.DAMAGED if damaged else Standing.CURRENT
    if damaged:
        raise DamagedDiaryError(path)
    return Standing.BEHIND


def _refuse_leftover(path: Path) -> None:
    # SQLite would play a lost diary's log into the new one.
    log = path.with_name(f"{path.name}-wal")
    if log.exists():
        raise LeftoverError(log)


def _make_private(path: Path) -> None:
    for left in (path, path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")):
        left.unlink(missing_ok=True)
    # SQLite gives its -wal and -shm files the rights of the file they belong to.
    os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
