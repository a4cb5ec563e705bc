"""Writes the made-up year to a file: `python -m diary.demo OUT`."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

from diary.demo.year import LAST, example_year
from diary.exchange.own_json import dump


def demo_file() -> bytes:
    """The made-up year as the diary's own JSON, dated by its last morning so that it is the same again."""
    return dump(example_year(), created_at=dt.datetime.combine(LAST, dt.time(12), dt.UTC))


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(demo_file())
