"""Kills at random moments while the diary is backed up and restored: what is there afterwards.

    python -m tests.bench.kills [KILLS] [SEED]

A program of its own saves nights, takes a backup after each, and now and then restores one, saying each act that came
about, until it is killed (`kill -9`). Then the diary is opened: it has to hold exactly the nights of the last act that was
said, or of the one under way; and every backup that has its name has to be whole.
"""

from __future__ import annotations

import datetime as dt
import os
import random
import runpy
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import diary
from diary.book import Diary
from diary.model.backups import BackupReason, BackupState

if TYPE_CHECKING:
    from collections.abc import Iterator

WRITER = runpy.run_path(str(Path(__file__).parent.parent / "reliability" / "writer.py"))
START = WRITER["NOW"]
MOST_NIGHTS = 60
"""From there on each restore is to the oldest backup: the diary grows no further."""


@dataclass
class Totals:
    """What a run came to."""

    kills: int = 0
    acts: int = 0
    backups: int = 0
    restores: int = 0
    under_way: int = 0
    """Kills in the middle of a restore."""


def work(folder: Path, seed: int) -> None:
    """Save, back up and restore until killed; each act is said when it has come about."""
    chance = random.Random(seed)
    clock = iter(START + dt.timedelta(minutes=seed * 10_000 + n) for n in range(1_000_000))
    book = Diary.open(folder, clock=lambda: next(clock))
    _say("open", len(book.nights.all()))
    while True:
        count = len(book.nights.all())
        WRITER["keep"](book._diary.store, count)
        _say("saved", count + 1)
        book.backups.before(BackupReason.CHANGE)
        _say("backup", count + 1)
        if chance.random() < 0.5:
            listed = book.backups.backups()
            backup = listed[-1] if count > MOST_NIGHTS else chance.choice(listed)
            assert backup.holdings
            _say("restoring", backup.holdings.nights)
            book.backups.restore(backup.name)
            _say("restored", backup.holdings.nights)


def kills(folder: Path, count: int, seed: int) -> Totals:
    """Kill the program so often, and look each time; raises where anything is not as it was said."""
    chance, totals = random.Random(seed), Totals()
    for number in range(count):
        lines = _lines_until_killed(folder, seed + number, chance)
        totals.kills += 1
        totals.acts += len(lines)
        totals.restores += sum(word == "restored" for word, _ in lines)
        totals.under_way += bool(lines) and lines[-1][0] == "restoring"
        totals.backups = _look(folder, lines, START + dt.timedelta(minutes=(seed + number) * 10_000 + 9_000))
    return totals


def _lines_until_killed(folder: Path, seed: int, chance: random.Random) -> list[tuple[str, int]]:
    command = [sys.executable, "-c", f"from tests.bench.kills import work, Path; work(Path({str(folder)!r}), {seed})"]
    env = {**os.environ, "PYTHONPATH": str(Path(diary.__file__).parent.parent)}
    with subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stderr
        first = process.stdout.readline()
        time.sleep(chance.uniform(0, 0.6))
        assert process.poll() is None, process.stderr.read()
        process.kill()
        process.wait()
        said = first + process.stdout.read()
        assert process.stderr.read() == ""
    return list(_whole_lines(said))


def _whole_lines(said: str) -> Iterator[tuple[str, int]]:
    for line in said.splitlines(keepends=True):
        if line.endswith("\n"):  # one that was cut off is no acknowledgement
            word, count = line.split()
            yield word, int(count)


def _look(folder: Path, lines: list[tuple[str, int]], now: dt.datetime) -> int:
    word, count = lines[-1]
    present = next(count for word, count in reversed(lines) if word != "restoring")
    possible = {present, count} if word == "restoring" else {present, present + 1}
    with closing(Diary.open(folder, clock=lambda: now)) as book:
        nights: list[Any] = book.nights.all()
        assert len(nights) in possible, (lines[-3:], len(nights))
        for number, night in enumerate(nights):
            assert night == WRITER["night_of"](number), (lines[-3:], number)
        assert book.files.check() == (), lines[-3:]
        listed = book.backups.backups()
        assert {backup.state for backup in listed} == {BackupState.WHOLE}, lines[-3:]
        for backup in listed:
            held = book.backups.try_restore(backup.name) if backup is listed[0] else backup.holdings
            assert held
            assert held.nights == (backup.holdings and backup.holdings.nights)
        book.backups.before(BackupReason.CHANGE)
        assert [each.name for each in folder.rglob("*") if ".new" in each.name or "restored" in each.name] == []
    return len(listed)


def _say(word: str, count: int) -> None:
    sys.stdout.write(f"{word} {count}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    how_many, first_seed = (int(text) for text in (*sys.argv[1:], *("200", "1")[len(sys.argv) - 1 :]))
    with tempfile.TemporaryDirectory() as place:
        print(kills(Path(place) / "diary", how_many, first_seed))
