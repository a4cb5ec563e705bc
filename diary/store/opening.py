"""Opens a diary's file: looks what it is, makes it, brings it up to date, and takes the right to write it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Engine, update
from sqlalchemy.exc import DatabaseError

from diary.language import tr
from diary.model.causes import CauseKind, cause_of
from diary.store.engine import reading_engine, writing_engine
from diary.store.errors import FolderNotUsableError, NoDiaryError, OlderDiaryError
from diary.store.folder import DIARY_NAME, prepare_folder
from diary.store.identity import FileIdentity
from diary.store.lock import WriterLock
from diary.store.refusals import not_opened
from diary.store.schema import VERSION, Standing, make_diary, standing

if TYPE_CHECKING:
    from contextlib import ExitStack
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class OpenFile:
    """A diary's file, open."""

    reading: Engine
    writing: Engine | None
    """None where it is only to be read."""
    is_damaged: bool
    """Its build is damaged, so that it is only read, whoever asked for more."""
    identity: FileIdentity


def open_file(folder: Path, opened: ExitStack, *, writable: bool) -> OpenFile:
    """The file of the diary in this folder. Raises a refusal; what was opened until then, the stack closes."""
    path = folder / DIARY_NAME
    stands = _prepared(folder, opened) if writable else _readable(folder)
    can_write = writable and stands is not Standing.DAMAGED
    writing = _writing_engine(path, opened) if can_write else None
    reading = reading_engine(path)
    opened.callback(reading.dispose)
    is_damaged = stands is Standing.DAMAGED or (can_write and writing is None)
    return OpenFile(reading, writing, is_damaged, FileIdentity.of(path))


def _prepared(folder: Path, opened: ExitStack) -> Standing:
    path = folder / DIARY_NAME
    prepare_folder(folder)
    stands = standing(path)
    opened.callback(WriterLock(folder).release)
    if stands is Standing.ABSENT and not path.exists():
        make_diary(path)
    if stands is Standing.BEHIND:
        from diary.store.upgrade import upgrade

        upgrade(path)
    return stands


def _writing_engine(path: Path, opened: ExitStack) -> Engine | None:
    """The engine that writes; None where the file is damaged in what only a writer looks at: the rules of its tables."""
    engine = writing_engine(path)
    opened.callback(engine.dispose)
    try:
        # A file that cannot be written is told now, not at the first night that is lost; SQLite only finds out when
        # a row changes. Closing without a commit takes the change back.
        with engine.connect() as connection:
            connection.execute(update(VERSION).values(version_num=VERSION.c.version_num))
    except (DatabaseError, UnicodeDecodeError) as error:
        if cause_of(error).kind is CauseKind.DAMAGED:
            return None
        raise not_opened(error, path) from error
    return engine


def _readable(folder: Path) -> Standing:
    if folder.exists() and not folder.is_dir():
        raise FolderNotUsableError(folder, tr("it is a file"))
    stands = standing(folder / DIARY_NAME)
    if stands is Standing.ABSENT:
        raise NoDiaryError(folder)
    if stands is Standing.BEHIND:
        raise OlderDiaryError(folder / DIARY_NAME)
    return stands
