"""Whole made-up diaries read by the plain method (tests/bench/plain.py) beside the program's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.analysis.findings import frame_findings
from diary.analysis.night_arrays import night_arrays
from tests.bench.plain import PlainNights, PlainResult, analyse
from tests.bench.tally import Tally

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.bench.simulator import Diary

LIKELY = 0.60


def analysed(diary: Diary) -> PlainResult:
    """What the plain method makes of a diary."""
    logged = night_arrays(diary.frame, diary.questions)
    two_sided = [bool(each) for each in logged.two_sided]
    suspected = [bool(each) for each in logged.suspected]
    return analyse(
        PlainNights(logged.days, logged.cramp, logged.weekday, logged.exposed, two_sided, logged.grade, suspected)
    )


def compared(diaries: Iterable[Diary]) -> tuple[Tally, float]:
    """What reference and ours find in the same diaries, and the largest difference of a probability.

    Ours is taken by its probability, for how a question was answered is no part of the plain method.
    """
    tally = Tally()
    largest = 0.0
    for diary in diaries:
        theirs = analysed(diary)
        for place, finding in enumerate(frame_findings(diary.frame, diary.questions)):
            probability = finding.probability or 0.0
            theirs_shows, ours_shows = theirs.probability[place] >= LIKELY, probability >= LIKELY
            largest = max(largest, abs(probability - theirs.probability[place]))
            tally["reference: differs"] += theirs_shows != ours_shows
            if diary.triggers[place]:
                tally["reference: triggers"] += 1
                tally["reference: found"] += theirs_shows
                tally["reference: ours found"] += ours_shows
        tally["reference: diaries"] += 1
    return tally, largest
