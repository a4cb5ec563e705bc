"""The diary as a program whose clock stands in a file: python tests/clocked_diary.py CLOCK COMMAND ...

The file holds a moment and its zone, like “2026-10-25T02:10:00+01:00 Europe/Berlin”; whoever writes it moves the time.
"""

from __future__ import annotations

import datetime as dt
import sys
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from diary.cli import run


@dataclass(frozen=True)
class FileClock:
    """A clock that stands at what its file says."""

    file: Path

    def __call__(self) -> dt.datetime:
        """The moment in the file."""
        moment, zone = self.file.read_text("utf-8").split()
        return dt.datetime.fromisoformat(moment).astimezone(ZoneInfo(zone))

    def set(self, moment: dt.datetime) -> None:
        """Set it; the file is never seen half written."""
        fresh = self.file.with_suffix(".new")
        fresh.write_text(f"{moment.isoformat()} {moment.tzinfo}", "utf-8")
        fresh.replace(self.file)


if __name__ == "__main__":
    sys.exit(run(sys.argv[2:], clock=FileClock(Path(sys.argv[1]))))
