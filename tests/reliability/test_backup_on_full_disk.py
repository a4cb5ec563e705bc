"""A full disk while backing up or restoring: told in one sentence, nothing half done is left, the diary goes on."""

from __future__ import annotations

import datetime as dt
import json
import random
import sys
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from diary.book import Diary
from diary.model.backups import BackupState

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable
    from pathlib import Path

pytestmark = [
    pytest.mark.reliability,
    pytest.mark.skipif(sys.platform == "win32", reason="limits on the size of a file are of POSIX"),
]

NOW = dt.datetime(2026, 11, 25, 7, 5, tzinfo=dt.UTC)
LIMITS = [0, 200, *[random.Random(n).randrange(1_000, 260_000) for n in range(16)]]


@pytest.mark.parametrize("limit", LIMITS)
def test_a_full_disk_costs_a_backup_or_a_restore_and_nothing_else(
    tmp_path: Path, start_program: Callable[..., subprocess.Popen[str]], writer: dict[str, Any], limit: int
) -> None:
    folder = tmp_path / "diary"
    said, complaints = start_program("restorer.py", folder, limit).communicate()
    assert complaints == ""
    answers = json.loads(said)
    for words in (answers["backup"], answers["restore"]):
        assert words is None or "ake room on the disk" in words, words
        assert words is None or (words.endswith(".") and "\n" not in words)
    assert answers["nights"] == (40 if answers["restore"] else 20)
    with closing(Diary.open(folder, clock=lambda: NOW)) as book:
        assert book.nights.all() == [writer["night_of"](number) for number in range(answers["nights"])]
        assert book.files.check() == ()
        assert [backup.state for backup in book.backups.backups() if backup.state is not BackupState.WHOLE] == []
        assert len(book.backups.backups()) >= 1 + (answers["backup"] is None)
    assert [each.name for each in folder.rglob("*") if ".new" in each.name or "restored" in each.name] == []
