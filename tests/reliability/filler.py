"""Fills a disk that is as large as a limit on files: keeps nights until one is refused, then looks what is there.

``python filler.py FOLDER LIMIT NIGHTS``: with this many nights kept before the disk shrinks to LIMIT bytes a file. It
says in JSON how the opening or the keeping was refused, and how many nights were kept before.
"""

from __future__ import annotations

import json
import resource
import runpy
import sys
from pathlib import Path
from typing import Any

from diary.model.errors import DiaryError
from diary.store.store import Store

WRITER = runpy.run_path(str(Path(__file__).with_name("writer.py")))


def run(folder: Path, limit: int, nights: int) -> dict[str, Any]:
    """How the full disk was told, and how many nights were said to be kept."""
    if nights:
        before = Store.open(folder, clock=lambda: WRITER["NOW"], writable=True)
        for number in range(nights):
            WRITER["keep"](before, number)
        before.close()
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
    kept = nights
    try:
        store = Store.open(folder, clock=lambda: WRITER["NOW"], writable=True)
        while True:
            WRITER["keep"](store, kept)
            kept += 1
    except DiaryError as error:
        return {"kept": kept, "refusal": type(error).__name__, "words": str(error)}


if __name__ == "__main__":
    told = run(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
    sys.stdout.write(json.dumps(told))
