"""The store: one diary's file, read by many threads and written by one at a time.

SQLAlchemy takes about 0.35 s to import; it is the one slow library that a start cannot do without.
"""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from typing import TYPE_CHECKING

from diary.language import tr
from diary.model.damage import DamagedNightError
from diary.model.errors import DiaryError
from diary.model.night import Night
from diary.model.period import ALL_TIME, Period
from diary.model.progress import UNWATCHED, Progress
from diary.store import acts, check
from diary.store.backup_taking import back_up_before_upgrade, backups_of
from diary.store.change import UndoSteps
from diary.store.connections import Connections
from diary.store.errors import (
    DamagedDiaryError,
    NewerDiaryError,
    NotADiaryError,
)
from diary.store.factors import forget_others, read_questions, write_questions
from diary.store.holdings import holdings
from diary.store.night_rows import stored_nights
from diary.store.nights import has_other_logged_night, write_nights
from diary.store.opening import open_file
from diary.store.person import read_markers, read_profile, write_markers, write_profile
from diary.store.place import risky_place
from diary.store.settings import (
    read_backup_folder,
    read_preferences,
    read_report_choices,
    write_backup_folder,
    write_preferences,
    write_report_choices,
)
from diary.store.traces import Traces

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sqlalchemy import Connection

    from diary.model.backups import Holdings
    from diary.model.damage import DamagedRecord, StoredNights
    from diary.model.file_notices import FileNotice
    from diary.model.preferences import Preferences
    from diary.model.profile import Marker, Profile
    from diary.model.questions import Questions
    from diary.model.report_choices import ReportChoices
    from diary.model.risky_place import RiskyPlace, WarnedAt
    from diary.store.change import Change, Records, UndoStep
    from diary.store.opening import OpenFile


OF_THE_FILE = (DamagedDiaryError, NewerDiaryError, NotADiaryError)
"""Refusals of a file that was looked at and is not to be changed."""


class Store:
    """A diary's file, open. All methods may be called from any thread."""

    def __init__(self, folder: Path, *, clock: Callable[[], dt.datetime], file: OpenFile, resources: ExitStack) -> None:
        self.backups = backups_of(folder)
        self._clock = clock
        self._connections = Connections(folder, clock=clock, file=file, resources=resources)
        self._traces: Traces | None = None
        self._is_known_damaged = False

    @classmethod
    def open(cls, folder: Path, *, clock: Callable[[], dt.datetime], writable: bool) -> Store:
        """The store in this folder; for writing, made where there is none and brought up to date where it is behind.

        The clock gives the present moment with its time zone. Raises a refusal where the folder cannot be used, the
        file is not a diary of this version or an earlier one, or, for writing, the diary is open already. A file whose
        build is damaged is opened as far as its nights can be read, and every act on it is refused.
        """
        now, traces = clock(), Traces(folder)
        try:
            with ExitStack() as stack:
                file = open_file(
                    folder,
                    stack,
                    writable=writable,
                    today=now.date(),
                    before_upgrade=lambda: back_up_before_upgrade(folder, now),
                )
                store = cls(folder, clock=clock, file=file, resources=stack.pop_all())
        except OF_THE_FILE:
            traces.remove()
            raise
        store._traces = traces
        if file.is_damaged:
            store._close_unless_readable()
        return store

    def close(self) -> None:
        """Close the file and let others write; everything is saved already."""
        self._connections.close()
        if self._traces and (self._connections.file.is_damaged or self._is_known_damaged):
            self._traces.remove()

    @property
    def folder(self) -> Path:
        """Where the diary lies."""
        return self._connections.folder

    @property
    def is_damaged(self) -> bool:
        """Whether the build of its file is damaged, so that it is only read."""
        return self._connections.file.is_damaged

    @property
    def is_writable(self) -> bool:
        """Whether acts on it are taken."""
        return self._connections.is_writable

    @property
    def changes(self) -> int:
        """How many changes have been saved in it."""
        return self._connections.file.seal.changes

    # Nights

    def night(self, morning: dt.date) -> Night:
        """The night to this morning; blank where nothing is kept. Raises DamagedNightError where it cannot be read."""
        nights = self.stored_nights(Period(morning, morning))
        for damaged in nights.damaged:
            raise DamagedNightError(damaged)
        return nights.nights[0] if nights.nights else Night(morning)

    def nights(self, period: Period = ALL_TIME) -> list[Night]:
        """The nights of a period that can be read, oldest first."""
        return list(self.stored_nights(period).nights)

    def stored_nights(self, period: Period = ALL_TIME) -> StoredNights:
        """The nights of a period, and those of them that cannot be read."""
        with self._connections.reading() as connection:
            return stored_nights(connection, period)

    def has_other_logged_night(self, morning: dt.date) -> bool:
        """Whether any other night than the one to this morning was logged."""
        with self._connections.reading() as connection:
            return has_other_logged_night(connection, morning)

    def questions(self) -> Questions:
        """The person's own questions in their order, and the built-in ones that they hid."""
        with self._connections.reading() as connection:
            return read_questions(connection)

    # The person

    def profile(self) -> Profile:
        """What the person told of themselves, as it stands now."""
        with self._connections.reading() as connection:
            return read_profile(connection)

    def markers(self) -> tuple[Marker, ...]:
        """What changed on which day, oldest first."""
        with self._connections.reading() as connection:
            return read_markers(connection)

    def preferences(self) -> Preferences:
        """How the person wants the diary to look and to measure."""
        with self._connections.reading() as connection:
            return read_preferences(connection)

    def keep_preferences(self, preferences: Preferences) -> None:
        """Keep how the person wants the diary to look and to measure; no step of undo."""
        with self._connections.writing() as connection:
            write_preferences(connection, preferences)

    def report_choices(self) -> ReportChoices:
        """What the person wanted in the report the last time."""
        with self._connections.reading() as connection:
            return read_report_choices(connection)

    def keep_report_choices(self, choices: ReportChoices) -> None:
        """Keep what the person wants in the report; no step of undo."""
        with self._connections.writing() as connection:
            write_report_choices(connection, choices)

    def backup_folder(self) -> str:
        """The second folder for backups; empty where none was chosen."""
        with self._connections.reading() as connection:
            return read_backup_folder(connection)

    def keep_backup_folder(self, folder: str) -> None:
        """Keep the second folder for backups; no step of undo."""
        with self._connections.writing() as connection:
            write_backup_folder(connection, folder)

    # Backups

    def is_blank(self) -> bool:
        """Whether nothing was ever saved in it."""
        with self._connections.reading() as connection:
            return holdings(connection).is_blank

    def copy_to(self, path: Path) -> Holdings:
        """Copy the diary as it is at this moment into a file that was made for it; gives what it holds.

        Acts go on meanwhile. Of a file that was deleted this is the last copy; among the backups of another diary that
        lies in its place it is not wanted. Raises what the driver does, or a refusal.
        """
        return self._connections.copy_to(path)

    def take_restored(self) -> None:
        """Go on with the diary that :func:`build_beside` built. Raises a refusal, with the present one as it is."""
        self._connections.take_restored()

    # Acts

    def keep(
        self,
        change: Change | None,
        *,
        preferences: Preferences | None = None,
        report_choices: ReportChoices | None = None,
        progress: Progress = UNWATCHED,
    ) -> None:
        """Keep what an act made, as one transaction and one step of undo; what could be done again no longer can.

        With it preferences and choices that no step takes back, where the act brings any.
        """
        with self._connections.writing() as connection:
            if change is not None:
                after = self._write(connection, change.after, progress)
                acts.push(connection, replace(change, after=after), done_at=self._clock())
            if preferences is not None:
                write_preferences(connection, preferences)
            if report_choices is not None:
                write_report_choices(connection, report_choices)
            progress.finish(tr("Saving"))

    def steps(self) -> UndoSteps:
        """Which act is taken back next, and which is done again next; none of a damaged file."""
        if self._connections.file.is_damaged:
            return UndoSteps()
        with self._connections.reading() as connection:
            return acts.next_steps(connection)

    def undo(self, step: UndoStep | None = None) -> Change | None:
        """Take back the newest act; None where there is none. Raises StepNotNextError where a step names another."""
        with self._connections.writing() as connection:
            change = acts.step_back(connection, step)
            if change:
                self._write(connection, change.before)
            return change

    def redo(self, step: UndoStep | None = None) -> Change | None:
        """Do again the act that was taken back last; None where there is none.

        Raises StepNotNextError where a step names another.
        """
        with self._connections.writing() as connection:
            change = acts.step_forward(connection, step)
            if change:
                self._write(connection, change.after)
            return change

    def version(self) -> str:
        """What changes with every act, in this process or another: what was computed stays good while this does."""
        if self._connections.file.is_damaged:
            return f"{self._connections.restores}-damaged"  # no act is taken on it
        with self._connections.reading() as connection:
            return f"{self._connections.restores}-{acts.acts_version(connection)}"

    def damaged_records(self) -> tuple[DamagedRecord, ...]:
        """Everything but nights that cannot be read."""
        return self._damaged(check.damaged_records)

    def damaged_entries(self) -> tuple[DamagedRecord, ...]:
        """Those of them that anything is shown or counted by: all but the changes that can be undone."""
        return self._damaged(check.damaged_entries)

    def _damaged(self, find: Callable[[Connection], Iterator[DamagedRecord]]) -> tuple[DamagedRecord, ...]:
        """What is found; of a file whose build is damaged nothing, where its tables cannot be read."""
        try:
            with self._connections.reading() as connection:
                return tuple(find(connection))
        except DamagedDiaryError:
            if not self._connections.file.is_damaged:
                raise
            return ()

    def file_notices(self) -> tuple[FileNotice, ...]:
        """What was noticed of the file when it was opened, now or before, and was not seen yet."""
        return self._connections.file.seal.notices

    def add_file_notice(self, notice: FileNotice) -> None:
        """Say something of the file until the person has seen it. No step of undo."""
        with self._connections.noting():
            self._connections.file.seal.add_notice(notice)

    def place_warning(self, where: WarnedAt) -> RiskyPlace | None:
        """The place in which the file lies, where it is a risky one and nobody was warned of it there yet."""
        place = risky_place(self.folder)
        if place is None or not self.is_writable:
            return None
        warning = f"{where}: {place.risk} {place.name}"
        with self._connections.noting():
            if warning in self._connections.file.seal.warnings:
                return None
            self._connections.file.seal.note_warning(warning)
        return place

    def forget_file_notices(self) -> None:
        """Say no more what was noticed of the file: the person has seen it. No step of undo."""
        with self._connections.noting():
            self._connections.file.seal.forget_notices()

    def check(self) -> tuple[str, ...]:
        """What is wrong with the file, in words; empty where it is whole."""
        notices = tuple(notice.sentence for notice in self.file_notices())
        try:
            problems = self._problems()
        except DamagedDiaryError as error:
            problems = (str(error),)
        self._is_known_damaged = bool(problems)
        return (*problems, *notices)

    def _write(self, connection: Connection, records: Records, progress: Progress = UNWATCHED) -> Records:
        """Write the records; gives them with the places that new medicines and markers were given."""
        # An answer points to its question: new questions come before the nights, and those that go leave after them.
        if records.questions is not None:
            write_questions(connection, records.questions)
        write_nights(connection, records.nights, progress)
        if records.questions is not None:
            forget_others(connection, records.questions)
        if records.profile is not None:
            today = self._clock().date()
            records = replace(records, profile=write_profile(connection, records.profile, today=today))
        if records.markers is not None:
            records = replace(records, markers=write_markers(connection, records.markers))
        return records

    def _close_unless_readable(self) -> None:
        try:
            self.stored_nights()
        except DiaryError:
            self.close()
            raise

    def _problems(self) -> tuple[str, ...]:
        try:
            with self._connections.checking() as connection:
                return tuple(check.file_problems(connection))
        except DamagedDiaryError:  # rules that make no sense keep out whoever could write, and no reader
            with self._connections.reading() as connection:
                return tuple(check.file_problems(connection))
