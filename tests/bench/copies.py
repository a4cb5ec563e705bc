"""Four things that people always do together: how often one of them is named where one brings cramps, or none does.

    python -m tests.bench.copies [PEOPLE]

So many diaries a cell, of the four regimes in turn, asked as the program asks; three more questions are answered as *little calcium*
is. Prints the table of tests/bench/copies.md.
"""

from __future__ import annotations

import sys
from dataclasses import replace

import numpy as np

from diary.analysis.finding import Verdict
from diary.analysis.findings import frame_findings
from tests.bench.people import PLACE, REGIMES
from tests.bench.simulator import AS_ASKED_OWN, AddedEffect, Diary, as_asked, simulate
from tests.bench.tally import share

SEED = 20_261_202
LENGTHS = (90, 180, 365)
ODDS_RATIO = 4.0
ALIKE = ("low_calcium", "toes_against_bed", "one_position", "thin_quilt")


def four_alike(diary: Diary) -> Diary:
    """The diary with the four answered alike."""
    return replace(diary, frame=diary.frame.assign(**dict.fromkeys(ALIKE[1:], diary.frame[ALIKE[0]])))


def row(odds_ratio: float, nights: int, people: int) -> str:
    """How often the four are named as a group, one of them or something else is highlighted, another group is named."""
    counts = np.zeros(3)
    regimes = tuple(REGIMES.values())
    alike = {PLACE[key] for key in ALIKE}
    for place, regime in enumerate(regimes):
        made = simulate(
            regime,
            nights=nights,
            people=range(place, people, len(regimes)),
            seed=SEED,
            triggers=False,
            own=AS_ASKED_OWN,
            added=AddedEffect(step=float(np.log(odds_ratio)), question=ALIKE[0]),
        )
        for diary in (four_alike(as_asked(each)) for each in made):
            verdicts = [finding.verdict for finding in frame_findings(diary.frame, diary.questions)]
            grouped = {at for at, verdict in enumerate(verdicts) if verdict is Verdict.CANNOT_TELL_APART}
            counts += (
                alike <= grouped,
                any(verdict.highlighted for verdict in verdicts),
                bool(grouped) and not alike & grouped,
            )
    return f"| {odds_ratio:g} | {nights} | " + " | ".join(str(share(float(count), people)) for count in counts) + " |"


def main(people: int) -> None:
    """Print the table."""
    print(f"# Four things done together\n\nSeed {SEED}, {people} diaries a cell.\n")
    print(
        "| odds times | nights | all four as *one of these* | any highlight | another group |\n| --- | --- | --- | --- | --- |"
    )
    for odds_ratio in (1.0, ODDS_RATIO):
        for nights in LENGTHS:
            print(row(odds_ratio, nights, people), flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 300)
