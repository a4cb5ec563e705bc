"""What Settings says of the backups."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from diary.book.backups import BackupStatus, Restoration
from diary.model.backups import Backup, BackupReason, BackupState, Holdings, ListedBackup, age_words
from diary.ui.settings.content.backups import (
    backup_title,
    backup_words,
    can_be_restored,
    restored_words,
    second_folder_words,
    status_words,
)

ZONE = dt.timezone(dt.timedelta(hours=1))
NOW = dt.datetime(2026, 11, 24, 7, 5, tzinfo=ZONE)
HOLDINGS = Holdings(423, dt.date(2026, 11, 24), 900)


def backup(minutes: int, digest: str = "a") -> Backup:
    moment = NOW.astimezone(dt.UTC) - dt.timedelta(minutes=minutes)
    return Backup("diary-x", moment, BackupReason.CHANGE, HOLDINGS, digest, "0.1.0")


def status(
    last: Backup | None = None, second: Backup | None = None, *, folder: str = "", trouble: str = ""
) -> BackupStatus:
    return BackupStatus(last, "", folder, trouble, second)


def test_the_last_backup_is_told_with_its_age_and_its_nights() -> None:
    assert status_words(status(backup(5)), NOW) == "Last backup 5 minutes ago: 423 nights, checked."
    assert status_words(status(), NOW).startswith("No backup yet.")
    assert status_words(replace(status(), is_automatic=False), NOW).startswith("No backups are taken of a demo")


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0, "less than a minute ago"),
        (1, "1 minute ago"),
        (59, "59 minutes ago"),
        (60, "1 hour ago"),
        (47 * 60 + 59, "47 hours ago"),
        (48 * 60, "2 days ago"),
        (-600, "24 Nov 2026, 17:05"),
    ],
)
def test_an_age_is_told_in_the_largest_fitting_unit_and_one_to_come_as_its_moment(minutes: int, words: str) -> None:
    assert age_words(backup(minutes).moment, NOW) == words


def test_the_second_folder_is_told_as_it_stands() -> None:
    assert second_folder_words(status(backup(5)), NOW) == ""
    assert second_folder_words(status(backup(5), folder="/stick"), NOW) == "Nothing is in the second folder yet."
    assert second_folder_words(status(backup(5), backup(5), folder="/stick"), NOW) == "The second folder has it too."
    assert "2 hours ago" in second_folder_words(status(backup(5), backup(130, "b"), folder="/stick"), NOW)
    assert second_folder_words(status(folder="/stick", trouble="It is not there."), NOW) == "It is not there."


def test_a_backup_is_told_by_the_clock_on_the_wall_with_what_it_holds_and_why_it_was_taken() -> None:
    listed = ListedBackup("diary-x", backup(5).moment, BackupState.WHOLE, HOLDINGS, BackupReason.RESTORE)
    assert backup_title(listed, NOW) == "24 Nov 2026, 07:00"
    assert backup_words(listed) == (
        "423 nights, the last Mon 23 → Tue 24 Nov 2026, checked, before a backup was restored"
    )
    damaged = ListedBackup("diary-x", backup(5).moment, BackupState.DAMAGED, None, in_second_folder=True)
    assert backup_words(damaged) == "nothing can be told of it, damaged, in the second folder"
    assert [can_be_restored(each) for each in (listed, damaged)] == [True, False]


def test_a_restore_says_what_is_there_and_where_the_former_diary_is() -> None:
    assert restored_words(Restoration(HOLDINGS, "")).endswith("24 Nov 2026.")
    assert "What was here before is a backup too" in restored_words(Restoration(HOLDINGS, "diary-y"))
    assert "damaged-diary-y.db" in restored_words(Restoration(HOLDINGS, "damaged-diary-y.db", is_damaged=True))
