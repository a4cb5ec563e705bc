"""How long one look takes, against one statsmodels logit fit of the same columns and against the plain reference.

    python -m tests.bench.findings_speed [--runs 5] [--reference]

Ratios in one run, on a machine that does nothing else meanwhile; the times are medians of the processor time. As a
guide, 12 questions at 365 nights take about 0.1 s, 30 at 3,650 about 10 s.
"""

from __future__ import annotations

import argparse
import statistics
import time
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd
import statsmodels.api as sm

from diary.analysis.columns import baseline_columns, centred_exposures
from diary.analysis.finding import ExposureColumn
from diary.analysis.findings import frame_findings
from diary.analysis.night_arrays import judgeable, night_arrays
from tests.bench.reference import analysed
from tests.bench.simulator import Diary

if TYPE_CHECKING:
    from collections.abc import Callable


class Case(NamedTuple):
    """How much is weighed."""

    nights: int
    known: int
    """Questions of known direction: a column each."""
    two_sided: int
    """Questions of unknown direction: two columns each."""

    def __str__(self) -> str:
        return f"{self.nights} nights, {self.known} + {self.two_sided} questions, {self.known + 2 * self.two_sided} columns"


CASES = (
    Case(90, 12, 0),
    Case(365, 12, 0),
    Case(365, 9, 7),
    Case(365, 12, 8),
    Case(365, 9, 15),
    Case(3650, 30, 0),
    Case(3650, 9, 15),
)
OF_REFERENCE = CASES[1]
"""The one that the plain reference reads within seconds."""


def made(case: Case) -> Diary:
    """A diary of this size, with one trigger; seeded."""
    draw, count = np.random.default_rng(1), case.known + case.two_sided
    exposed = draw.uniform(size=(case.nights, count)) < 0.4
    cramp = draw.uniform(size=case.nights) < 1 / (1 + np.exp(1.3 - exposed[:, 0]))
    columns = {f"q{place}": pd.array(exposed[:, place]) for place in range(count)}
    mornings = pd.date_range("2020-01-01", periods=case.nights, name="morning")
    questions = tuple(ExposureColumn(f"q{place}", direction_known=place < case.known) for place in range(count))
    return Diary(pd.DataFrame({"cramp": pd.array(cramp)} | columns, index=mornings), questions, np.eye(1, count)[0])


def seconds(act: Callable[[], object], runs: int) -> float:
    """The median processor time of an act, after one that warms up."""
    act()
    taken = []
    for _ in range(runs):
        before = time.process_time()
        act()
        taken.append(time.process_time() - before)
    return statistics.median(taken)


def from_memory(diary: Diary) -> Diary:
    """The diary answered from memory: its trigger is shown, so that it is weighed a second time."""
    return replace(diary, questions=tuple(replace(each, before_the_night=0.0) for each in diary.questions))


def one_fit(diary: Diary) -> Callable[[], object]:
    """One logit fit by statsmodels of what is always in the model and of every exposure."""
    logged = night_arrays(diary.frame, diary.questions)
    columns = np.column_stack([baseline_columns(logged).columns, centred_exposures(logged, judgeable(logged))])
    return lambda: sm.Logit(logged.cramp, columns).fit(disp=False)


def main(arguments: list[str] | None = None) -> None:
    """Print the times and ratios."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.findings_speed")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--reference", action="store_true", help="time the plain reference too")
    told = parser.parse_args(arguments)
    for case in CASES:
        diary = made(case)
        ours = seconds(partial(frame_findings, diary.frame, diary.questions), told.runs)
        twice = seconds(partial(frame_findings, diary.frame, from_memory(diary).questions), told.runs)
        fit = seconds(one_fit(diary), told.runs)
        print(
            f"{case}: a look {ours:.3f} s, {ours / fit:.1f} logit fits of {fit:.4f} s; with the second verdict {twice:.3f} s"
        )
        if told.reference and case == OF_REFERENCE:
            before = time.process_time()
            analysed(diary)
            theirs = time.process_time() - before
            print(f"    the plain reference takes {theirs:.1f} s, {theirs / ours:.0f} times as long")
    if not told.reference:
        print("The plain reference was not timed.")


if __name__ == "__main__":
    main()
