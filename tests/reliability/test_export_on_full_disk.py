"""An export on a full disk: told in one line, and every file as it was before."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from diary.book import Diary
from diary.exchange.contents import Contents
from diary.model.mornings import DAY
from diary.model.night import Cramp, Night

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [
    pytest.mark.reliability,
    pytest.mark.skipif(sys.platform == "win32", reason="limits on the size of a file are of POSIX"),
]

NOW = dt.datetime(2026, 11, 24, 7, 5, tzinfo=dt.UTC)
NIGHTS = 1500
WITH_LITTLE_ROOM = 'ulimit -f 68; exec "$0" "$@"'
"""In blocks of 512 bytes (1024 in some shells): enough for what SQLite keeps beside a diary that is only read."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "diary"
    book = Diary.open(folder, clock=lambda: NOW)
    nights = (Night(NOW.date() - at * DAY, cramps=(Cramp(intensity=5),), note="x" * 40) for at in range(NIGHTS, 0, -1))
    book.files.import_contents(Contents(nights=tuple(nights)))
    book.close()
    return folder


@pytest.mark.parametrize(
    ("command", "name"),
    [("export", "diary.json"), ("export", "diary.fhir.json"), ("export", "nights"), ("report", "report.html")],
)
def test_what_has_no_room_is_told_in_one_line_and_leaves_every_file_as_it_was(
    folder: Path, tmp_path: Path, command: str, name: str
) -> None:
    there = tmp_path / "files"
    there.mkdir()
    out = there if name == "nights" else there / name
    asked = [sys.executable, "-m", "diary", command, "--data", str(folder), "--out", str(out)]
    assert subprocess.run(asked, check=False, capture_output=True, timeout=120).returncode == 0
    before = {path: path.read_bytes() for path in there.iterdir()}
    limited = subprocess.run(
        ["sh", "-c", WITH_LITTLE_ROOM, *asked], check=False, capture_output=True, text=True, timeout=120
    )
    assert limited.returncode == 2
    assert "there is no room for it" in limited.stderr
    assert len(limited.stderr.splitlines()) == 1
    assert {path: path.read_bytes() for path in there.iterdir()} == before
