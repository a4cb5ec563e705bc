"""A full disk loses nothing, and is told in words."""

from __future__ import annotations

import datetime as dt
import json
import random
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from diary.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = [
    pytest.mark.reliability,
    pytest.mark.skipif(sys.platform == "win32", reason="limits on the size of a file are of POSIX"),
]

NOW = dt.datetime(2026, 11, 24, 7, 5, tzinfo=dt.UTC)
SIZES = [
    *[(random.Random(n).randrange(0, 120_000), 0) for n in range(6)],
    *[(random.Random(n).randrange(120_000, 1_500_000), 0) for n in range(6)],
    *[(random.Random(n).randrange(4_000, 400_000), 60) for n in range(6)],
]
"""The limit on a file in bytes, and how many nights are kept before it."""


@pytest.mark.parametrize(("limit", "before"), SIZES)
def test_a_full_disk_loses_no_saved_night_and_says_so(
    tmp_path: Path,
    start_program: Callable[..., subprocess.Popen[str]],
    writer: dict[str, Any],
    *,
    limit: int,
    before: int,
) -> None:
    folder = tmp_path / "diary"
    said, complaints = start_program("filler.py", folder, limit, before).communicate()
    assert complaints == ""
    told = json.loads(said)
    assert told["refusal"] == "DiskFullError"
    assert "make room on the disk" in told["words"]
    store = Store.open(folder, clock=lambda: NOW, writable=True)
    assert store.nights() == [writer["night_of"](number) for number in range(told["kept"])]
    assert store.check() == ()
    store.close()


@pytest.mark.parametrize("command", ["nights", "check", "findings"])
def test_a_diary_that_cannot_be_read_for_want_of_room_says_to_make_some(tmp_path: Path, command: str) -> None:
    folder = tmp_path / "diary"
    Store.open(folder, clock=lambda: NOW, writable=True).close()
    read = subprocess.run(
        ["/bin/sh", "-c", f'ulimit -f 0; exec "{sys.executable}" -m diary {command} --data "{folder}"'],
        capture_output=True,
        text=True,
        check=False,
    )
    assert read.returncode == 2
    assert "What was saved is safe; make room on the disk" in read.stderr
