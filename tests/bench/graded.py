"""What a line through the degrees finds beside the step at the coldest third.

    python -m tests.bench.graded [PEOPLE]

So many diaries a cell, of the four regimes in turn, as the program asks: with nothing, with a slope of so much log odds a
degree, and with a step of odds ratio 3 at the coldest nights; each read with the step alone and with step and line. Prints the table of
tests/bench/graded.md.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from diary.analysis.findings import frame_findings
from tests.bench.people import PLACE, REGIMES
from tests.bench.simulator import AS_ASKED_OWN, COLDNESS, AddedEffect, as_asked, simulate
from tests.bench.tally import share

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.bench.simulator import Diary

SEED = 20_261_201
LENGTHS = (180, 365)
SLOPE, STEP = 0.25, float(np.log(3.0))
EFFECTS = {"nothing": AddedEffect(), "line": AddedEffect(slope=SLOPE), "step": AddedEffect(step=STEP)}
COLD = PLACE["cold_room"]


def diaries(kind: str, nights: int, people: int) -> Iterator[Diary]:
    """So many diaries; a cold night brings cramps by a line, by a step, or not at all."""
    regimes = tuple(REGIMES.values())
    for place, regime in enumerate(regimes):
        group = range(place, people, len(regimes))
        made = simulate(
            regime, nights=nights, people=group, seed=SEED, triggers=False, own=AS_ASKED_OWN, added=EFFECTS[kind]
        )
        yield from (as_asked(diary) for diary in made)


def with_line(diary: Diary) -> Diary:
    """The diary with degrees for the cold."""
    questions = tuple(
        replace(question, grade=COLDNESS) if place == COLD else question
        for place, question in enumerate(diary.questions)
    )
    return replace(diary, questions=questions)


def row(kind: str, nights: int, people: int) -> str:
    """How often the cold is found, and something else is shown, by step alone and by step and line."""
    found, false = np.zeros(2), np.zeros(2)
    for diary in diaries(kind, nights, people):
        for place, read in enumerate((diary, with_line(diary))):
            shown = [finding.verdict.highlighted for finding in frame_findings(read.frame, read.questions)]
            found[place] += shown[COLD]
            false[place] += any(shown[:COLD] + shown[COLD + 1 :]) or (kind == "nothing" and shown[COLD])
    cells = [share(float(value), people) for value in (*found, *false)]
    return f"| {kind} | {nights} | " + " | ".join(map(str, cells)) + " |"


def main(people: int) -> None:
    """Print the table."""
    print(
        f"# Degrees of cold\n\nSeed {SEED}, {people} diaries a cell; a line of {SLOPE} a degree, a step of odds ratio 3.\n"
    )
    print(
        "| cold brings cramps by | nights | found, step alone | found, step and line | any false, step alone | step and line |"
    )
    print("| --- | --- | --- | --- | --- | --- |")
    for kind in EFFECTS:
        for nights in LENGTHS:
            print(row(kind, nights, people), flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 300)
