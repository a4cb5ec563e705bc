"""Backups: what each holds, why it was taken, and whether it is still as it was."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum

from diary.language import mark, tr, trn
from diary.model.errors import DiaryError
from diary.model.mornings import day_name, night_name

OF_THE_PROGRAM = ("factor", "alembic_version")
"""The tables that hold something in a new diary."""
NAME_FORM = "diary-%Y%m%dT%H%M%SZ"


class BackupReason(StrEnum):
    """Why a backup was taken."""

    CHANGE = "change"
    CLOSING = "closing"
    VERSION = "version"
    """Another version of the program opened the diary."""
    UPGRADE = "upgrade"
    IMPORT = "import"
    RESTORE = "restore"


REASON_WORDS = {
    BackupReason.CHANGE: mark("after a change"),
    BackupReason.CLOSING: mark("at closing"),
    BackupReason.VERSION: mark("before a new version of the program"),
    BackupReason.UPGRADE: mark("before an upgrade"),
    BackupReason.IMPORT: mark("before a file was taken in"),
    BackupReason.RESTORE: mark("before a backup was restored"),
}


class BackupState(StrEnum):
    """How a backup stands that was looked at again."""

    WHOLE = "whole"
    """As it was when it was taken, bit by bit."""
    DAMAGED = "damaged"
    UNCONFIRMED = "unconfirmed"
    """SQLite finds nothing wrong with it, but its record is gone, so that nothing tells how it was."""


STATE_WORDS = {
    BackupState.WHOLE: mark("checked"),
    BackupState.DAMAGED: mark("damaged"),
    BackupState.UNCONFIRMED: mark("without its record"),
}


@dataclass(frozen=True, slots=True)
class Holdings:
    """What a diary's file holds, counted."""

    nights: int
    last_night: dt.date | None
    changes: int
    """How many had been saved in it."""
    rows: dict[str, int] = field(default_factory=dict)
    """By table."""

    @property
    def is_blank(self) -> bool:
        """Whether nothing was ever saved in it: a new diary holds its own questions, and which version it is of."""
        return not self.changes and not any(rows for table, rows in self.rows.items() if table not in OF_THE_PROGRAM)

    @property
    def words(self) -> str:
        """How many nights, and which is the last."""
        nights = trn("{n} night", "{n} nights", self.nights).format(n=self.nights)
        if self.last_night is None:
            return nights
        last = f"{night_name(self.last_night)} {self.last_night.year}"
        return tr("{nights}, the last {last}").format(nights=nights, last=last)


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup, as it was when it was taken."""

    name: str
    """Of its file, without the ending."""
    moment: dt.datetime
    """In UTC, to the second."""
    reason: BackupReason
    holdings: Holdings
    digest: str
    """The SHA-256 of its file."""
    program: str
    """The version of the program that took it."""
    origin: str = ""
    """Tells the backups of one diary in a folder from those of another machine's that lie there too."""


@dataclass(frozen=True, slots=True)
class ListedBackup:
    """A backup that was looked at again."""

    name: str
    moment: dt.datetime
    state: BackupState
    holdings: Holdings | None
    """None where that cannot be told."""
    reason: BackupReason | None = None
    in_second_folder: bool = False
    """It lies in the second folder alone."""

    @property
    def holdings_words(self) -> str:
        """What it holds."""
        return self.holdings.words if self.holdings else tr("nothing can be told of it")

    @property
    def state_words(self) -> str:
        """Whether it is whole."""
        return tr(STATE_WORDS[self.state])


@dataclass(frozen=True, slots=True)
class DamagedFile:
    """A damaged file of the diary that lies among the backups: mending set it aside."""

    name: str
    """Of the file, without the ending."""
    moment: dt.datetime
    """When it was set aside, in UTC, to the second."""


class NoSuchBackupError(DiaryError):
    """A backup that is not there."""

    def __init__(self, name: str) -> None:
        super().__init__(
            tr("There is no backup “{name}”. “cramp-diary backups” lists those that there are.").format(name=name)
        )


def moment_words(moment: dt.datetime, zone: dt.tzinfo | None) -> str:
    """A moment as “28 Nov 2026, 22:15”, by the clock of a zone."""
    local = moment.astimezone(zone)
    return f"{day_name(local.date(), year=True)}, {local:%H:%M}"


def age_words(moment: dt.datetime, now: dt.datetime) -> str:
    """How long ago a moment was; where a clock was set back and it lies ahead, the moment itself."""
    minutes = (now - moment).total_seconds() // 60
    if minutes < 0:
        return moment_words(moment, now.tzinfo)
    if minutes < 1:
        return tr("less than a minute ago")
    if minutes < 60:
        return trn("{n} minute ago", "{n} minutes ago", int(minutes)).format(n=int(minutes))
    hours = int(minutes // 60)
    if hours < 48:
        return trn("{n} hour ago", "{n} hours ago", hours).format(n=hours)
    return trn("{n} day ago", "{n} days ago", hours // 24).format(n=hours // 24)
