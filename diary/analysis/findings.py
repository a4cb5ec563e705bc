"""What goes with the cramps, from a frame that need not come from our diary.

The frame has one row for each logged night: index `morning` (dates, sorted, unique), `cramp` (boolean, never NA), and
one nullable boolean column for each question, named by its key: exposed, not exposed, or NA for neither. Other
columns are left alone.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from diary.analysis.counts import counts_of, missing_of
from diary.analysis.finding import Direction, Finding, Missing, Verdict
from diary.analysis.logged import coupling, logged_of
from diary.analysis.looks import nights_to_next_look
from diary.analysis.verdicts import TOGETHER, pairs, verdicts
from diary.analysis.weighing import weigh

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.analysis.arrays import Flags, Floats
    from diary.analysis.finding import Question
    from diary.analysis.weighing import Weighed


def findings(frame: pd.DataFrame, questions: Sequence[Question]) -> list[Finding]:
    """One look at all nights of the frame: a finding for each question, in their order.

    Pure, and never raises on a frame of this module's form. Spike-and-slab logistic regression of *cramp night* on all
    exposures together, with the night before, the weekend, a slow season and bad spells in the model, averaged over
    every set of at most four questions; the modules weighing, averaging, quadratic and verdicts hold the formulas.
    """
    logged = logged_of(frame, questions)
    weighed, phi = weigh(logged), coupling(logged)
    late = np.array([question.late for question in questions], dtype=bool)
    paired = pairs(weighed, late, phi)
    shared = _of_the_look(frame)
    return [
        Finding(
            question.key,
            verdict=verdict,
            with_=_keys(questions, paired[place] if verdict is Verdict.CANNOT_TELL_APART else alike),
            share_late=question.share_late,
            **_counted(frame, question, verdict),
            **_weighed(weighed, place),
            **shared,
        )
        for place, (question, verdict, alike) in enumerate(
            zip(questions, verdicts(weighed, late, paired), _coming_together(weighed, phi), strict=True)
        )
    ]


def _of_the_look(frame: pd.DataFrame) -> dict[str, Any]:
    last = pd.Timestamp(frame.index[-1]).date() if len(frame) else None
    return {"as_of": last, "next_look_in": nights_to_next_look(len(frame))}


def _counted(frame: pd.DataFrame, question: Question, verdict: Verdict) -> dict[str, Any]:
    counts = counts_of(frame, question.key)
    missing = missing_of(frame, counts) if verdict is Verdict.NOT_ENOUGH_NIGHTS else Missing()
    return asdict(counts) | {"missing": missing}


def _weighed(weighed: Weighed, place: int) -> dict[str, Any]:
    if not weighed.judged[place]:
        return {}
    return {
        "probability": float(weighed.probability[place]),
        "log_odds_ratio": float(weighed.log_odds_ratio[place]),
        "low": float(weighed.low[place]),
        "high": float(weighed.high[place]),
        "direction": Direction.LESS if weighed.less[place] else Direction.MORE,
    }


def _coming_together(weighed: Weighed, phi: Floats) -> Flags:
    """K by K; whether two questions, both judged, were exposed together."""
    together: Flags = np.outer(weighed.judged, weighed.judged) & (phi >= TOGETHER)
    np.fill_diagonal(together, val=False)
    return together


def _keys(questions: Sequence[Question], chosen: Flags) -> tuple[str, ...]:
    return tuple(question.key for question, one in zip(questions, chosen, strict=True) if one)
