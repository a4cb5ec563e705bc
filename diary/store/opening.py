"""Opens a diary's file: looks what it is, makes it, brings it up to date, and takes the right to write it."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from sqlalchemy import Engine, update
from sqlalchemy.exc import DatabaseError

from diary.language import tr
from diary.model.causes import DAMAGE_ERRORS, CauseKind, cause_of
from diary.model.errors import DiaryIsOpenError
from diary.model.file_notices import FileNotice, NoticeKind
from diary.store.engine import empty_log, reading_engine, writing_engine
from diary.store.errors import FolderNotUsableError, NoDiaryError, OlderDiaryError
from diary.store.folder import DIARY_NAME, prepare_folder
from diary.store.identity import FileIdentity, OpenLog
from diary.store.lock import WriterLock
from diary.store.log_file import is_of_another_copy, set_aside
from diary.store.new_diary import VERSION, make_diary
from diary.store.refusals import folder_refusal, opening_refusal
from diary.store.schema import FileState, file_state
from diary.store.seal import OpenSeal, Seal, notices_of, read_seal

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class OpenFile:
    """A diary's file, open."""

    read_engine: Engine
    write_engine: Engine | None
    """None where it is only to be read."""
    is_damaged: bool
    """Its build is damaged, so that it is only read, whoever asked for more."""
    identity: FileIdentity
    log: OpenLog
    seal: OpenSeal
    lock: WriterLock | None = None
    """None where it is only to be read."""
    is_alone: bool = False
    """It is read without the log beside it, which is that of another copy."""
    resources: ExitStack = field(default_factory=ExitStack)
    """What closes the file, and not the right to write it."""


def open_file(
    folder: Path, stack: ExitStack, *, writable: bool, today: dt.date, before_upgrade: Callable[[], None]
) -> OpenFile:
    """The file of the diary in this folder. Raises a refusal; what was opened until then, the stack closes.

    A diary that is behind is brought up to date after `before_upgrade`, which may refuse it.
    """
    try:
        if writable:
            return _open_for_writing(folder, stack, today, before_upgrade)
        return _open_for_reading(folder, stack, today)
    except OSError as error:
        raise opening_refusal(error, folder / DIARY_NAME) from error


def _open_for_writing(folder: Path, stack: ExitStack, today: dt.date, before_upgrade: Callable[[], None]) -> OpenFile:
    path = folder / DIARY_NAME
    prepare_folder(folder)
    notices = _set_log_aside(path, today)
    state = file_state(path)
    lock = WriterLock(folder)
    stack.callback(lock.release)
    notices += _notices(folder, today, alone=False)
    _bring_up_to_date(path, state, before_upgrade)
    return open_whole(folder, stack.enter_context(ExitStack()), lock, notices, is_damaged=state is FileState.DAMAGED)


def open_whole(
    folder: Path, resources: ExitStack, lock: WriterLock, notices: tuple[FileNotice, ...], *, is_damaged: bool = False
) -> OpenFile:
    """The file of a diary of this version, for who has the right to write it."""
    path = folder / DIARY_NAME
    seal = OpenSeal(folder, replace(read_seal(folder) or Seal(), notices=notices))
    resources.callback(seal.close)
    write_engine = None if is_damaged else _writing_engine(path, resources)
    if write_engine is not None:
        seal.begin()
    read_engine = reading_engine(path)
    resources.callback(read_engine.dispose)
    return OpenFile(
        read_engine,
        write_engine,
        is_damaged=write_engine is None,
        identity=FileIdentity.of(path),
        log=OpenLog(path),
        seal=seal,
        lock=lock,
        resources=resources,
    )


def _open_for_reading(folder: Path, stack: ExitStack, today: dt.date) -> OpenFile:
    path = folder / DIARY_NAME
    is_alone = _has_log_of_another_copy(path)
    notices = (FileNotice(NoticeKind.LOG_NOT_READ, today),) if is_alone else ()
    state = _readable_state(folder, alone=is_alone)
    seal = replace(read_seal(folder) or Seal(), notices=(*notices, *_notices(folder, today, alone=is_alone)))
    read_engine = reading_engine(path, alone=is_alone)
    stack.callback(read_engine.dispose)
    is_damaged = state is FileState.DAMAGED
    return OpenFile(
        read_engine,
        None,
        is_damaged=is_damaged,
        identity=FileIdentity.of(path),
        log=OpenLog(path),
        seal=OpenSeal(folder, seal),
        is_alone=is_alone,
    )


def _notices(folder: Path, today: dt.date, *, alone: bool) -> tuple[FileNotice, ...]:
    """What was noticed of the file before and has not been seen yet, and what is noticed now."""
    seal = read_seal(folder)
    return (*(seal.notices if seal else ()), *notices_of(folder, seal, today=today, alone=alone))


def _set_log_aside(path: Path, today: dt.date) -> tuple[FileNotice, ...]:
    """Set the log beside the file aside where it is that of another copy. Raises DiaryIsOpenError."""
    if not is_of_another_copy(path):
        return ()
    lock = WriterLock(path.parent)  # while another program has the diary open, the log is its own
    try:
        if not is_of_another_copy(path):
            return ()
        return (FileNotice(NoticeKind.LOG_SET_ASIDE, today, name=set_aside(path)),)
    except OSError as error:
        raise folder_refusal(error, path.parent) from error
    finally:
        lock.release()


def _has_log_of_another_copy(path: Path) -> bool:
    if not is_of_another_copy(path):
        return False
    try:
        WriterLock(path.parent).release()
    except DiaryIsOpenError:
        return False
    except FolderNotUsableError:  # where nothing can be written, nobody has it open to write
        return True
    return is_of_another_copy(path)


def _bring_up_to_date(path: Path, state: FileState, before_upgrade: Callable[[], None]) -> None:
    if state is FileState.ABSENT and not path.exists():
        make_diary(path)
    if state is FileState.BEHIND:
        from diary.store.upgrade import upgrade

        before_upgrade()
        upgrade(path)


def _writing_engine(path: Path, stack: ExitStack) -> Engine | None:
    """The engine that writes; None where the file is damaged in what only a writer looks at: the rules of its tables."""
    engine = writing_engine(path)
    stack.callback(engine.dispose)
    try:
        # A file that cannot be written is told now, not at the first night that is lost; SQLite only finds out when
        # a row changes.
        with engine.connect() as connection:
            connection.execute(update(VERSION).values(version_num=VERSION.c.version_num))
            connection.rollback()
            empty_log(connection)  # of what a killed program left in it
    except (DatabaseError, *DAMAGE_ERRORS) as error:
        if cause_of(error).kind is CauseKind.DAMAGED:
            return None
        raise opening_refusal(error, path) from error
    return engine


def _readable_state(folder: Path, *, alone: bool) -> FileState:
    if folder.exists() and not folder.is_dir():
        raise FolderNotUsableError(folder, tr("it is a file"))
    state = file_state(folder / DIARY_NAME, alone=alone)
    if state is FileState.ABSENT:
        raise NoDiaryError(folder)
    if state is FileState.BEHIND:
        raise OlderDiaryError(folder / DIARY_NAME)
    return state
