"""The backups of an open diary: taken by themselves, looked at again, copied to a second folder, and restored."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from diary import __version__
from diary.book.backup_sources import backup_source, backups_in, try_source
from diary.book.open_diary import synchronized
from diary.language import tr
from diary.model.backups import Backup, BackupReason, BackupState, Holdings, ListedBackup
from diary.model.causes import cause_of
from diary.model.errors import DiaryError
from diary.model.progress import UNWATCHED, Progress
from diary.store.backup_errors import NotASecondFolderError, NothingToBackUpError, NotRestoredError, SecondFolderError
from diary.store.restoring import build_beside, remove_build, set_damaged_aside

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.book.open_diary import OpenDiary
    from diary.store.backup_folder import BackupFolder

LEAST_APART = dt.timedelta(hours=1)
"""Between two backups after changes."""
LEEWAY = dt.timedelta(minutes=1)
"""By which a backup's moment may lie ahead: of several in one second each has the next."""
BEFORE_RETRY = dt.timedelta(minutes=5)
"""After one that did not come about."""


@dataclass(frozen=True, slots=True)
class BackupStatus:
    """How the backups of a diary stand."""

    last: Backup | None
    trouble: str
    """Why the last attempt did not come about; empty where it did."""
    second_folder: str
    second_trouble: str
    """Why the second folder could not be used the last time; empty where it could."""
    second_last: Backup | None
    is_automatic: bool = True
    """Whether they are taken by themselves."""
    undoing: Backup | None = None
    """The backup that takes back the last restore; None where something came since, or nothing was restored."""


@dataclass(frozen=True, slots=True)
class Restoration:
    """What came of a restore."""

    holdings: Holdings
    """What the diary holds now."""
    before: str
    """The name of the backup of the diary as it was before; empty where it held nothing."""
    is_damaged: bool = False
    """That is a copy of a damaged file, which cannot be restored."""


class DiaryBackups:
    """All that concerns backups. May be used from any thread; an act on the diary never waits for a backup."""

    def __init__(self, diary: OpenDiary, *, automatic: bool) -> None:
        self._diary = diary
        self._store = diary.store
        self._is_wanted = automatic
        self._lock, self._second_lock = Lock(), Lock()
        self._second = ""
        with suppress(DiaryError):  # a damaged diary opens as far as its nights can be read
            self._second = self._store.backup_folder()
        self._is_second_behind = True
        self._trouble = self._second_trouble = self._news = ""
        self._retry_at: dt.datetime | None = None
        self._second_retry_at: dt.datetime | None = None
        self._changes_in_backup: int | None = None
        """How many changes the newest backup holds; None where that was not looked up, or there is none."""

    @property
    def _automatic(self) -> bool:
        """Whether backups are taken by themselves: not of what is only read, nor of a demo."""
        return self._is_wanted and self._store.is_writable

    # Taken by themselves

    def begin(self) -> None:
        """Take a backup before another version of the program changes anything, where the newest lacks something."""
        if not self._automatic:
            return
        remove_build(self._store.folder)  # of a restore that was interrupted
        newest = self._newest()
        if newest is None or newest.program != __version__:
            self._attempt(BackupReason.VERSION)

    def tend(self) -> None:
        """Take a backup where one is due, and let the second folder catch up. Refuses nothing: trouble is noted."""
        if not self._automatic:
            return
        newest = self._newest() if self._is_changed() else None
        if newest is None or not -LEAST_APART < self._now() - newest.moment < LEAST_APART:
            self._attempt(BackupReason.CHANGE)
        self._catch_up()

    def before(self, reason: BackupReason) -> str:
        """Take a backup before an act that changes much; gives its name, empty where there is nothing to back up.

        Raises a refusal; then the act is not to be done.
        """
        if not self._automatic or self._store.is_blank():
            return ""
        return self._take(reason).name

    def take_last(self) -> None:
        """Take one at closing, where something changed since the newest."""
        self._retry_at = None
        self._attempt(BackupReason.CLOSING)

    def catch_up_last(self) -> None:
        """Let the second folder catch up when the diary is closed already."""
        self._second_retry_at = None
        self._catch_up()

    def news(self) -> str:
        """A trouble that the person was not told yet, once; else empty."""
        news, self._news = self._news, ""
        return news

    def _attempt(self, reason: BackupReason) -> None:
        if not self._automatic or self._is_before(self._retry_at):
            return
        try:
            if self._is_changed():
                self._take(reason)
        except DiaryError as refusal:
            self._retry_at = self._now() + BEFORE_RETRY
            self._news = str(refusal) if str(refusal) != self._trouble else self._news
            self._trouble = str(refusal)

    def _take(self, reason: BackupReason) -> Backup:
        with self._lock:
            if self._store.is_damaged:
                raise NothingToBackUpError(self._store.folder)
            backup = self._store.backups.take(self._store.copy_to, reason=reason, moment=self._diary.moment())
            self._changes_in_backup, self._is_second_behind = backup.holdings.changes, True
            self._trouble, self._retry_at = "", None
            with suppress(OSError):
                self._store.backups.thin(self._now())
            return backup

    def _is_changed(self) -> bool:
        """Whether the diary holds anything that the newest backup does not."""
        if self._changes_in_backup is None:
            newest = self._newest()
            if newest is None:
                return not self._store.is_blank()  # other programs, and the oldest versions of this one, count nothing
            self._changes_in_backup = newest.holdings.changes
        return self._store.changes != self._changes_in_backup

    def _is_before(self, moment: dt.datetime | None) -> bool:
        """Whether it is too early; a moment that a clock set back has moved far away counts for nothing."""
        return moment is not None and moment - BEFORE_RETRY <= self._now() < moment

    def _newest(self) -> Backup | None:
        """The newest backup; of a time when the clock was ahead only where there is no other."""
        newest = None
        for name in self._store.backups.names():
            record = self._store.backups.record(name)
            if record and record.moment <= self._now() + LEEWAY:
                return record
            newest = newest or record
        return newest

    # The second folder

    def choose_second_folder(self, text: str) -> str:
        """Keep backups in this folder too, empty for none; gives the folder. Raises a refusal where it cannot be used."""
        folder = Path(text.strip()).expanduser() if text.strip() else None
        if folder is not None:
            own = self._store.folder.absolute()
            if not folder.is_dir() or own == folder.resolve() or own in folder.resolve().parents:
                raise NotASecondFolderError(folder)
        self._store.keep_backup_folder(str(folder.resolve()) if folder else "")
        self._second = str(folder.resolve()) if folder else ""
        self._second_trouble, self._is_second_behind, self._second_retry_at = "", True, None
        return self._second

    def _catch_up(self) -> None:
        if not (self._second and self._is_second_behind) or self._is_before(self._second_retry_at):
            return
        if not self._second_lock.acquire(blocking=False):
            return
        folder = Path(self._second)
        try:
            folder.stat()  # a disk that is not there costs nothing to ask for; a full one is filled anew each time
            self._second_retry_at = self._now() + BEFORE_RETRY
            self._is_second_behind = False
            self._second_folder().mirror(self._store.backups, self._now())
            self._second_trouble, self._second_retry_at = "", None
        except OSError as error:
            self._is_second_behind = True
            words = str(SecondFolderError(folder, cause_of(error)))
            self._news = words if words != self._second_trouble else self._news
            self._second_trouble = words
        finally:
            self._second_lock.release()

    def _second_folder(self) -> BackupFolder:
        return replace(self._store.backups, path=Path(self._second))

    # Looked at

    def status(self) -> BackupStatus:
        """How the backups stand, without looking into them."""
        last = self._newest()
        second = self._second_folder().newest_record() if self._second else None
        undoing = last if last and last.reason is BackupReason.RESTORE else None
        return BackupStatus(last, self._trouble, self._second, self._second_trouble, second, self._automatic, undoing)

    def backups(self) -> list[ListedBackup]:
        """All backups, newest first, each looked at again; of the second folder those that are not whole here."""
        here = backups_in(self._store.folder)
        there = self._second_only({backup.name: backup.state is BackupState.WHOLE for backup in here})
        return sorted([*here, *there], key=lambda backup: (backup.moment, backup.name), reverse=True)

    def _second_only(self, here: dict[str, bool]) -> Iterator[ListedBackup]:
        """The backups of the second folder that are not whole here; of a name that is another's here, by their file."""
        if not self._second:
            return
        records = (self._store.backups.record(name) for name, is_whole in here.items() if is_whole)
        whole = {record.digest for record in records if record}
        folder = self._second_folder()
        for name in folder.names():
            record = folder.record(name)
            if record is None or record.digest not in whole:
                is_taken = here.get(name, False)
                backup = replace(folder.look_at(name), in_second_folder=True)
                yield replace(backup, name=str(folder.file(name))) if is_taken else backup

    # Restored

    def try_restore(self, chosen: str) -> Holdings:
        """Build elsewhere what a backup would be restored to; gives what it holds. Raises a refusal."""
        return try_source(*self._source(chosen))

    @synchronized
    def restore(self, chosen: str, progress: Progress = UNWATCHED) -> Restoration:
        """Put a backup, by its name or its file, in the place of the diary, which is backed up before.

        Raises a refusal, with the diary as it was; WorkCancelledError is one of them.
        """
        progress.step(tr("Reading the backup"))
        source, digest = self._source(chosen)
        try:
            holdings = build_beside(
                source, self._store.folder, changes=self._store.changes, digest=digest, progress=progress
            )
            progress.step(tr("Backing up your diary"))
            before, is_damaged = self._save_present()
            progress.finish(tr("Putting it in its place"))
            self._store.take_restored()
        finally:
            remove_build(self._store.folder)
        self._changes_in_backup = self._store.changes
        with suppress(DiaryError):  # the choice is this machine's, not that of the diary as it was then
            if self._store.backup_folder() != self._second:
                self._store.keep_backup_folder(self._second)
        return Restoration(holdings, before, is_damaged)

    def _source(self, chosen: str) -> tuple[Path, str]:
        return backup_source(chosen, [self._store.backups, *([self._second_folder()] if self._second else [])])

    def _save_present(self) -> tuple[str, bool]:
        if not self._store.is_damaged:
            if self._store.is_blank():
                return "", False
            with suppress(NothingToBackUpError):
                return self._take(BackupReason.RESTORE).name, False
        try:
            return set_damaged_aside(self._store.folder, self._store.backups.path, self._now()), True
        except OSError as error:
            raise NotRestoredError(cause_of(error)) from error

    def _now(self) -> dt.datetime:
        return self._diary.moment().astimezone(dt.UTC)
