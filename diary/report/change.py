"""Whether cramp nights changed against the equal period before, and what stands beside a fall.

What is named is what is tested: the two periods against each other, cramp nights against logged nights, with the
clustering of cramp nights allowed for (diary.analysis.before_after). A change is called clear only where that test says so and
it is large enough to matter: at least 25 % and at least one cramp night a week, the lines that the trials of magnesium
argued with (Cochrane CD009402).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.analysis.before_after import PLACEBO, before_after
from diary.analysis.trends import NIGHTS_A_WEEK
from diary.language import tr
from diary.model.period import Period
from diary.model.rounding import rate_text

if TYPE_CHECKING:
    from diary.analysis.before_after import BeforeAfter, NightCounts
    from diary.report.material import BlockSource

LEAST_SHARE = 0.25
"""The least change that matters, as a share of the period before."""
LEAST_A_WEEK = 1.0
"""The least change that matters, in cramp nights a week."""
FOUR_WEEKS = 28


def period_change(source: BlockSource) -> BeforeAfter | None:
    """The period of the report beside the equal one before it; None where they cannot be compared."""
    nights, before = source.nights, source.before
    if before is None or not (nights.tally.has_rate and before.tally.has_rate):
        return None
    whole = Period(before.period.first, nights.period.last)
    return before_after(source.material.included_nights, before.period.last, whole)


def in_four_weeks(side: NightCounts) -> float:
    """Cramp nights in 28."""
    return FOUR_WEEKS * side.share


def is_clear_change(periods: BeforeAfter) -> bool:
    """Whether the change is both found by the test and large enough."""
    if not periods.clear:
        return False
    change = abs(periods.since.share - periods.before.share)
    return change >= LEAST_SHARE * periods.before.share and NIGHTS_A_WEEK * change >= LEAST_A_WEEK


def change_sentence(periods: BeforeAfter) -> str:
    """The change, as in “8.0 → 6.1 in 28: not a clear change”; beside a clear fall, what placebo does."""
    then, now = rate_text(in_four_weeks(periods.before)), rate_text(in_four_weeks(periods.since))
    if now == then:
        return tr("Stayed at {now} in 28.").format(now=now)
    words = tr("{then} → {now} in 28: not a clear change.")
    if periods.difference is None:
        words = tr("{then} → {now} in 28: too few nights to tell.")
    elif periods.logging_alone:
        words = tr("{then} → {now} in 28: logging fewer quiet nights could look like this.")
        if periods.fewer:
            words = tr("{then} → {now} in 28: logging more quiet nights could look like this.")
    elif is_clear_change(periods):
        words = tr("{then} → {now} in 28: a clear change.")
    sentence = words.format(then=then, now=now)
    return f"{sentence} {tr(PLACEBO)}" if periods.fewer and is_clear_change(periods) else sentence
