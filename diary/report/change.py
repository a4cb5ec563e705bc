"""Whether the cramps changed against the equal period before, and what stands beside an improvement.

A change is called clear only where the trend's test says so and it is large enough to matter: at least 25 % and at
least one cramp a week, the lines that the trials of magnesium argued with (Cochrane CD009402).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.analysis.before_after import PLACEBO
from diary.analysis.trend import Outcome, find_trend
from diary.analysis.trends import NIGHTS_A_WEEK
from diary.language import tr
from diary.model.period import Period

if TYPE_CHECKING:
    from diary.report.material import BlockSource
    from diary.report.period_nights import PeriodNights

LEAST_SHARE = 0.25
"""The least change that matters, as a share of the period before."""
LEAST_A_WEEK = 1.0
"""The least change that matters, in cramps a week."""


def change_block(source: BlockSource) -> str:
    """The change in a sentence; empty where there is nothing to compare."""
    nights, before = source.nights, source.before
    if not nights.logged_nights or before is None:
        return ""
    whole = Period(before.period.first, nights.period.last)
    return change_sentence(nights, before, find_trend(source.material.included_nights, whole).outcome)


def per_week(nights: PeriodNights) -> float:
    """Cramps a week: seven times cramps by logged nights, of which there is at least one."""
    return NIGHTS_A_WEEK * len(nights.cramps) / len(nights.logged_nights)


def is_clear(nights: PeriodNights, before: PeriodNights, outcome: Outcome) -> bool:
    """Whether the change is both found by the test and large enough, in the same direction."""
    now, then = per_week(nights), per_week(before)
    is_significant = outcome is (Outcome.FEWER if now < then else Outcome.MORE)
    is_large = abs(now - then) >= max(LEAST_A_WEEK, LEAST_SHARE * then)
    return is_significant and is_large


def change_sentence(nights: PeriodNights, before: PeriodNights, outcome: Outcome) -> str:
    """The change, as in “Cramps a week went from 2.5 to 2.0: not a clear change”; and what placebo does."""
    now, then = per_week(nights), per_week(before)
    if now == then:
        return tr("Cramps a week stayed at {now}.").format(now=f"{now:.1f}")
    words = tr("Cramps a week went from {then} to {now}: a clear change.")
    if not is_clear(nights, before, outcome):
        words = tr("Cramps a week went from {then} to {now}: not a clear change.")
    sentence = words.format(then=f"{then:.1f}", now=f"{now:.1f}")
    return f"{sentence} {tr(PLACEBO)}" if now < then else sentence
