"""The one door through which screens and commands reach the diary: one method an act, in eight parts.

Every act is one transaction and one step of undo. Findings, charts and reports load their slow libraries where they
are first needed, so that opening a diary stays quick. All methods may be called from any thread.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from diary.book.backups import DiaryBackups
from diary.book.cramp_now import DiaryCrampNow
from diary.book.files import DiaryFiles
from diary.book.nights import DiaryNights
from diary.book.open_diary import OpenDiary, synchronized
from diary.book.open_mending import DiaryMending
from diary.book.person import DiaryPerson
from diary.book.questions import DiaryQuestions
from diary.book.results import DiaryResults
from diary.model.wall_time import with_bare_offset
from diary.store.folder import DIARY_NAME
from diary.store.store import Store

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from diary.clock import Clock
    from diary.store.change import Change, UndoStep, UndoSteps


class Diary:
    """The diary of one person, open in one folder."""

    def __init__(self, diary: OpenDiary, *, backups: bool = True) -> None:
        self._diary = diary
        self.backups = DiaryBackups(diary, automatic=backups)
        self.nights = DiaryNights(diary)
        self.cramp_now = DiaryCrampNow(diary, self.nights)
        self.questions = DiaryQuestions(diary)
        self.person = DiaryPerson(diary)
        self.files = DiaryFiles(diary, self.nights, self.questions, self.person, self.backups)
        self.mending = DiaryMending(diary, self.files, self.backups)
        self.results = DiaryResults(diary, self.nights, self.person)

    @classmethod
    def open(cls, folder: Path, *, clock: Clock, writable: bool = True, backups: bool = True) -> Self:
        """The diary in this folder, made where there is none.

        The clock gives the present moment with its time zone, one that knows its clock changes where they are to be
        minded. Raises a refusal where the folder cannot be used, the file is not a diary, or, for writing, another
        program has the diary open. Without `backups` none is taken by itself.
        """
        store = Store.open(folder, clock=lambda: with_bare_offset(clock()), writable=writable)
        diary = cls(OpenDiary(store, clock=clock), backups=backups)
        diary.backups.begin()
        return diary

    @staticmethod
    def exists_in(folder: Path) -> bool:
        """Whether anything stands where the diary's file would in this folder."""
        return (folder / DIARY_NAME).exists()

    def close(self) -> None:
        """Close the diary; everything is saved already. What changed since the newest backup goes into one."""
        self.backups.take_last()
        self._diary.store.close()
        self.backups.catch_up_last()

    @property
    def is_damaged(self) -> bool:
        """Whether the build of its file is damaged, so that it is only read."""
        return self._diary.store.is_damaged

    @property
    def file(self) -> Path:
        """The diary's file."""
        return self.folder / DIARY_NAME

    @property
    def folder(self) -> Path:
        """Where the diary lies."""
        return self._diary.store.folder

    def now(self) -> dt.datetime:
        """The present moment in local wall time, to the minute, as nights and cramps are logged."""
        return self._diary.now()

    def moment(self) -> dt.datetime:
        """The present moment with its offset from UTC."""
        return self._diary.moment()

    def latest_wall_time(self) -> dt.datetime:
        """The latest local wall time that has been: nothing logged up to it lies in the future."""
        return self._diary.latest_wall_time()

    def version(self) -> str:
        """What changes whenever the diary does: charts and findings stay for as long as this does."""
        return self._diary.version()

    def steps(self) -> UndoSteps:
        """Which act is taken back next, and which is done again next."""
        return self._diary.store.steps()

    @synchronized
    def undo(self, step: UndoStep | None = None) -> Change | None:
        """Take back the last act; gives what it was, or None where there is nothing to take back.

        Raises StepNotNextError where a step is named and another act came since.
        """
        return self._diary.store.undo(step)

    @synchronized
    def redo(self, step: UndoStep | None = None) -> Change | None:
        """Do again what was taken back last; gives what it was, or None where there is nothing.

        Raises StepNotNextError where a step is named and it is another's turn.
        """
        return self._diary.store.redo(step)
