"""Opens an older diary on a disk that is as large as a limit on files: ``python upgrader.py FOLDER LIMIT``.

It says in JSON how the upgrade was refused; null where it came about.
"""

from __future__ import annotations

import datetime as dt
import json
import resource
import sys
from pathlib import Path

from diary.model.errors import DiaryError
from diary.store.store import Store

NOW = dt.datetime(2026, 11, 24, 7, 5, tzinfo=dt.UTC)


def run(folder: Path, limit: int) -> str | None:
    """The words of the refusal."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
    try:
        Store.open(folder, clock=lambda: NOW, writable=True).close()
    except DiaryError as refusal:
        return str(refusal)
    return None


if __name__ == "__main__":
    sys.stdout.write(json.dumps(run(Path(sys.argv[1]), int(sys.argv[2]))))
