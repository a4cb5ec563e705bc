"""What Settings says of the backups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.language import tr, trn
from diary.model.backups import REASON_WORDS, BackupState, ListedBackup, age_words, moment_words

if TYPE_CHECKING:
    import datetime as dt

    from diary.book.backups import BackupStatus, Restoration


def status_words(status: BackupStatus, now: dt.datetime) -> str:
    """When the last backup was, and what it holds."""
    if not status.is_automatic:
        return tr("No backups are taken of a demo, or of a diary that is damaged.")
    if status.last is None:
        return tr("No backup yet. The first is taken by itself after the first change.")
    nights = trn("{n} night", "{n} nights", status.last.holdings.nights).format(n=status.last.holdings.nights)
    return tr("Last backup {age}: {nights}, checked.").format(age=age_words(status.last.moment, now), nights=nights)


def second_folder_words(status: BackupStatus, now: dt.datetime) -> str:
    """How the second folder stands; empty where there is none."""
    if not status.second_folder:
        return ""
    if status.second_trouble:
        return status.second_trouble
    if status.second_last is None:
        return tr("Nothing is in the second folder yet.")
    if status.last is not None and status.second_last.digest == status.last.digest:
        return tr("The second folder has it too.")
    return tr("The newest in the second folder is from {age}.").format(age=age_words(status.second_last.moment, now))


def backup_title(backup: ListedBackup, now: dt.datetime) -> str:
    """A backup by its moment."""
    return moment_words(backup.moment, now.tzinfo)


def backup_words(backup: ListedBackup) -> str:
    """What a backup holds, whether it is whole, and why it was taken."""
    state = backup.state_words
    parts = [backup.holdings_words, state, *([tr(REASON_WORDS[backup.reason])] if backup.reason else [])]
    return ", ".join([*parts, *([tr("in the second folder")] if backup.in_second_folder else [])])


def can_be_restored(backup: ListedBackup) -> bool:
    """Whether it is worth trying."""
    return backup.state is not BackupState.DAMAGED


def restored_words(restoration: Restoration) -> str:
    """What came of a restore."""
    words = tr("Restored: {holdings}.").format(holdings=restoration.holdings.words)
    if restoration.is_damaged:
        aside = tr("The damaged file is “{name}” among the backups.").format(name=restoration.before)
        return f"{words} {aside}"
    return (
        f"{words} {tr('What was here before is a backup too, in Settings, Your data.')}"
        if restoration.before
        else words
    )
