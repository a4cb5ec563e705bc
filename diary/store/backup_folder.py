"""A folder of backups: each is whole, looked at after it was written, and hashed, before it has its name."""

from __future__ import annotations

import datetime as dt
import re
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy.exc import DatabaseError

from diary import __version__
from diary.model.backup_thinning import lasting_moments
from diary.model.backups import NAME_FORM, Backup, BackupReason, BackupState, DamagedFile, ListedBackup
from diary.model.causes import CAUSES, DAMAGE_ERRORS, CauseKind, cause_at
from diary.store.backup_errors import BackupNotTakenError, NothingToBackUpError
from diary.store.backup_record import read_record, record_of, write_record
from diary.store.engine import driver
from diary.store.holdings import DAMAGE, whole_holdings
from diary.store.private_files import copy_private, make_private, sha256, sync, sync_folder

if TYPE_CHECKING:
    from collections.abc import Callable

    from diary.model.backups import Holdings

BACKUPS_NAME = "backups"
"""The folder beside the diary's file."""
DAMAGED_NAME = "damaged"
"""How the name of a damaged file begins that was set aside there."""
FORM = re.compile(r"(diary-\d{8}T\d{6}Z)(?:-[0-9a-f]{8})?")
"""The name of a backup; with what tells its origin where another machine's lay there under the same name."""
DAMAGED_FORM = re.compile(rf"{DAMAGED_NAME}-(diary-\d{{8}}T\d{{6}}Z)(?:-\d+)?")
SECOND = dt.timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class BackupFolder:
    """The backups in one folder."""

    path: Path
    origin: str
    """Of the backups that are taken here."""

    def take(
        self,
        copy: Callable[[Path], Holdings],
        *,
        reason: BackupReason,
        moment: dt.datetime,
    ) -> Backup:
        """Take a backup: `copy` writes the diary to a path and gives what it held then. Raises a refusal.

        Where it does not come about, nothing of it is left.
        """
        try:
            self.path.mkdir(mode=0o700, exist_ok=True)
            self._remove_leftovers()
            return self._take(copy, reason, self._free_moment(moment))
        except (DatabaseError, driver.DatabaseError, *DAMAGE_ERRORS, OSError) as error:
            cause = cause_at(error, self.path / BACKUPS_NAME)
            if cause.kind in DAMAGE:
                raise NothingToBackUpError(self.path.parent) from error
            raise BackupNotTakenError(self.path, cause) from error
        finally:
            with suppress(OSError):
                self._remove_leftovers()

    def _take(self, copy: Callable[[Path], Holdings], reason: BackupReason, moment: dt.datetime) -> Backup:
        name = moment.strftime(NAME_FORM)
        draft = self.path / f"{name}.db.new"
        make_private(draft)
        held = copy(draft)
        sync(draft)
        found = whole_holdings(draft)
        if found is None:
            raise NothingToBackUpError(self.path.parent)
        if found != held:  # the disk gives back what was not written
            raise BackupNotTakenError(self.path, CAUSES[CauseKind.DISK_FAILED])
        backup = Backup(name, moment, reason, found, sha256(draft), __version__, self.origin)
        self._name(draft, backup)
        return backup

    def _name(self, draft: Path, backup: Backup) -> None:
        """Give a backup that is whole its name: its record first, so that no backup is ever without one."""
        write_record(self.path, backup)
        draft.replace(self.file(backup.name))
        sync_folder(self.path)

    def file(self, name: str) -> Path:
        """Where the file of a backup lies."""
        return self.path / f"{name}.db"

    def names(self) -> list[str]:
        """The backups that lie here, newest first."""
        try:
            found = [each.stem for each in self.path.glob("diary-*.db") if _is_name(each.stem)]
        except OSError:
            return []
        return sorted(found, reverse=True)

    def damaged_files(self) -> list[DamagedFile]:
        """The damaged files of the diary that were set aside here, newest first."""
        with suppress(OSError):
            stems = [each.stem for each in self.path.glob(f"{DAMAGED_NAME}-*.db") if each.is_file()]
            found = [DamagedFile(stem, moment) for stem in stems if (moment := _moment_in(DAMAGED_FORM, stem))]
            return sorted(found, key=lambda each: (each.moment, each.name), reverse=True)
        return []

    def record(self, name: str) -> Backup | None:
        """What is known of a backup; None where its record is gone."""
        return read_record(self.path, name)

    def records(self) -> list[Backup]:
        """The backups that have a record, newest first."""
        return [record for record in map(self.record, self.names()) if record]

    def newest_record(self) -> Backup | None:
        """The newest backup that has a record."""
        return next((record for record in map(self.record, self.names()) if record), None)

    def look_at(self, name: str) -> ListedBackup:
        """Look at a backup again, bit by bit."""
        record, moment = self.record(name), moment_of(name)
        try:
            if record is None:
                found = whole_holdings(self.file(name))
                state = BackupState.UNCONFIRMED if found else BackupState.DAMAGED
                return ListedBackup(name, moment, state, found)
            is_same = sha256(self.file(name)) == record.digest
        except (DatabaseError, driver.DatabaseError, *DAMAGE_ERRORS, OSError):
            return ListedBackup(name, moment, BackupState.DAMAGED, record.holdings if record else None)
        state = BackupState.WHOLE if is_same else BackupState.DAMAGED
        return ListedBackup(name, moment, state, record.holdings, record.reason)

    def thin(self, now: dt.datetime) -> None:
        """Remove the backups that are not worth their room any more."""
        moments = {name: moment_of(name) for name in self.names()}
        self._remove_all_but(lasting_moments(moments.values(), now), moments)

    def mirror(self, other: BackupFolder, now: dt.datetime) -> None:
        """Copy here what lies in the other folder and is missing, and thin what this diary put here.

        Backups of other machines stay as they are. Raises OSError.
        """
        self._remove_own_leftovers()
        present = self.records()
        own = {record.name: record.moment for record in present if record.origin == self.origin}
        digests = {record.digest for record in present}
        others = other.records()
        lasting = lasting_moments([*own.values(), *(each.moment for each in others)], now)
        for backup in others:
            if backup.digest not in digests and backup.moment in lasting:
                self._copy(other.file(backup.name), backup)
        self._remove_all_but(lasting, own)

    def _copy(self, source: Path, backup: Backup) -> None:
        name = backup.name
        if self.file(name).exists() or record_of(self.path, name).exists():  # that of another machine
            name = f"{name}-{self.origin}"
        draft = self.path / f"{backup.name}-{self.origin}.db.new"
        try:
            copy_private(source, draft)
            if sha256(draft) == backup.digest:  # else the one beside the diary is damaged by now
                self._name(draft, replace(backup, name=name, origin=self.origin))
        finally:
            with suppress(OSError):
                draft.unlink(missing_ok=True)

    def _remove_all_but(self, lasting: frozenset[dt.datetime], moments: dict[str, dt.datetime]) -> None:
        for name, moment in moments.items():
            if moment not in lasting:
                self.file(name).unlink(missing_ok=True)
                record_of(self.path, name).unlink(missing_ok=True)

    def _remove_own_leftovers(self) -> None:
        """Remove what an interrupted copy left here, and nothing of another machine's, which may be copying now."""
        for draft in self.path.glob(f"diary-*-{self.origin}.db.new"):
            draft.unlink(missing_ok=True)
        for path in self.path.glob("diary-*.json"):
            record = self.record(path.stem)
            if record and record.origin == self.origin and not self.file(path.stem).exists():
                path.unlink(missing_ok=True)

    def _free_moment(self, moment: dt.datetime) -> dt.datetime:
        moment = moment.astimezone(dt.UTC).replace(microsecond=0)
        while self.file(moment.strftime(NAME_FORM)).exists():
            moment += SECOND
        return moment

    def _remove_leftovers(self) -> None:
        """Remove what an interrupted backup left: drafts, and records whose backup never had its name."""
        for leftover in self.path.glob("diary-*.new*"):
            leftover.unlink(missing_ok=True)
        for record in self.path.glob("diary-*.json"):
            if _is_name(record.stem) and not self.file(record.stem).exists():
                record.unlink(missing_ok=True)


def moment_of(name: str) -> dt.datetime:
    """The moment that stands in the name of a backup."""
    moment = _moment_in(FORM, name)
    if moment is None:
        raise ValueError(name)
    return moment


def _is_name(text: str) -> bool:
    return _moment_in(FORM, text) is not None


def _moment_in(form: re.Pattern[str], name: str) -> dt.datetime | None:
    """The moment in a name of this form; None where it has another."""
    found = form.fullmatch(name)
    with suppress(ValueError):  # a day that no calendar has
        return dt.datetime.strptime(found[1], NAME_FORM).replace(tzinfo=dt.UTC) if found else None
    return None
