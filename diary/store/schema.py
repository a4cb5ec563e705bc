"""How a file stands to this version of the program: whether it is a diary, of which schema, and whole."""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.exc import DatabaseError

from diary.model.causes import DAMAGE_ERRORS
from diary.store.engine import driver, reading_engine
from diary.store.errors import (
    DamagedDiaryError,
    LeftoverError,
    NewerDiaryError,
    NotADiaryError,
)
from diary.store.integrity import quick_check
from diary.store.new_diary import APPLICATION_ID, HEAD, VERSION
from diary.store.own_schema import changed_parts
from diary.store.refusals import opening_refusal

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection


class FileState(Enum):
    """How a diary's file stands to this version of the program."""

    ABSENT = auto()
    BEHIND = auto()
    CURRENT = auto()
    DAMAGED = auto()
    """Of this version, and its build or its schema is damaged: it may be read as far as it goes, and never written."""


def file_state(path: Path, *, alone: bool = False) -> FileState:
    """How the file stands, alone without its log; nothing is written.

    Raises a refusal where it is no diary that can be opened.
    """
    if not path.exists():
        _refuse_leftover(path)
        return FileState.ABSENT
    if not path.is_file():
        raise NotADiaryError(path)
    engine = reading_engine(path, alone=alone)
    try:
        with engine.connect() as connection:
            return _state_of(connection, path)
    except (DatabaseError, driver.DatabaseError, *DAMAGE_ERRORS) as error:
        raise opening_refusal(error, path) from error
    finally:
        engine.dispose()


def _state_of(connection: Connection, path: Path) -> FileState:
    if connection.exec_driver_sql("PRAGMA application_id").scalar_one() != APPLICATION_ID:
        raise NotADiaryError(path)
    versions = connection.scalars(select(VERSION.c.version_num)).all()
    if len(versions) != 1:
        raise DamagedDiaryError(path)
    version = str(versions[0])
    if not re.fullmatch(r"v\d{4}", version) or version > HEAD:
        raise NewerDiaryError(path)
    damaged = bool(quick_check(connection).structure)
    if version == HEAD:
        return FileState.DAMAGED if damaged or changed_parts(connection) else FileState.CURRENT
    if damaged:
        raise DamagedDiaryError(path)
    return FileState.BEHIND


def _refuse_leftover(path: Path) -> None:
    # SQLite would play a lost diary's log into the new one.
    log = path.with_name(f"{path.name}-wal")
    if log.exists():
        raise LeftoverError(log)
