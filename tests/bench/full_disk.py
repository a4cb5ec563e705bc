"""Disks that fill up at a random place in every act that writes: what is told, and what is there afterwards.

    python -m tests.bench.full_disk [--acts save,backup,import,restore,export,upgrade] [--times 100] [--seed 1]

A process of its own does the act in a copy of a diary, on a disk that takes no file beyond a random size. Either the act
comes about or it is refused in one sentence that says to make room; the diary holds what it held before, or what the act
makes of it; every backup is whole, and nothing half done is left.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import random
import resource
import shutil
import tempfile
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from diary.book import Diary
from diary.exchange.contents import Contents
from diary.exchange.whole_file import write_whole
from diary.model.backups import BackupReason, BackupState
from diary.model.errors import DiaryError
from tests.forked import forked
from tests.numbered_nights import NOW, night_of, save_night

if TYPE_CHECKING:
    from collections.abc import Callable

OLDEST = Path(__file__).parent.parent / "data" / "schemas" / "v0001.db"
NIGHTS, IN_BACKUP, IMPORTED = 40, 20, 20
LARGEST = 1.4
"""Times the size of the diary: beyond it most acts come about."""
REMEDY = "ake room"
EXPORT_NAME = "diary.json"


@dataclass
class Totals:
    """What a run came to."""

    came_about: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    saved_meanwhile: int = 0
    """Nights that were said to be saved before the disk was full."""


@dataclass(frozen=True)
class Outcome:
    """What a process said of its act."""

    refusal: str
    """Empty where it came about."""
    saved: int = 0
    """How many nights it saved before."""


def prepare(folder: Path) -> None:
    """A diary of forty nights, with a backup of the first twenty, and an export of all."""
    with closing(Diary.open(folder, clock=lambda: NOW - dt.timedelta(days=1))) as book:
        for number in range(NIGHTS):
            if number == IN_BACKUP:
                book.backups.before(BackupReason.CHANGE)
            save_night(book._diary.store, number)
        write_whole(folder / EXPORT_NAME, book.files.export_json())
        book._diary.store.close()


def save(book: Diary, saved: list[int]) -> None:
    """Save nights until there is no room."""
    for number in range(NIGHTS, NIGHTS + 2_000):
        save_night(book._diary.store, number)
        saved.append(number)


def act_of(name: str, book: Diary, saved: list[int]) -> None:
    """Do an act of this name."""
    if name == "save":
        save(book, saved)
    elif name == "backup":
        book.backups.before(BackupReason.CHANGE)
    elif name == "import":
        nights = tuple(night_of(NIGHTS + number) for number in range(IMPORTED))
        book.files.import_contents(Contents(nights=nights))
    elif name == "restore":
        book.backups.restore(book.backups.backups()[-1].name)
    else:
        write_whole(book.folder / EXPORT_NAME, book.files.export_json() * 3)


NIGHTS_AFTER = {"save": NIGHTS, "backup": NIGHTS, "import": NIGHTS + IMPORTED, "restore": IN_BACKUP, "export": NIGHTS}


def work(folder: Path, name: str, limit: int, say: Callable[[str], None]) -> None:
    """Do the act on a disk of this size."""
    saved: list[int] = []
    refusal = ""
    if name == "upgrade":
        _limit(limit)
        try:
            Diary.open(folder, clock=lambda: NOW).close()
        except DiaryError as error:
            refusal = str(error)
    else:
        with closing(Diary.open(folder, clock=lambda: NOW)) as book:
            _limit(limit)
            try:
                act_of(name, book, saved)
            except DiaryError as error:
                refusal = str(error)
    say(json.dumps([refusal, len(saved)]))


def _limit(size: int) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


def fill(place: Path, acts: list[str], times: int, seed: int) -> Totals:
    """Fill the disk so often in each act; raises where anything is not as it was said."""
    chance, totals = random.Random(seed), Totals()
    prepare(place / "whole")
    size = (place / "whole" / "diary.db").stat().st_size
    for number in range(times * len(acts)):
        name, limit = acts[number % len(acts)], chance.randrange(int(size * LARGEST))
        folder = place / "copy"
        shutil.rmtree(folder, ignore_errors=True)
        if name == "upgrade":
            folder.mkdir()
            shutil.copy(OLDEST, folder / "diary.db")
        else:
            shutil.copytree(place / "whole", folder)
        process = forked(partial(work, folder, name, limit))
        lines = process.rest()
        assert process.wait() == 0, (name, limit)
        outcome = Outcome(*json.loads(lines[-1]))
        (totals.refused if outcome.refusal else totals.came_about)[name] += 1
        totals.saved_meanwhile += outcome.saved
        _look(folder, name, limit, outcome)
    return totals


def _look(folder: Path, name: str, limit: int, outcome: Outcome) -> None:
    place = (name, limit, outcome)
    words = outcome.refusal
    assert not words or (REMEDY in words and words.endswith(".") and "\n" not in words), place
    if name == "upgrade":
        if words:
            assert (folder / "diary.db").read_bytes() == OLDEST.read_bytes(), place
        with closing(Diary.open(folder, clock=lambda: NOW)) as book:
            assert (len(book.nights.all()), book.files.check()) == (3, ()), place
    else:
        count = (NIGHTS if words else NIGHTS_AFTER[name]) + outcome.saved
        with closing(Diary.open(folder, clock=lambda: NOW)) as book:
            assert book.nights.all() == [night_of(number) for number in range(count)], place
            assert (book.files.check(), book.files.notices()) == ((), ()), place
            assert {backup.state for backup in book.backups.backups()} == {BackupState.WHOLE}, place
        assert json.loads((folder / EXPORT_NAME).read_bytes()) if words else True, place
    assert [each.name for each in folder.rglob("*") if ".new" in each.name or "restored" in each.name] == [], place


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Fill the disk at random places.")
    parser.add_argument("--acts", default=",".join([*NIGHTS_AFTER, "upgrade"]))
    parser.add_argument("--times", type=int, default=100, help="disks for each act")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        totals = fill(Path(place), options.acts.split(","), options.times, options.seed)
    print(json.dumps(vars(totals)))
