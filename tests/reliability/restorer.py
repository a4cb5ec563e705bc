"""Backs up and restores on a disk that is as large as a limit on files: ``python restorer.py FOLDER LIMIT``.

The diary holds 40 nights, and has a backup of 20 of them. It says in JSON how the backup and the restore were refused,
null where they came about, and how many nights the diary holds then.
"""

from __future__ import annotations

import datetime as dt
import json
import resource
import runpy
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

from diary.book import Diary
from diary.model.backups import BackupReason
from diary.model.errors import DiaryError

WRITER = runpy.run_path(str(Path(__file__).with_name("writer.py")))


def fill(folder: Path) -> None:
    """A diary of forty nights, with a backup of the first twenty."""
    with closing(Diary.open(folder, clock=lambda: WRITER["NOW"] - dt.timedelta(days=1), backups=True)) as book:
        for number in range(40):
            if number == 20:
                book.backups.before(BackupReason.CHANGE)
            WRITER["keep"](book._diary.store, number)
        book._diary.store.close()


def run(folder: Path, limit: int) -> dict[str, Any]:
    """How backup and restore went on the small disk."""
    with closing(Diary.open(folder, clock=lambda: WRITER["NOW"])) as book:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
        answers: dict[str, Any] = {"backup": None, "restore": None}
        for name, act in (
            ("backup", lambda: book.backups.before(BackupReason.CHANGE)),
            ("restore", lambda: book.backups.restore(book.backups.backups()[-1].name)),
        ):
            try:
                act()
            except DiaryError as refusal:
                answers[name] = str(refusal)
        return answers | {"nights": len(book.nights.all())}


if __name__ == "__main__":
    fill(Path(sys.argv[1]))
    sys.stdout.write(json.dumps(run(Path(sys.argv[1]), int(sys.argv[2]))))
