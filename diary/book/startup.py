"""The diary of one run of the program: open, or with what keeps its file from being opened and the ways out of that."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from diary.book import Diary
from diary.language import tr
from diary.model.errors import DiaryError
from diary.model.preferences import Preferences
from diary.model.progress import UNWATCHED, Progress
from diary.store.backup_taking import backups_of
from diary.store.errors import DamagedDiaryError, LeftoverError, NewerDiaryError, NotADiaryError, UpgradeFailedError
from diary.store.lock import WriterLock

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from diary.book.mending import Mending, Remedies
    from diary.clock import Clock

OF_THE_FILE = (DamagedDiaryError, LeftoverError, NewerDiaryError, NotADiaryError, UpgradeFailedError)
"""Refusals that the page tells: a person who starts the diary by its icon sees no terminal."""


class GoneDiaryError(DiaryError):
    """A diary that lay here once, for its backups are there."""

    def __init__(self) -> None:
        super().__init__(tr("The diary that was kept here is gone: “diary.db” is not in its folder any more."))


MENDABLE = (DamagedDiaryError, NotADiaryError, GoneDiaryError)


class Startup:
    """What the pages of one run show. May be used from any thread, by one act after the other."""

    def __init__(self, folder: Path, *, clock: Clock, backups: bool) -> None:
        self.folder = folder
        self.clock = clock
        self._backups = backups
        self._lock: WriterLock | None = None
        self.book: Diary | None = None
        """The diary; None where its file cannot be opened."""
        self.obstacle: DiaryError | None = None
        """Why it cannot, or why it is only read; None where all is well, or the person wants to read it as it is."""
        self.news = ""
        """What was done about it, for the first screen to say."""

    def open(self) -> None:
        """Open the diary, or note what keeps its file from being opened. Raises any other refusal."""
        if self.is_gone:
            self._wait_for_help(GoneDiaryError())
            return
        try:
            self.book = Diary.open(self.folder, clock=self.clock, backups=self._backups)
        except OF_THE_FILE as refusal:
            self._wait_for_help(refusal)
        else:
            is_damaged = self.book.is_damaged
            self.obstacle = DamagedDiaryError(self.book.file) if is_damaged else None

    def _wait_for_help(self, obstacle: DiaryError) -> None:
        self._lock = WriterLock(self.folder)  # another start finds this one, and its page
        self.obstacle = obstacle

    @property
    def is_gone(self) -> bool:
        """Whether the file is not there, and backups of it are."""
        return not Diary.exists_in(self.folder) and bool(backups_of(self.folder).names())

    @property
    def can_be_mended(self) -> bool:
        """Whether there may be a way out: what a newer program wrote is left to that."""
        return isinstance(self.obstacle, MENDABLE)

    def preferences(self) -> Preferences:
        """How the person wants the pages to look, as far as the file still tells."""
        from diary.book.mending import preferences_in

        return preferences_in(self.folder) if self.can_be_mended else Preferences()

    def problems(self) -> tuple[str, ...]:
        """What is wrong, in plain words."""
        from diary.book.mending import problems_of_file  # only for a damaged diary

        found = problems_of_file(self.folder) if self.can_be_mended else ()
        return found or (str(self.obstacle),)

    def remedies(self, progress: Progress = UNWATCHED) -> Remedies:
        """The ways out; nothing is changed."""
        from diary.book.mending import Remedies, remedies_in

        problems = self.problems()
        return remedies_in(self.folder, problems, progress) if self.can_be_mended else Remedies(problems, None, None)

    def mend_by_backup(self, progress: Progress = UNWATCHED) -> Mending:
        """Put the newest whole backup in the place of the file, and open it. Raises a refusal, with the file as it was."""
        from diary.book.mending import mend_by_backup

        return self._mend(lambda: mend_by_backup(self.folder, moment=self.clock(), progress=progress))

    def mend_by_salvage(self, progress: Progress = UNWATCHED) -> Mending:
        """Put what can be read in the place of the file, and open it. Raises a refusal, with the file as it was."""
        from diary.book.mending import mend_by_salvage

        return self._mend(lambda: mend_by_salvage(self.folder, moment=self.clock(), progress=progress))

    def mend_by_file(self, chosen: str, progress: Progress = UNWATCHED) -> Mending:
        """Put a backup that the person names, by its file or folder, in the place of the file, and open it."""
        from diary.book.mending import mend_by_file

        return self._mend(lambda: mend_by_file(self.folder, chosen, moment=self.clock(), progress=progress))

    def begin_anew(self) -> Mending:
        """Set the file aside, and begin a new diary."""
        from diary.book.mending import begin_anew

        return self._mend(lambda: begin_anew(self.folder, moment=self.clock()))

    def read_as_it_is(self) -> None:
        """Show a damaged diary as far as it can be read."""
        self.obstacle = None

    def try_again(self) -> None:
        """Look at the file again: the person may have done something about it."""
        self._release()
        self.open()

    def take_news(self) -> str:
        """What was done about the file, to be said once; else empty."""
        news, self.news = self.news, ""
        return news

    def close(self) -> None:
        """Close the diary."""
        self._release()

    def _mend(self, act: Callable[[], Mending]) -> Mending:
        self._release()
        try:
            mending = act()
        except BaseException:
            with suppress(DiaryError):
                self.open()
            raise
        self.open()
        self.news = mending.words
        return mending

    def _release(self) -> None:
        book, lock = self.book, self._lock
        self.book, self._lock = None, None
        if book is not None:
            book.close()
        if lock is not None:
            lock.release()
