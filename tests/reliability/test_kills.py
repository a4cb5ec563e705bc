"""Whenever the program is killed, the diary is that of before or after the act, and every backup is whole."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [
    pytest.mark.reliability,
    pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is of POSIX"),
]

ROOT = Path(__file__).resolve().parents[2]
KILLS = 25


@pytest.mark.parametrize("act", ["save", "backup", "import", "restore", "begin", "upgrade"])
def test_a_kill_leaves_the_diary_of_before_or_after_the_act_and_whole_backups(act: str) -> None:
    seed = random.randrange(10**4)
    command = [sys.executable, "-m", "tests.bench.kills", "--acts", act, "--times", str(KILLS), "--seed", str(seed)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    print(f"seed {seed}", run.stdout)
    assert run.stderr == ""
    totals = json.loads(run.stdout)
    assert totals["kills"][act] == KILLS
    assert totals["within"][act] > KILLS / 5
