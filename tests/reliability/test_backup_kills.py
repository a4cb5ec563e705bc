"""Whenever the program is killed while it backs up or restores, the diary is whole, and so is every backup."""

from __future__ import annotations

import random
import sys
from typing import TYPE_CHECKING

import pytest

from tests.bench.kills import kills

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [
    pytest.mark.reliability,
    pytest.mark.timeout(300),
    pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is of POSIX"),
]

KILLS = 30


def test_a_kill_leaves_the_diary_of_before_or_after_and_whole_backups(tmp_path: Path) -> None:
    seed = random.randrange(10**4)
    print(f"seed {seed}")
    totals = kills(tmp_path / "diary", KILLS, seed)
    print(totals)
    assert totals.kills == KILLS
    assert totals.restores > KILLS / 3
