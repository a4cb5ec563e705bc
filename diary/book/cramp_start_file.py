"""The file beside the diary that holds when the cramp began that is timed now, so that it outlives the program.

It says nothing that the diary does not hold as well but the seconds: without it the cramp only has no measured length.
"""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING

from diary.exchange.errors import CannotWriteError
from diary.exchange.whole_file import write_whole
from diary.model.causes import cause_of
from diary.model.running_cramp import CrampStart

if TYPE_CHECKING:
    from pathlib import Path

NAME = "cramp-now.json"


def read_start(folder: Path) -> CrampStart | None:
    """When the cramp began that is timed; None where there is none, or the file cannot be read."""
    try:
        plain = json.loads((folder / NAME).read_text(encoding="utf-8"))
        start = CrampStart(
            dt.date.fromisoformat(plain["morning"]),
            dt.datetime.fromisoformat(plain["at"]),
            dt.datetime.fromisoformat(plain["moment"]),
        )
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    return start if start.moment.tzinfo else None


def write_start(folder: Path, start: CrampStart) -> None:
    """Keep when a cramp began, for the person's eyes alone. Raises a refusal in words."""
    plain = {
        "morning": start.morning.isoformat(),
        "at": start.at.isoformat(),
        "moment": start.moment.isoformat(),
    }
    write_whole(folder / NAME, json.dumps(plain, indent=1).encode())


def remove_start(folder: Path) -> None:
    """No cramp is timed any more. Raises a refusal in words."""
    path = folder / NAME
    try:
        path.unlink(missing_ok=True)
    except OSError as trouble:
        raise CannotWriteError(path, cause_of(trouble)) from None
