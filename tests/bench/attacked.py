"""How often something false is shown, or something true found, where people answer as people do.

    python -m tests.bench.attacked [--people 300] [--nights 180 365] [--out FOLDER] [--only ATTACK …]

Made-up diaries of the four regimes in turn, so many in each cell, of people asked nine questions of known direction and
seven of unknown, as the program asks; each left as `tests/bench/attacks.py` leaves it. With `--out`, the sums go to
attacked.json and the table to attacked.md; 300 people a cell take about half an hour of a processor.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diary.analysis.finding import Finding
    from tests.bench.simulator import Diary

SEED = 20_261_129
NIGHTS = (180, 365)
PART = 20
ONE_THREAD = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")


class Cell(NamedTuple):
    """People who answer in one way."""

    attack: str
    nights: int
    triggers: bool

    @property
    def key(self) -> str:
        """Its name in the file of sums."""
        return f"{self.attack}, {self.nights} nights, {'with' if self.triggers else 'without'} triggers"


def cells(nights: Sequence[int], only: Sequence[str]) -> Iterator[Cell]:
    """All cells, or those of some attacks."""
    from tests.bench.attacks import ATTACKS

    for attack in ATTACKS:
        if not only or attack in only:
            for length in nights:
                for triggers in (False, True):
                    yield Cell(attack, length, triggers)


def measured(cell: Cell, people: Sequence[int]) -> dict[str, float]:
    """The sums over these people of a cell."""
    from tests.bench.attacks import ATTACKS
    from tests.bench.people import REGIMES
    from tests.bench.simulator import AS_ASKED_OWN, as_asked, simulate
    from tests.bench.tally import Tally

    tally = Tally()
    regimes = tuple(REGIMES.values())
    for place, regime in enumerate(regimes):
        group = [person for person in people if person % len(regimes) == place]
        if not group:
            continue
        made = simulate(regime, nights=cell.nights, people=group, seed=SEED, triggers=cell.triggers, own=AS_ASKED_OWN)
        for person, diary in zip(group, made, strict=True):
            import numpy as np

            _count(tally, ATTACKS[cell.attack](as_asked(diary), np.random.default_rng([SEED, cell.nights, person])))
    return dict(tally)


def _count(tally: dict[str, float], diary: Diary) -> None:
    from diary.analysis.finding import Verdict
    from diary.analysis.findings import frame_findings

    found = frame_findings(diary.frame, diary.questions)
    truths = [bool(each) for each in diary.triggers]
    false = [each for each, truth in zip(found, truths, strict=True) if each.verdict.highlighted and not truth]
    grouped = [each for each in found if each.verdict is Verdict.CANNOT_TELL_APART]
    judged = [each for each in found if each.verdict is not Verdict.NOT_ENOUGH_NIGHTS]
    tally["diaries"] += 1
    tally["false"] += bool(false)
    tally["false strong"] += any(each.verdict is Verdict.STANDS_OUT for each in false)
    tally["grouped"] += bool(grouped)
    tally["judged"] += len(judged)
    tally["flagged"] += sum(each.answered.unlike for each in judged)
    tally["flagged diaries"] += any(each.answered.unlike for each in judged)
    for effect, each in zip(diary.log_odds_ratio, found, strict=True):
        _count_trigger(tally, round(2.718281828459045**effect), each)


def _count_trigger(tally: dict[str, float], odds: int, finding: Finding) -> None:
    if odds > 1:
        tally[f"odds {odds}"] += 1
        tally[f"odds {odds} found"] += finding.verdict.highlighted


def table(sums: dict[str, Any]) -> str:
    """The page."""
    from tests.bench.tally import share

    lines = [INTRODUCTION.format(seed=sums["seed"], people=max(sums["people"].values(), default=0))]
    lines += ["| answered | nights | diaries | any false | false *strong* | *one of these* | flagged questions |"]
    lines += ["| --- | --- | --- | --- | --- | --- | --- |"]
    for key, tally in sums["cells"].items():
        attack, nights, group = key.rsplit(", ", 2)
        if group == "without triggers":
            rates = [share(tally.get(name, 0), tally["diaries"]) for name in ("false", "false strong", "grouped")]
            flagged = share(tally.get("flagged", 0), tally["judged"])
            lines.append(
                f"| {attack} | {nights.split()[0]} | {tally['diaries']:.0f} | "
                + " | ".join(map(str, [*rates, flagged]))
                + " |"
            )
    lines += [
        "",
        "## Found, with one to three triggers",
        "",
        "| answered | nights | diaries | any false | odds times 2 | 3 | 4 | 6 |",
    ]
    lines += ["| --- | --- | --- | --- | --- | --- | --- | --- |"]
    for key, tally in sums["cells"].items():
        attack, nights, group = key.rsplit(", ", 2)
        if group == "with triggers":
            rates = [share(tally.get("false", 0), tally["diaries"])]
            rates += [share(tally.get(f"odds {odds} found", 0), tally[f"odds {odds}"]) for odds in (2, 3, 4, 6)]
            lines.append(
                f"| {attack} | {nights.split()[0]} | {tally['diaries']:.0f} | " + " | ".join(map(str, rates)) + " |"
            )
    return "\n".join(lines) + "\n"


def memory_sentence(sums: dict[str, Any]) -> str:
    """What docs/findings.md says of the cost of memory."""
    early, remembered = (
        sums["cells"][f"{attack}, 365 nights, with triggers"] for attack in ("honest", "from memory, rightly")
    )
    found = [round(100 * tally["odds 3 found"] / tally["odds 3"]) for tally in (early, remembered)]
    return (
        f"Of 100 things that triple the odds it finds {found[0]} in a year where they were told before the night, and "
        f"{found[1]} where they were told from memory."
    )


INTRODUCTION = """# Where people answer as people do

Made-up diaries of the four regimes in turn, up to {people} a cell, seed {seed}; nine questions of known direction and seven of
unknown. How each is answered: [attacks](attacks.py). Each rate stands with its standard error. Made by
`python -m tests.bench.attacked --people 300 --out tests/bench`.

## Without any trigger
"""


def main(arguments: list[str] | None = None) -> None:
    """Run, and print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.attacked", description=__doc__.split("\n", 1)[0])
    parser.add_argument("--people", type=int, default=8)
    parser.add_argument("--nights", type=int, nargs="+", default=NIGHTS)
    parser.add_argument("--only", nargs="+", default=())
    parser.add_argument("--out", type=Path)
    told = parser.parse_args(arguments)
    os.environ.update(dict.fromkeys(ONE_THREAD, "1"))
    sums = _left(told.out)
    for cell in cells(told.nights, told.only):
        for first in range(int(sums["people"].get(cell.key, 0)), told.people, PART):
            from tests.bench.tally import together

            part = range(first, min(first + PART, told.people))
            sums["cells"][cell.key] = dict(together([sums["cells"].get(cell.key, {}), measured(cell, part)]))
            sums["people"][cell.key] = part.stop
            _write(sums, told.out)
        print(cell.key, sums["people"][cell.key], file=sys.stderr, flush=True)
    if told.out is not None:
        (told.out / "attacked.md").write_text(table(sums), encoding="utf-8")
    print(table(sums))


def _left(out: Path | None) -> dict[str, Any]:
    nothing: dict[str, Any] = {"seed": SEED, "people": {}, "cells": {}}
    if out is None or not (out / "attacked.json").exists():
        return nothing
    sums: dict[str, Any] = json.loads((out / "attacked.json").read_text(encoding="utf-8"))
    return sums if sums["seed"] == SEED else nothing


def _write(sums: dict[str, Any], out: Path | None) -> None:
    if out is not None:
        (out / "attacked.json").write_text(json.dumps(sums, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
