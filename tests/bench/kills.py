"""Kills at random moments of every act that writes: what is there afterwards.

    python -m tests.bench.kills [--acts save,backup,import,restore,begin,upgrade] [--times 1000] [--seed 1]

A process of its own opens the diary and does one act over and over, saying what it is about to do and what came about,
until it is killed (`kill -9`). Then the diary is opened: it has to hold exactly the nights of the last act that was
said, or of the one under way; and every backup that has its name has to be whole. The first opening in an empty folder, and
that of a diary of the oldest schema, are killed too.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import random
import shutil
import tempfile
import time
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from diary.book import Diary
from diary.exchange.contents import Contents
from diary.model.backups import BackupReason, BackupState
from tests.forked import Forked, forked
from tests.numbered_nights import NOW, night_of, save_night

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MOST_NIGHTS = 60
"""A larger diary is begun anew: what is looked at after each kill grows with it."""
IMPORTED = 12
"""Nights in a file that is taken in."""
LONGEST_RUN = {"save": 0.05, "backup": 0.15, "import": 0.25, "restore": 0.3}
"""Seconds in which a kill falls, after the diary is open: about two acts."""
LONGEST_OPENING = 0.06
OPENINGS = ("begin", "upgrade")
"""The acts that are nothing but an opening; a kill falls in the time that one takes on this machine."""
OLDEST = Path(__file__).parent.parent / "data" / "schemas" / "v0001.db"
EARLY = 0.1
"""Of the kills, those that fall on the opening."""


@dataclass
class Totals:
    """What a run came to."""

    kills: Counter[str] = field(default_factory=Counter)
    """By act."""
    within: Counter[str] = field(default_factory=Counter)
    """Of these, those in the midst of one."""
    came_about: Counter[str] = field(default_factory=Counter)
    """Of those within, the acts that had come about all the same."""
    acts: int = 0
    """That were said to be done."""
    backups: int = 0
    """That were looked at."""


def work(folder: Path, act: str, seed: int, say: Callable[[str], None]) -> None:
    """Do an act until killed: each is said before, with the nights that the diary then holds, and after it."""
    chance = random.Random(seed)
    book = Diary.open(folder, clock=_clock(seed))
    present = len(book.nights.all())
    say(f"open {present}")
    while True:
        if act == "save":
            say(f"doing {present + 1}")
            save_night(book._diary.store, present)
            present += 1
        elif act == "import":
            nights = tuple(night_of(present + number) for number in range(IMPORTED))
            say(f"doing {present + IMPORTED}")
            book.files.import_contents(Contents(nights=nights))
            present += IMPORTED
        elif act == "backup":
            say(f"doing {present}")
            book.backups.before(BackupReason.CHANGE)
        else:
            backup = chance.choice(book.backups.backups())
            assert backup.holdings
            say(f"doing {backup.holdings.nights}")
            book.backups.restore(backup.name)
            present = backup.holdings.nights
        say(f"done {present}")


def kills(folder: Path, acts: list[str], times: int, seed: int) -> Totals:
    """Kill the program so often in each act; raises where anything is not as it was said."""
    chance, totals = random.Random(seed), Totals()
    seconds = {act: _seconds_of_opening(folder.with_name("opened"), act) for act in OPENINGS if act in acts}
    for number in range(times * len(acts)):
        if acts[number % len(acts)] in OPENINGS:
            act = acts[number % len(acts)]
            _kill_opening(folder.with_name("opened"), act, chance.uniform(0, seconds[act]), totals)
            continue
        if not _holds_few(folder):
            shutil.rmtree(folder, ignore_errors=True)
            _begin(folder, seed * 100_000 + number)
        act = acts[number % len(acts)]
        is_early = chance.random() < EARLY
        said = _lines_until_killed(folder, act, seed * 100_000 + number, chance, early=is_early)
        totals.kills[act] += 1
        totals.acts += sum(line.startswith("done") for line in said)
        _look(folder, act, said, totals, _clock(seed * 100_000 + number, later=9_000)())
    return totals


def _put_ready(folder: Path, act: str) -> None:
    """What an opening finds: nothing, or a diary that is behind."""
    shutil.rmtree(folder, ignore_errors=True)
    if act == "upgrade":
        folder.mkdir()
        shutil.copy(OLDEST, folder / "diary.db")


def _begun_opening(folder: Path, act: str) -> Forked:
    """A process that makes a diary, or brings one up to date."""
    _put_ready(folder, act)
    return forked(lambda say: say(f"open {len(Diary.open(folder, clock=lambda: NOW).nights.all())}"))


def _seconds_of_opening(folder: Path, act: str) -> float:
    """How long one takes that is not killed: the shortest of a few, once what it loads is loaded here, as for the others."""
    _put_ready(folder, act)
    Diary.open(folder, clock=lambda: NOW).close()
    return min(_timed_opening(folder, act) for _ in range(3))


def _timed_opening(folder: Path, act: str) -> float:
    opening = _begun_opening(folder, act)
    begun = time.monotonic()
    opening.rest()
    seconds = time.monotonic() - begun
    assert opening.wait() == 0, act
    return seconds


def _kill_opening(folder: Path, act: str, pause: float, totals: Totals) -> None:
    """Kill such an opening after so many seconds; the next one has to do it."""
    process = _begun_opening(folder, act)
    time.sleep(pause)
    process.kill()
    is_open = bool(process.rest())
    assert process.wait() <= 0, act  # killed, or done already
    totals.kills[act] += 1
    totals.within[act] += not is_open
    with closing(Diary.open(folder, clock=lambda: NOW)) as book:
        nights = book.nights.all()
        assert len(nights) == (3 if act == "upgrade" else 0), act
        assert (book.files.check(), book.files.notices()) == ((), ()), act
        assert {backup.state for backup in book.backups.backups()} <= {BackupState.WHOLE}, act
    assert list(_leftovers(folder)) == [], act


def _clock(number: int, later: int = 0) -> Callable[[], dt.datetime]:
    """A clock that goes on by a second each time it is asked, each run's after those before it."""
    moments = (NOW + dt.timedelta(hours=number % 100_000, seconds=later / 3 + n) for n in range(1_000_000))
    return lambda: next(moments)


def _holds_few(folder: Path) -> bool:
    if not (folder / "diary.db").exists():
        return False
    with closing(Diary.open(folder, clock=lambda: NOW, writable=False)) as book:
        return len(book.nights.all()) <= MOST_NIGHTS


def _begin(folder: Path, number: int) -> None:
    """A diary of a few nights, with backups of fewer."""
    with closing(Diary.open(folder, clock=_clock(number - 1))) as book:
        for night in range(6):
            save_night(book._diary.store, night)
            if night % 2:
                book.backups.before(BackupReason.CHANGE)


def _lines_until_killed(folder: Path, act: str, seed: int, chance: random.Random, *, early: bool) -> list[str]:
    process: Forked = forked(lambda say: work(folder, act, seed, say))
    first = "" if early else process.lines.readline()
    time.sleep(chance.uniform(0, LONGEST_OPENING if early else LONGEST_RUN[act]))
    process.kill()
    said = [first.rstrip("\n"), *process.rest()] if first else process.rest()
    assert process.wait() < 0, said  # it ended by itself: it says on standard error why
    return said


def _look(folder: Path, act: str, said: list[str], totals: Totals, now: dt.datetime) -> None:
    with closing(Diary.open(folder, clock=lambda: now)) as book:
        nights: list[Any] = book.nights.all()
        counts = [(word, int(count)) for word, count in (line.split() for line in said)]
        if counts:
            present = next(count for word, count in reversed(counts) if word != "doing")
            word, aim = counts[-1]
            assert len(nights) in {present, aim}, (act, said[-3:], len(nights))
            totals.within[act] += word == "doing"
            totals.came_about[act] += word == "doing" and present != aim == len(nights)
        for number, night in enumerate(nights):
            assert night == night_of(number), (act, said[-3:], number)
        assert book.files.check() == (), (act, said[-3:], book.files.check())
        totals.backups += _look_at_backups(book, (act, said[-3:]))
    assert list(_leftovers(folder)) == [], (act, said[-3:])


def _look_at_backups(book: Diary, place: object) -> int:
    listed = book.backups.backups()
    assert {backup.state for backup in listed} <= {BackupState.WHOLE}, place
    if listed:
        held, newest = book.backups.try_restore(listed[0].name), listed[0].holdings
        assert newest is not None
        assert held.nights == newest.nights, place
    book.backups.before(BackupReason.CHANGE)
    return len(listed)


def _leftovers(folder: Path) -> Iterator[str]:
    return (each.name for each in folder.rglob("*") if ".new" in each.name or "restored" in each.name)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Kill the diary at random moments.")
    parser.add_argument("--acts", default=",".join([*LONGEST_RUN, *OPENINGS]))
    parser.add_argument("--times", type=int, default=50, help="kills of each act")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        totals = kills(Path(place) / "diary", options.acts.split(","), options.times, options.seed)
    print(json.dumps(vars(totals)))
