"""The diary's file, open: reading, and one transaction for each act."""

from __future__ import annotations

import os
from contextlib import contextmanager
from threading import RLock
from typing import TYPE_CHECKING

from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from diary.model.night import Night
from diary.store import acts, person_rows, schema
from diary.store.checking import problems
from diary.store.engine import open_engine
from diary.store.errors import (
    DamagedDiaryError,
    FolderNotUsableError,
    NoDiaryError,
    NotSavedError,
    ReadOnlyDiaryError,
)
from diary.store.lock import WriterLock
from diary.store.night_rows import read_nights, write_night

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sqlalchemy import Engine

    from diary.model.factors import Factor
    from diary.model.preferences import Preferences
    from diary.model.profile import Marker, Profile
    from diary.store.change import Change, Records

FILE_NAME = "diary.db"


class Store:
    """The diary's file, open for reading, or for reading and writing. May be used from any thread."""

    def __init__(
        self, folder: Path, engine: Engine, *, lock: WriterLock | None, clock: Callable[[], dt.datetime]
    ) -> None:
        self.folder = folder
        self._engine = engine
        self._lock = lock
        self._clock = clock
        self._one_at_a_time = RLock()
        self._writes = 0

    @classmethod
    def open(cls, folder: Path, *, clock: Callable[[], dt.datetime], writable: bool) -> Store:
        """The diary in this folder. For writing it is made where there is none, and held by a lock.

        Raises a refusal where the folder cannot be used, another process has it open for writing, or the file is
        not a diary, from a later version, or damaged. A refused file is left as it is.
        """
        if not writable:
            return cls(folder, _open_existing(folder / FILE_NAME), lock=None, clock=clock)
        _make_folder(folder)
        path = folder / FILE_NAME
        schema.revision_of(path)
        lock = _take_lock(folder)
        try:
            return cls(folder, _open_or_create(path), lock=lock, clock=clock)
        except BaseException:
            lock.release()
            raise

    def close(self) -> None:
        """Close the file, and let another process write it."""
        with self._one_at_a_time:
            self._engine.dispose()
            if self._lock:
                self._lock.release()
                self._lock = None

    def version(self) -> str:
        """What changes with each write of this process."""
        return str(self._writes)

    @contextmanager
    def _reading(self) -> Iterator[Session]:
        with self._one_at_a_time, Session(self._engine) as session:
            yield session

    @contextmanager
    def _writing(self) -> Iterator[Session]:
        if self._lock is None:
            raise ReadOnlyDiaryError
        with self._one_at_a_time:
            try:
                with Session(self._engine) as session, session.begin():
                    yield session
            except DatabaseError as failure:
                raise NotSavedError(str(failure.orig)) from failure
            self._writes += 1

    def night(self, morning: dt.date) -> Night:
        """The night to this morning; blank where nothing is kept of it."""
        with self._reading() as session:
            return next(iter(read_nights(session, morning, morning)), Night(morning))

    def nights(self, first: dt.date | None = None, last: dt.date | None = None) -> list[Night]:
        """The nights with anything kept, from the first morning to the last, oldest first."""
        with self._reading() as session:
            return read_nights(session, first, last)

    def profile(self) -> Profile:
        """What the person told of themselves."""
        with self._reading() as session:
            return person_rows.read_profile(session)

    def markers(self) -> tuple[Marker, ...]:
        """What changed on which day, oldest first."""
        with self._reading() as session:
            return person_rows.read_markers(session)

    def own_factors(self) -> tuple[Factor, ...]:
        """The person's own factors that are asked."""
        with self._reading() as session:
            return person_rows.read_own_factors(session)

    def preferences(self) -> Preferences:
        """The person's choices in Settings."""
        with self._reading() as session:
            return person_rows.read_preferences(session)

    def keep_preferences(self, preferences: Preferences) -> None:
        """Keep the person's choices in Settings; not a step of undo."""
        with self._writing() as session:
            person_rows.write_preferences(session, preferences)

    def keep(self, change: Change) -> None:
        """Keep what an act changed, as one transaction and one step of undo."""
        with self._writing() as session:
            self._write(session, change.after)
            acts.push(session, change, self._clock())

    def undo(self) -> Change | None:
        """Take back the last act that still stands; None where there is none."""
        with self._writing() as session:
            change = acts.step_back(session)
            if change:
                self._write(session, change.before)
            return change

    def redo(self) -> Change | None:
        """Do again the act that was taken back last; None where there is none."""
        with self._writing() as session:
            change = acts.step_forward(session)
            if change:
                self._write(session, change.after)
            return change

    def _write(self, session: Session, records: Records) -> None:
        for night in records.nights:
            write_night(session, night)
        if records.profile is not None:
            person_rows.write_profile(session, records.profile, self._clock().date())
        if records.markers is not None:
            person_rows.write_markers(session, records.markers)

    def check(self) -> tuple[str, ...]:
        """What is wrong with the file, in words; empty where it is whole."""
        with self._reading() as session:
            return problems(session)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as failure:
        raise FolderNotUsableError(folder, failure.strerror or str(failure)) from failure


def _take_lock(folder: Path) -> WriterLock:
    try:
        return WriterLock(folder)
    except OSError as failure:
        raise FolderNotUsableError(folder, failure.strerror or str(failure)) from failure


def _open_or_create(path: Path) -> Engine:
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as failure:
        raise FolderNotUsableError(path.parent, failure.strerror or str(failure)) from failure
    engine = open_engine(path, writable=True)
    revision = schema.revision_of(path)
    try:
        if revision is None:
            schema.create(engine)
        _refuse_damage(engine, path)
        if revision is not None and revision < schema.NEWEST:
            schema.migrate(engine)
    except DatabaseError as failure:
        engine.dispose()
        raise DamagedDiaryError(path) if revision else NotSavedError(str(failure.orig)) from failure
    except BaseException:
        engine.dispose()
        raise
    return engine


def _open_existing(path: Path) -> Engine:
    try:
        revision = schema.revision_of(path)
    except OSError as failure:
        raise FolderNotUsableError(path.parent, failure.strerror or str(failure)) from failure
    if revision is None:
        raise NoDiaryError(path.parent)
    engine = open_engine(path, writable=False)
    _refuse_damage(engine, path)
    return engine


def _refuse_damage(engine: Engine, path: Path) -> None:
    with engine.connect() as connection:
        if connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one() != "ok":
            raise DamagedDiaryError(path)
