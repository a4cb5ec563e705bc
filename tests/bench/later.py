"""What is found of exercise that works on the night after it, on the night after that, or on both.

    python -m tests.bench.later [PEOPLE]

So many diaries a cell, of the four regimes in turn, asked as the program asks. Of the quiet nights to which it applies a share becomes
cramp nights; each is read with that day alone, and with that day or the day before beside it. Prints the table of
tests/bench/later.md.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from diary.analysis.findings import frame_findings
from diary.analysis.night_arrays import night_arrays
from tests.bench.people import PLACE, REGIMES
from tests.bench.simulator import AS_ASKED_OWN, as_asked, simulate
from tests.bench.tally import share

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.analysis.arrays import Flags
    from tests.bench.simulator import Diary

SEED = 20_261_204
LENGTHS = (180, 365)
BECOME_CRAMPS = 0.3
"""The share of quiet nights; with cramps on 20 nights of 100, this makes an odds ratio of about 3."""
EXERCISE = PLACE["hard_exercise"]
WORKS = {
    "nothing": (False, False),
    "the night after": (True, False),
    "a night later": (False, True),
    "both": (True, True),
}
"""Whether it works on the night after it, and on the second."""


def diaries(works: str, nights: int, people: int) -> Iterator[Diary]:
    """So many diaries of people whose hard exercise works so."""
    regimes = tuple(REGIMES.values())
    for place, regime in enumerate(regimes):
        group = range(place, people, len(regimes))
        made = simulate(regime, nights=nights, people=group, seed=SEED, triggers=False, own=AS_ASKED_OWN)
        for person, diary in zip(group, map(as_asked, made), strict=True):
            yield with_cramps(diary, works, np.random.default_rng([SEED, nights, person]))


def with_cramps(diary: Diary, works: str, draw: np.random.Generator) -> Diary:
    """The diary with cramps where the exercise works."""
    chosen = _nights_of(diary, works) & (draw.uniform(size=len(diary.frame)) < BECOME_CRAMPS)
    return replace(diary, frame=diary.frame.assign(cramp=diary.frame["cramp"] | chosen))


def _nights_of(diary: Diary, works: str) -> Flags:
    nights = night_arrays(diary.frame, diary.questions)
    today = nights.exposed[:, EXERCISE] == 1
    before = np.zeros_like(today)
    follows = np.flatnonzero(np.diff(nights.days) == 1)
    before[follows + 1] = today[follows]
    first, second = WORKS[works]
    chosen: Flags = (today & first) | (before & second)
    return chosen


def on_two_days(diary: Diary) -> Diary:
    """The diary with that day or the day before beside that day."""
    questions = tuple(
        replace(question, works_later=place == EXERCISE) for place, question in enumerate(diary.questions)
    )
    return replace(diary, questions=questions)


def row(works: str, nights: int, people: int) -> str:
    """How often exercise is found, and something else shown, by that day alone and by both."""
    found, false = np.zeros(2), np.zeros(2)
    for diary in diaries(works, nights, people):
        for place, each in enumerate((diary, on_two_days(diary))):
            shown = [finding.verdict.highlighted for finding in frame_findings(each.frame, each.questions)]
            found[place] += shown[EXERCISE]
            false[place] += any(shown[:EXERCISE] + shown[EXERCISE + 1 :]) or (works == "nothing" and shown[EXERCISE])
    cells = [share(float(value), people) for value in (*found, *false)]
    return f"| {works} | {nights} | " + " | ".join(map(str, cells)) + " |"


def main(people: int) -> None:
    """Print the table."""
    print(
        f"# Exercise that works a night later\n\nSeed {SEED}, {people} diaries a cell; {BECOME_CRAMPS:.0%} of quiet nights become cramps.\n"
    )
    print(
        "| exercise works on | nights | found, that day alone | with the day before | any false, that day alone | with the day before |"
    )
    print("| --- | --- | --- | --- | --- | --- |")
    for works in WORKS:
        for nights in LENGTHS:
            print(row(works, nights, people), flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 300)
