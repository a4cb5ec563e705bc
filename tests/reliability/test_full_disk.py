"""A full disk loses nothing, and is told in words."""

from __future__ import annotations

import datetime as dt
import json
import random
import subprocess
import sys
from pathlib import Path

import pytest

from diary.store.store import Store

pytestmark = [
    pytest.mark.reliability,
    pytest.mark.skipif(sys.platform == "win32", reason="limits on the size of a file are of POSIX"),
]

NOW = dt.datetime(2026, 11, 24, 7, 5, tzinfo=dt.UTC)
ROOT = Path(__file__).resolve().parents[2]
DISKS = 20


@pytest.mark.parametrize("act", ["save", "backup", "import", "restore", "export", "upgrade"])
def test_a_disk_that_fills_up_in_an_act_loses_nothing_and_says_to_make_room(act: str) -> None:
    seed = random.randrange(10**4)
    command = [sys.executable, "-m", "tests.bench.full_disk", "--acts", act, "--times", str(DISKS), "--seed", str(seed)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    print(f"seed {seed}", run.stdout)
    assert run.stderr == ""
    totals = json.loads(run.stdout)
    assert totals["refused"][act] > DISKS / 10


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
