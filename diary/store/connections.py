"""The connections to a diary's open file: many threads read, one at a time writes, and what is wrong is said in words."""

from __future__ import annotations

import threading
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from sqlalchemy.exc import DatabaseError, IntegrityError

from diary.model.causes import CAUSES, DAMAGE_ERRORS, CauseKind, cause_of, is_refused_statement
from diary.store.backup_errors import NotRestoredError
from diary.store.change_count import count_change
from diary.store.engine import checking_engine, copy_pages, driver, driver_connection, empty_log, snapshot
from diary.store.errors import ClosedDiaryError, DamagedForWritingError, NotSavedError, ReadOnlyDiaryError
from diary.store.folder import DIARY_NAME
from diary.store.gate import ReadersGate
from diary.store.holdings import holdings
from diary.store.log_file import has_log
from diary.store.opening import open_whole
from diary.store.other_diary import copied_file
from diary.store.own_schema import has_own_schema
from diary.store.refusals import opening_refusal, saving_refusal
from diary.store.restoring import swap, wait_for_empty_log

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sqlalchemy import Connection, Engine

    from diary.model.backups import Holdings
    from diary.model.errors import DiaryError
    from diary.store.lock import WriterLock
    from diary.store.opening import OpenFile


class Connections:
    """The connections to a diary's file. All methods may be called from any thread."""

    def __init__(self, folder: Path, *, clock: Callable[[], dt.datetime], file: OpenFile, resources: ExitStack) -> None:
        self.folder = folder
        self.file = file
        self.is_closed = False
        self.restores = 0
        """How often another file was put in the place of the first."""
        self._clock = clock
        self._resources = resources
        self._writer_lock = threading.Lock()
        self._gate = ReadersGate()

    @property
    def is_writable(self) -> bool:
        """Whether acts are taken."""
        return self.file.write_engine is not None and not self.is_closed

    def close(self) -> None:
        """Close the file and let others write."""
        with self._writer_lock:
            self.is_closed = True
            self._resources.close()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that reads the diary of one moment."""
        if self.is_closed:
            raise ClosedDiaryError
        with (
            self._gate.reading(),
            refusals_in_words(self.folder),
            self.file.read_engine.connect() as connection,
        ):
            connection.begin()
            yield connection

    @contextmanager
    def checking(self) -> Iterator[Connection]:
        """A connection that could write, for to one that cannot SQLite does not tell which rows break a rule."""
        path = self.folder / DIARY_NAME
        if not self.is_writable and has_log(path) and not self.file.is_alone:
            with (
                refusals_in_words(self.folder),
                copied_file(path) as folder,
                snapshot(folder / DIARY_NAME) as connection,
            ):
                yield connection  # to close a connection that could write would play the log into the file
            return
        engine = checking_engine(path, alone=self.file.is_alone)
        try:
            with self._gate.reading(), refusals_in_words(self.folder), engine.connect() as connection:
                connection.begin()
                yield connection
        finally:
            engine.dispose()

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection for one transaction, which is saved at its end or not at all."""
        with self._writer_lock, refusals_in_words(self.folder, saving_refusal):
            write_engine = self._refuse_unless_written()
            self.file.identity.refuse_another()
            self._hold_lock_and_log()
            with write_engine.connect() as connection:
                with _counting_transaction(connection) as changes:
                    yield connection
                empty_log(connection)
            self.file.log.note()
            self.file.identity.refuse_another()  # moved meanwhile: what was saved is not where it is looked for
            for count in changes:
                self.file.seal.count(count, saved_at=self._clock())

    @contextmanager
    def noting(self) -> Iterator[None]:
        """Nobody else writes meanwhile, in the file or beside it. Raises a refusal where nothing is to be written."""
        with self._writer_lock:
            self._refuse_unless_written()
            yield

    def copy_to(self, path: Path) -> Holdings:
        """Copy the diary as it is at this moment into a file that was made for it; gives what it holds.

        Acts go on meanwhile. Of a file that was deleted this is the last copy; among the backups of another diary that
        lies in its place it is not wanted. Raises what the driver does, or a refusal.
        """
        if self.is_closed:
            raise ClosedDiaryError
        if self.file.identity.is_replaced():
            raise NotSavedError(CAUSES[CauseKind.MOVED])
        with self._gate.reading(), self.file.read_engine.connect() as connection:
            connection.begin()
            held = holdings(connection)
            copy_pages(connection, path)
        return held

    def take_restored(self) -> None:
        """Go on with the diary that :func:`build_beside` built. Raises a refusal, with the present one as it is."""
        with self._writer_lock, refusals_in_words(self.folder, saving_refusal):
            if self.is_closed:
                raise ClosedDiaryError
            lock = self.file.lock
            if lock is None:
                raise ReadOnlyDiaryError
            with self._gate.alone():
                self.file.identity.refuse_another()
                self._swap(lock)
            self.file.seal.count(self.file.seal.changes, saved_at=self._clock())

    def _swap(self, lock: WriterLock) -> None:
        before = self.file
        if before.write_engine is not None:
            wait_for_empty_log(before.write_engine)
        before.resources.close()
        is_damaged, notices = before.is_damaged, before.seal.notices
        try:
            if not is_damaged and has_log(self.folder / DIARY_NAME):
                raise NotRestoredError(CAUSES[CauseKind.BUSY])
            swap(self.folder)
            is_damaged, notices = False, ()  # what was noticed was of the former file
            self.restores += 1
        except OSError as error:
            raise NotRestoredError(cause_of(error)) from error
        finally:
            resources = self._resources.enter_context(ExitStack())
            self.file = open_whole(self.folder, resources, lock, notices, is_damaged=is_damaged)

    def _hold_lock_and_log(self) -> None:
        """Go on with a lock, a log and an index that others see too, where somebody deleted one of them."""
        if self.file.lock:
            self.file.lock.hold()
        if self.file.write_engine is None or self.file.log.lies_there():
            return
        with self.file.write_engine.connect() as connection:
            if not empty_log(connection):  # somebody reads an earlier state, and the later one lies where nobody looks
                raise NotSavedError(CAUSES[CauseKind.BUSY])
        self.file.read_engine.dispose()
        self.file.write_engine.dispose()

    def _refuse_unless_written(self) -> Engine:
        if self.file.write_engine is None:
            raise DamagedForWritingError(self.folder / DIARY_NAME) if self.file.is_damaged else ReadOnlyDiaryError
        if self.is_closed:
            raise ClosedDiaryError
        return self.file.write_engine


@contextmanager
def _counting_transaction(connection: Connection) -> Iterator[list[int]]:
    """A transaction that counts as a change where it changes a row; gives the count, once it is saved."""
    raw = driver_connection(connection)
    counts: list[int] = []
    with connection.begin():
        before = raw.total_changes
        yield counts
        if raw.total_changes != before:
            counts.append(count_change(connection))


@contextmanager
def refusals_in_words(
    folder: Path, refusal: Callable[[BaseException, Path], DiaryError] = opening_refusal
) -> Iterator[None]:
    """What the driver refuses, as a refusal in words.

    What is a mistake of the program stays an error: a broken rule, and a statement that SQLite does not understand
    though the file's tables are as they should be. To call these damage would send the person to look for a backup.
    """
    try:
        yield
    except IntegrityError:
        raise
    except (DatabaseError, driver.DatabaseError, *DAMAGE_ERRORS) as error:
        if is_refused_statement(error) and has_own_schema(folder / DIARY_NAME):
            raise
        raise refusal(error, folder / DIARY_NAME) from error
