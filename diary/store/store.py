"""The store: one diary's file, read by many threads and written by one at a time.

SQLAlchemy takes about 0.35 s to import; it is the one slow library that a start cannot do without.
"""

from __future__ import annotations

import threading
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import update
from sqlalchemy.exc import DatabaseError, IntegrityError, OperationalError

from diary.language import tr
from diary.model.night import Night
from diary.store import acts, check
from diary.store.engine import reading_engine, writing_engine
from diary.store.errors import (
    ClosedDiaryError,
    DamagedDiaryError,
    DiskFullError,
    FolderNotUsableError,
    NoDiaryError,
    NotTextError,
    OlderDiaryError,
    ReadOnlyDiaryError,
)
from diary.store.factors import forget_others, read_questions, write_questions
from diary.store.folder import DIARY_NAME, prepare_folder
from diary.store.lock import WriterLock
from diary.store.nights import read_nights, write_nights
from diary.store.person import read_markers, read_profile, write_markers, write_profile
from diary.store.schema import VERSION, Standing, make_diary, not_opened, standing
from diary.store.settings import (
    read_preferences,
    read_report_choices,
    write_preferences,
    write_report_choices,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sqlalchemy import Connection, Engine

    from diary.model.preferences import Preferences
    from diary.model.profile import Marker, Profile
    from diary.model.questions import Questions
    from diary.model.report_choices import ReportChoices
    from diary.store.change import Change, Records


class Store:
    """A diary's file, open. All methods may be called from any thread."""

    def __init__(
        self,
        folder: Path,
        *,
        clock: Callable[[], dt.datetime],
        reading: Engine,
        writing: Engine | None,
        closing: ExitStack,
    ) -> None:
        self._folder = folder
        self._clock = clock
        self._reading_engine = reading
        self._writing_engine = writing
        self._closing = closing
        self._closed = False
        self._one_writer = threading.Lock()

    @classmethod
    def open(cls, folder: Path, *, clock: Callable[[], dt.datetime], writable: bool) -> Store:
        """The store in this folder; for writing, made where there is none and brought up to date where it is behind.

        The clock gives the present moment with its time zone. Raises a refusal where the folder cannot be used, the
        file is not a diary of this version or an earlier one, or, for writing, the diary is open already.
        """
        with ExitStack() as opened:
            writing = _open_for_writing(folder, opened) if writable else None
            if not writable:
                _refuse_unreadable(folder)
            reading = reading_engine(folder / DIARY_NAME)
            opened.callback(reading.dispose)
            return cls(folder, clock=clock, reading=reading, writing=writing, closing=opened.pop_all())

    def close(self) -> None:
        """Close the file and let others write; everything is saved already."""
        with self._one_writer:
            self._closed = True
            self._closing.close()

    @property
    def folder(self) -> Path:
        """Where the diary lies."""
        return self._folder

    # Nights

    def night(self, morning: dt.date) -> Night:
        """The night to this morning; blank where nothing is kept."""
        kept = self.nights(morning, morning)
        return kept[0] if kept else Night(morning)

    def nights(self, first: dt.date | None = None, last: dt.date | None = None) -> list[Night]:
        """The nights kept from the first morning to the last, oldest first."""
        with self._reading() as connection:
            return read_nights(connection, first, last)

    def questions(self) -> Questions:
        """The person's own questions in their order, and the built-in ones that they hid."""
        with self._reading() as connection:
            return read_questions(connection)

    # The person

    def profile(self) -> Profile:
        """What the person told of themselves, as it stands now."""
        with self._reading() as connection:
            return read_profile(connection)

    def markers(self) -> tuple[Marker, ...]:
        """What changed on which day, oldest first."""
        with self._reading() as connection:
            return read_markers(connection)

    def preferences(self) -> Preferences:
        """How the person wants the diary to look and to measure."""
        with self._reading() as connection:
            return read_preferences(connection)

    def keep_preferences(self, preferences: Preferences) -> None:
        """Keep how the person wants the diary to look and to measure; no step of undo."""
        with self._writing() as connection:
            write_preferences(connection, preferences)

    def report_choices(self) -> ReportChoices:
        """What the person wanted in the report the last time."""
        with self._reading() as connection:
            return read_report_choices(connection)

    def keep_report_choices(self, choices: ReportChoices) -> None:
        """Keep what the person wants in the report; no step of undo."""
        with self._writing() as connection:
            write_report_choices(connection, choices)

    # Acts

    def keep(self, change: Change) -> None:
        """Keep what an act made, as one transaction and one step of undo; what could be done again no longer can."""
        with self._writing() as connection:
            after = self._write(connection, change.after)
            acts.push(connection, replace(change, after=after), done_at=self._clock())

    def undo(self) -> Change | None:
        """Take back the newest act; None where there is none."""
        with self._writing() as connection:
            change = acts.step_back(connection)
            if change:
                self._write(connection, change.before)
            return change

    def redo(self) -> Change | None:
        """Do again the act that was taken back last; None where there is none."""
        with self._writing() as connection:
            change = acts.step_forward(connection)
            if change:
                self._write(connection, change.after)
            return change

    def version(self) -> str:
        """What changes with every act, in this process or another: what was computed stays good while this does."""
        with self._reading() as connection:
            return acts.standing(connection)

    def check(self) -> tuple[str, ...]:
        """What is wrong with the file, in words; empty where it is whole."""
        try:
            with self._reading() as connection:
                return tuple(check.findings(connection))
        except DamagedDiaryError as error:
            return (str(error),)

    def _write(self, connection: Connection, records: Records) -> Records:
        """Write the records; gives them with the places that new medicines and markers were given."""
        if records.questions is not None:
            write_questions(connection, records.questions)
        write_nights(connection, records.nights)
        if records.questions is not None:
            forget_others(connection, records.questions)
        if records.profile is not None:
            today = self._clock().date()
            records = replace(records, profile=write_profile(connection, records.profile, today=today))
        if records.markers is not None:
            records = replace(records, markers=write_markers(connection, records.markers))
        return records

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        if self._closed:
            raise ClosedDiaryError
        with _in_words(self._folder), self._reading_engine.begin() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        if self._writing_engine is None:
            raise ReadOnlyDiaryError
        with self._one_writer, _in_words(self._folder):
            if self._closed:
                raise ClosedDiaryError
            with self._writing_engine.begin() as connection:
                yield connection


@contextmanager
def _in_words(folder: Path) -> Iterator[None]:
    """What the driver refuses, as a refusal in words. A broken rule stays an error: it is one of ours."""
    try:
        yield
    except IntegrityError:
        raise
    except OperationalError as error:
        raise DiskFullError(error.orig) from error
    except DatabaseError as error:
        raise DamagedDiaryError(folder / DIARY_NAME) from error
    except UnicodeEncodeError as error:
        raise NotTextError from error


def _open_for_writing(folder: Path, opened: ExitStack) -> Engine:
    path = folder / DIARY_NAME
    prepare_folder(folder)
    stands = standing(path)
    opened.callback(WriterLock(folder).release)
    if stands is Standing.ABSENT and not path.exists():
        make_diary(path)
    if stands is Standing.BEHIND:
        from diary.store.upgrade import upgrade

        upgrade(path)
    return _writing_engine(path, opened)


def _writing_engine(path: Path, opened: ExitStack) -> Engine:
    engine = writing_engine(path)
    opened.callback(engine.dispose)
    try:
        # A file that cannot be written is told now, not at the first night that is lost; SQLite only finds out when
        # a row changes. Closing without a commit takes the change back.
        with engine.connect() as connection:
            connection.execute(update(VERSION).values(version_num=VERSION.c.version_num))
    except OperationalError as error:
        raise not_opened(path.parent, error) from error
    return engine


def _refuse_unreadable(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise FolderNotUsableError(folder, tr("it is a file"))
    stands = standing(folder / DIARY_NAME)
    if stands is Standing.ABSENT:
        raise NoDiaryError(folder)
    if stands is Standing.BEHIND:
        raise OlderDiaryError(folder / DIARY_NAME)
