"""A saved night is never lost, whenever the program is killed."""

from __future__ import annotations

import datetime as dt
import random
import sys
import time
from typing import TYPE_CHECKING, Any

import pytest

from diary.store.store import Store

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable
    from pathlib import Path

pytestmark = [
    pytest.mark.reliability,
    pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is of POSIX"),
]

KILLS = 50
NOW = dt.datetime(2026, 11, 24, 7, 5, tzinfo=dt.UTC)


def _killed(process: subprocess.Popen[str], chance: random.Random, *, early: bool) -> list[int]:
    """The nights that the writer said were kept before it was killed at a random moment."""
    with process:
        assert process.stdout
        assert process.stderr
        first = "" if early else process.stdout.readline()
        time.sleep(chance.uniform(0, 0.7) if early else chance.uniform(0, 0.12))
        assert process.poll() is None, process.stderr.read()
        process.kill()
        process.wait()
        said = first + process.stdout.read()
        assert process.stderr.read() == ""
    # A line that was cut off is not yet an acknowledgement.
    return [int(line) for line in said.splitlines(keepends=True) if line.endswith("\n")]


def test_no_saved_night_is_lost_or_torn_by_fifty_kills(
    tmp_path: Path, start_program: Callable[..., subprocess.Popen[str]], writer: dict[str, Any]
) -> None:
    seed = random.randrange(10**6)
    print(f"seed {seed}")
    chance = random.Random(seed)
    folder, kept, acknowledged = tmp_path / "diary", 0, 0
    for kill in range(KILLS):
        # Every fifth kill falls on a start, the very first on the making of the diary.
        said = _killed(start_program("writer.py", folder, kept), chance, early=kill % 5 == 0)
        acknowledged += len(said)
        if not (folder / "diary.db").exists():
            assert not said
            continue
        store = Store.open(folder, clock=lambda: NOW, writable=True)
        nights = store.nights()
        # The last act may have been kept without a word, but no act is kept in part.
        assert len(nights) - kept in {len(said), len(said) + 1}
        assert nights[kept:] == [writer["night_of"](number) for number in range(kept, len(nights))]
        kept = len(nights)
        store.close()
    print(f"{KILLS} kills, {acknowledged} acknowledged nights, {kept} kept")
    store = Store.open(folder, clock=lambda: NOW, writable=False)
    assert store.nights() == [writer["night_of"](number) for number in range(kept)]
    assert store.check() == ()
    store.close()
    assert acknowledged > KILLS
