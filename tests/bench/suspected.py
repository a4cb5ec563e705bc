"""What one suspicion, named beforehand, changes: how often it is shown where it is right, and where it is wrong.

    python -m tests.bench.suspected [--people 300] [--out FOLDER]

Made-up diaries of the four regimes in turn, asked as the program asks, answered before the night. Of people without any trigger one
suspects a question at random, or the one that the counts of the first 27 nights speak for most; of people with one to three, the first
of them, or at random something that is none. Each is read with the suspicion and without it. With `--out`, the sums go to
suspected.json and the table to suspected.md.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from diary.analysis.findings import frame_findings
from tests.bench.people import REGIMES
from tests.bench.simulator import AS_ASKED_OWN, as_asked, simulate
from tests.bench.tally import Tally, share

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.bench.simulator import Diary

SEED = 20_261_203
LENGTHS = (90, 180, 365)
SENTENCE_NIGHTS = 180
ODDS = (2, 3, 4, 6)
BEFORE_FIRST_LOOK = 27


def at_random(diary: Diary, draw: np.random.Generator) -> int:
    """Something that is no trigger."""
    return int(draw.choice(np.flatnonzero(~diary.triggers)))


def first_trigger(diary: Diary, _draw: np.random.Generator) -> int:
    """The first of the triggers."""
    return int(diary.triggers.argmax())


def by_first_counts(diary: Diary, _draw: np.random.Generator) -> int:
    """What the counts of the nights before the first look speak for most."""
    start = diary.frame.iloc[:BEFORE_FIRST_LOOK]
    cramp = start["cramp"].to_numpy(dtype=float)
    gaps = []
    for question in diary.questions:
        exposed = start[question.key].to_numpy(dtype=float, na_value=np.nan)
        kinds = [cramp[exposed == state] for state in (1, 0)]
        gaps.append(kinds[0].mean() - kinds[1].mean() if all(map(len, kinds)) else -1.0)
    return int(np.argmax(gaps))


WRONG, RIGHT = "no trigger, suspects at random", "one to three triggers, suspects the first"
KINDS: dict[str, tuple[bool, Callable[[Diary, np.random.Generator], int]]] = {
    WRONG: (False, at_random),
    "no trigger, suspects what 27 nights of counts speak for": (False, by_first_counts),
    "one to three triggers, suspects none of them": (True, at_random),
    RIGHT: (True, first_trigger),
}
"""Whether there are triggers, and what is suspected."""


def diaries(nights: int, people: int, *, triggers: bool) -> Iterator[tuple[int, Diary]]:
    """So many people with their diaries."""
    regimes = tuple(REGIMES.values())
    for place, regime in enumerate(regimes):
        group = range(place, people, len(regimes))
        made = simulate(regime, nights=nights, people=group, seed=SEED, triggers=triggers, own=AS_ASKED_OWN)
        yield from zip(group, map(as_asked, made), strict=True)


def measured(kind: str, nights: int, people: int) -> Tally:
    """The sums of a cell."""
    triggers, choice = KINDS[kind]
    tally = Tally()
    for person, diary in diaries(nights, people, triggers=triggers):
        place = choice(diary, np.random.default_rng([SEED, nights, person]))
        named = tuple(replace(each, suspected=at == place) for at, each in enumerate(diary.questions))
        tally["diaries"] += 1
        for way, questions in (("named", named), ("not named", diary.questions)):
            shown = np.array([each.verdict.highlighted for each in frame_findings(diary.frame, questions)])
            tally[f"{way}: any false"] += bool((shown & ~diary.triggers).any())
            tally[f"{way}: shown"] += bool(shown[place])
            others = np.flatnonzero(diary.triggers & (np.arange(len(shown)) != place))
            tally[f"{way}: others"] += len(others)
            tally[f"{way}: others found"] += int(shown[others].sum())
            if diary.triggers[place]:
                odds = round(float(np.exp(diary.log_odds_ratio[place])))
                tally[f"{way}: odds {odds}"] += 1
                tally[f"{way}: odds {odds} found"] += bool(shown[place])
    return tally


def table(sums: dict[str, Any]) -> str:
    """The page."""
    lines = [INTRODUCTION.format(seed=sums["seed"], people=sums["people"])]
    lines += ["| who | nights | suspected one shown | not named | any false | not named |", "| --- " * 6 + "|"]
    for kind, (_, choice) in KINDS.items():
        if choice is not first_trigger:
            lines += [_row(kind, nights, sums, ("shown", "any false")) for nights in LENGTHS]
    lines += ["", "## Where the suspicion is right", ""]
    lines += [
        "| nights | "
        + " | ".join(f"odds times {odds} | not named" for odds in ODDS)
        + " | other triggers | not named |"
    ]
    lines += ["| --- " * (2 * len(ODDS) + 3) + "|"]
    lines += [_found_row(nights, sums) for nights in LENGTHS]
    return "\n".join(lines) + "\n"


def suspected_sentence(sums: dict[str, Any]) -> str:
    """What docs/findings.md says of it, at half a year."""
    right, wrong = (sums["cells"][key_of(kind, SENTENCE_NIGHTS)] for kind in (RIGHT, WRONG))
    named, unnamed = (round(100 * right.get(f"{way}: odds 3 found", 0) / right[f"{way}: odds 3"]) for way in WAYS)
    false = round(100 * wrong.get("named: shown", 0) / wrong["diaries"])
    return (
        f"Of 100 suspicions that triple the odds, {named} are found in {SENTENCE_NIGHTS} nights, and {unnamed} of the same where they "
        f"are not named; of 100 that are wrong, {false} are shown all the same."
    )


def key_of(kind: str, nights: int) -> str:
    """The name of a cell in the file of sums."""
    return f"{kind}, {nights} nights"


def _row(kind: str, nights: int, sums: dict[str, Any], names: tuple[str, ...]) -> str:
    tally = sums["cells"][key_of(kind, nights)]
    rates = [share(tally.get(f"{way}: {name}", 0), tally["diaries"]) for name in names for way in WAYS]
    return f"| {kind} | {nights} | " + " | ".join(map(str, rates)) + " |"


def _found_row(nights: int, sums: dict[str, Any]) -> str:
    tally = sums["cells"][key_of(RIGHT, nights)]
    names = [*(f"odds {odds}" for odds in ODDS), "others"]
    rates = [share(tally.get(f"{way}: {name} found", 0), tally[f"{way}: {name}"]) for name in names for way in WAYS]
    return f"| {nights} | " + " | ".join(map(str, rates)) + " |"


WAYS = ("named", "not named")
INTRODUCTION = """# One suspicion, named beforehand

Seed {seed}, {people} diaries a cell, of the four regimes in turn; nine questions of known direction and seven of unknown,
answered before the night. Each rate stands with its standard error, beside that of the same diaries where nothing is named.
Made by `python -m tests.bench.suspected --people {people} --out tests/bench`.

## Where it is wrong
"""


def main(arguments: list[str] | None = None) -> None:
    """Run, and print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.suspected", description=__doc__.split("\n", 1)[0])
    parser.add_argument("--people", type=int, default=8)
    parser.add_argument("--out", type=Path)
    options = parser.parse_args(arguments)
    cells = {key_of(kind, nights): dict(measured(kind, nights, options.people)) for kind in KINDS for nights in LENGTHS}
    sums = {"seed": SEED, "people": options.people, "cells": cells}
    if options.out is not None:
        text = json.dumps(sums, indent=1, sort_keys=True) + "\n"
        (options.out / "suspected.json").write_text(text, encoding="utf-8")
        (options.out / "suspected.md").write_text(table(sums), encoding="utf-8")
    print(table(sums))


if __name__ == "__main__":
    main()
