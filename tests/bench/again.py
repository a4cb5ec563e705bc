"""What one look at a true diary does not show: looking again and again, and answers bent by memory after a bad night."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from diary.analysis.finding import Verdict
from diary.analysis.findings import frame_findings
from diary.analysis.interim import EVERY
from tests.bench.tally import Tally
from tests.bench.trial import Task, diaries_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.analysis.finding import Finding
    from tests.bench.simulator import Diary

BENT = 0.08
"""The share of “no” that becomes “yes” on cramp nights."""


def tallied_again(task: Task) -> Tally:
    """Of people without a trigger: who sees a false one at some look of the year, and who in a year of bent answers."""
    tally = Tally()
    for person, diary in zip(task.people, diaries_of(task), strict=True):
        looks = every_look(diary)
        tally["people"] += 1
        tally["some look: highlighted"] += any(_highlighted(found) for found in looks)
        tally["some look: stands out"] += any(
            finding.verdict is Verdict.STANDS_OUT for found in looks for finding in found
        )
        bent = misremembered(diary, np.random.default_rng([task.seed, person]))
        tally["bent: highlighted"] += _highlighted(frame_findings(bent.frame, bent.questions))
    return tally


def every_look(diary: Diary) -> list[list[Finding]]:
    """The findings at each 28th logged night."""
    return [
        frame_findings(diary.frame.iloc[:nights], diary.questions)
        for nights in range(EVERY, len(diary.frame) + 1, EVERY)
    ]


def misremembered(diary: Diary, draw: np.random.Generator, share: float = BENT) -> Diary:
    """The same diary, answered after the cramps: on cramp nights some of “no” is told as “yes”."""
    frame = diary.frame.copy()
    for question in diary.questions:
        bent = (frame["cramp"] & ~frame[question.key]).fillna(value=False)
        frame.loc[bent.to_numpy(dtype=bool) & (draw.uniform(size=len(frame)) < share), question.key] = True
    return replace(diary, frame=frame)


def _highlighted(found: Sequence[Finding]) -> bool:
    return any(finding.verdict.highlighted for finding in found)
