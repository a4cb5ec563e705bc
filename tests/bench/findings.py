"""How often the findings are right, on made-up diaries whose triggers are known.

    python -m tests.bench.findings [--people 500] [--own-people 500] [--reference-people 5] [--out FOLDER]

Four regimes by five lengths; in each cell so many diaries without any trigger and so many with one to three. Each is
read by our method, by three that others use, by ours again asked as the program asks (nine questions of known direction and
seven of unknown), and with eight own factors added; some with fourteen, which makes over thirty columns and sets of at most three. Some are looked at every 28 nights of a year. With `--reference-people`, some of the same diaries are read by the plain
reference as well, a few seconds each. 500 people take the better part of an hour on two cores; 10, the default, take less than a minute.

With `--out`, the sums go to findings.json after each part, and the table to findings.md; a run that was stopped goes on
from the parts that stand there. The same seed and count give the same table, whatever the number of processes.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.bench.tally import Tally
    from tests.bench.trial import Task

ONE_THREAD = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")
"""Processes side by side, each on one core."""
LENGTHS = (30, 60, 90, 180, 365)
AS_ASKED, OWN, MANY_OWN = 4, 8, 14
"""Own factors added; with the first, the sixteen questions are of the directions that the program asks."""
LENGTHS_OF_MANY = (90, 365)
PART = 25
"""People of a cell who are read at a time."""
SEED = 20_261_126


class Size(NamedTuple):
    """How many people of each cell are read, with triggers and as many without."""

    people: int
    asked: int
    """Asked as the program asks."""
    own: int
    """With eight own factors."""
    many: int
    """With fourteen own factors."""
    reference: int
    """Of those with triggers, by the reference too."""


def tasks(people: range, seed: int, *, own: int = 0) -> Iterator[Task]:
    """What is read of these people in every cell. Those with triggers are other people than those without."""
    from tests.bench.people import REGIMES
    from tests.bench.trial import Task

    for nights in LENGTHS_OF_MANY if own == MANY_OWN else LENGTHS:
        for regime in REGIMES:
            for triggers in (False, True):
                who = tuple(2 * person + triggers for person in people)
                yield Task(regime, nights, triggers=triggers, people=who, seed=seed, own=own, rivals=not own)


def key_of(task: Task) -> str:
    """The cell of a task, as findings.json names it."""
    return f"{task.regime} {task.nights} {'with' if task.triggers else 'without'} {task.own}"


def tallied(task: Task) -> Tally:
    """What is counted in a task's diaries; in a process of its own."""
    from tests.bench.tally import tally_of
    from tests.bench.trial import read_all

    return tally_of(read_all(task))


def tallied_again(task: Task) -> Tally:
    """What looking again and again shows of a task's diaries, and bent answers; in a process of its own."""
    from tests.bench import again

    return again.tallied_again(task)


def compared_with_reference(task: Task) -> tuple[Tally, float]:
    """What the plain reference finds in a task's diaries; in a process of its own."""
    from tests.bench.reference import compared
    from tests.bench.trial import diaries_of

    return compared(diaries_of(task))


def run(size: Size, *, seed: int, processes: int | None, out: Path | None) -> dict[str, Any]:
    """All sums, as findings.json holds them; what a stopped run of this seed left there is gone on with."""
    os.environ.update(ONE_THREAD)
    sums = _left(out, seed) or {"seed": seed, "people": {}, "cells": {}, "reference": {}}
    started = time.monotonic()
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        for own, people in ((0, size.people), (AS_ASKED, size.asked), (OWN, size.own), (MANY_OWN, size.many)):
            for first in range(sums["people"].get(str(own), 0), people, PART):
                part = range(first, min(first + PART, people))
                _add(sums, list(tasks(part, seed, own=own)), pool)
                sums["people"][str(own)] = part.stop
                _told(sums, started, out)
        if not sums.get("again"):
            sums["again"] = _again(range(-(-size.people // 5)), seed=seed, pool=pool)
            _told(sums, started, out)
        if size.reference:
            sums["reference"] = _of_reference(range(min(size.people, size.reference)), seed=seed, pool=pool)
            _told(sums, started, out)
    return sums


def _left(out: Path | None, seed: int) -> dict[str, Any] | None:
    if out is None or not (out / "findings.json").exists():
        return None
    sums: dict[str, Any] = json.loads((out / "findings.json").read_text(encoding="utf-8"))
    return sums if sums["seed"] == seed else None


def _add(sums: dict[str, Any], part: list[Task], pool: ProcessPoolExecutor) -> None:
    from tests.bench.tally import together

    for task, tally in zip(part, pool.map(tallied, part), strict=True):
        before = sums["cells"].get(key_of(task), {})
        sums["cells"][key_of(task)] = dict(together([before, tally]))


def _again(people: range, *, seed: int, pool: ProcessPoolExecutor) -> dict[str, Any]:
    read = [task for task in tasks(people, seed) if task.nights == max(LENGTHS) and not task.triggers]
    return {task.regime: dict(tally) for task, tally in zip(read, pool.map(tallied_again, read), strict=True)}


def _of_reference(people: range, *, seed: int, pool: ProcessPoolExecutor) -> dict[str, Any]:
    read = [task for task in tasks(people, seed) if task.triggers]
    results = list(pool.map(compared_with_reference, read))
    cells = {key_of(task): dict(tally) for task, (tally, _) in zip(read, results, strict=True)}
    return {"people": len(people), "cells": cells, "largest": max(largest for _, largest in results)}


def _told(sums: dict[str, Any], started: float, out: Path | None) -> None:
    minutes = (time.monotonic() - started) / 60
    print(f"{sums['people']} people a cell, by own factors; {minutes:.1f} minutes", file=sys.stderr, flush=True)
    if out is not None:
        (out / "findings.json").write_text(json.dumps(sums, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def main(arguments: list[str] | None = None) -> None:
    """Run, and print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.findings", description=__doc__.split("\n", 1)[0])
    parser.add_argument(
        "--people", type=int, default=10, help="with and without triggers, in each cell; full size: 500"
    )
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--processes", type=int, help="as many as there are cores, where not told")
    parser.add_argument("--out", type=Path, help="a folder for findings.json and findings.md")
    parser.add_argument("--own-people", type=int, help="likewise, with own factors; as many, where not told")
    parser.add_argument("--reference-people", type=int, default=0, help="in each cell, those that it reads too")
    told = parser.parse_args(arguments)
    own = told.people if told.own_people is None else told.own_people
    size = Size(told.people, asked=told.people, own=own, many=-(-own // 2), reference=told.reference_people)
    sums = run(size, seed=told.seed, processes=told.processes, out=told.out)
    from tests.bench.table import table

    text = table(sums)
    if told.out is not None:
        (told.out / "findings.md").write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
