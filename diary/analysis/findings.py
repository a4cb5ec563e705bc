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

from diary.analysis.answering import AnsweredNights, CappedBy
from diary.analysis.counts import answered_nights, counts_of, missing_nights
from diary.analysis.finding import Direction, Finding, MissingNights, Suspected, Verdict
from diary.analysis.groups import TOGETHER, companions
from diary.analysis.interim import nights_to_next_analysis
from diary.analysis.memory import standing_of
from diary.analysis.night_arrays import exposure_correlation, night_arrays
from diary.analysis.verdicts import verdicts
from diary.analysis.weighing import estimate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.analysis.arrays import Flags, Floats
    from diary.analysis.finding import ExposureColumn
    from diary.analysis.night_arrays import NightArrays
    from diary.analysis.weighing import Estimates


def frame_findings(frame: pd.DataFrame, columns: Sequence[ExposureColumn]) -> list[Finding]:
    """One analysis of all nights of the frame: a finding for each column, in their order.

    Pure, and never raises on a frame of this module's form. Spike-and-slab logistic regression of *cramp night* on all
    exposures together, with the night before, the weekday, a slow season and bad spells in the model, averaged over
    every set of at most four columns; the modules weighing, averaging, quadratic, memory, groups and verdicts hold the
    formulas.
    """
    nights = night_arrays(frame, columns)
    estimates, phi = estimate(nights), exposure_correlation(nights)
    answered = [column.answered or _answered(nights, place) for place, column in enumerate(columns)]
    caps = [_cap(column, each) for column, each in zip(columns, answered, strict=True)]
    capped = np.array([cap is not None for cap in caps], dtype=bool)
    from_memory = np.array([column.from_memory for column in columns], dtype=bool)
    standing = standing_of(nights, estimates, phi, from_memory=from_memory, capped=capped)
    together = companions(standing.groups, len(columns))
    grouped = np.asarray(together.any(axis=1), dtype=bool)
    given = verdicts(estimates.probability, standing.probability, capped=capped, grouped=grouped)
    analysis_fields = _analysis_fields(frame)
    return [
        Finding(
            column.key,
            verdict=verdict,
            with_=_keys(columns, together[place] if verdict is Verdict.CANNOT_TELL_APART else beside),
            share_late=column.share_late,
            before_the_night=column.before_the_night,
            answered=answered[place],
            capped_by=_capped_by(verdict, caps[place]),
            memory_probability=standing.memory_probability(place),
            suspected=Suspected.BELIEVED if column.suspected else None,
            **_count_fields(frame, column, verdict),
            **_estimate_fields(estimates, place),
            **analysis_fields,
        )
        for place, (column, verdict, beside) in enumerate(zip(columns, given, _companions(estimates, phi), strict=True))
    ]


def _answered(nights: NightArrays, place: int) -> AnsweredNights:
    return answered_nights(nights.cramp == 1, nights.answered[:, place])


def _cap(column: ExposureColumn, answered: AnsweredNights) -> CappedBy | None:
    """What in the answers could make a pattern by itself."""
    if answered.unlike:
        return CappedBy.ANSWERED_UNLIKE
    return CappedBy.LATE if column.late else None


def _capped_by(verdict: Verdict, cap: CappedBy | None) -> CappedBy | None:
    if verdict is Verdict.NOT_ENOUGH_NIGHTS:
        return None
    return CappedBy.MEMORY if verdict is Verdict.FROM_MEMORY else cap


def _analysis_fields(frame: pd.DataFrame) -> dict[str, Any]:
    last = pd.Timestamp(frame.index[-1]).date() if len(frame) else None
    return {"as_of": last, "nights_to_next_analysis": nights_to_next_analysis(len(frame))}


def _count_fields(frame: pd.DataFrame, column: ExposureColumn, verdict: Verdict) -> dict[str, Any]:
    counts = counts_of(frame, column.key)
    missing = missing_nights(frame, counts) if verdict is Verdict.NOT_ENOUGH_NIGHTS else MissingNights()
    return asdict(counts) | {"missing": missing}


def _estimate_fields(estimates: Estimates, place: int) -> dict[str, Any]:
    if not estimates.judgeable[place]:
        return {}
    return {
        "probability": float(estimates.probability[place]),
        "log_odds_ratio": float(estimates.log_odds_ratio[place]),
        "low": float(estimates.low[place]),
        "high": float(estimates.high[place]),
        "direction": Direction.LESS if estimates.less[place] else Direction.MORE,
    }


def _companions(estimates: Estimates, phi: Floats) -> Flags:
    """K by K; whether two questions, both judged, were exposed together."""
    together: Flags = np.outer(estimates.judgeable, estimates.judgeable) & (phi >= TOGETHER)
    np.fill_diagonal(together, val=False)
    return together


def _keys(columns: Sequence[ExposureColumn], chosen: Flags) -> tuple[str, ...]:
    return tuple(column.key for column, is_chosen in zip(columns, chosen, strict=True) if is_chosen)
