"""What the cramps go with, on page one: at most three rows, with the counts that the verdict weighs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.analysis.finding import Finding, Verdict
from diary.analysis.intervals import wilson
from diary.analysis.suspicion_words import suspicion_note
from diary.analysis.words import verdict_name
from diary.language import tr, trn
from diary.model.exposures import exposures_of
from diary.model.report_choices import Part
from diary.report.findings_content import period_counts

if TYPE_CHECKING:
    from diary.model.exposure import Exposure
    from diary.report.fit import Fit
    from diary.report.material import BlockSource

SHOWN = (Verdict.STANDS_OUT, Verdict.LIKELY, Verdict.POSSIBLE, Verdict.CANNOT_TELL_APART, Verdict.FROM_MEMORY)
"""What earns a row, in this order; the others are told by their number."""


@dataclass(frozen=True, slots=True)
class SidedShare:
    """Cramp nights among the nights with something, or without it."""

    counts: str
    """“9 of 20”."""
    middle: float
    low: float
    high: float
    """The share with its 95 % interval, to be drawn."""


@dataclass(frozen=True, slots=True)
class GoesWithRow:
    """One finding."""

    name: str
    with_it: SidedShare | None
    without_it: SidedShare | None
    verdict: str
    note: str
    """Whether it was suspected, and the period's own counts, where they are not those that the verdict weighs."""


@dataclass(frozen=True, slots=True)
class GoesWith:
    """All of the block."""

    rows: tuple[GoesWithRow, ...]
    others: str
    """How many others were looked at, and where they stand."""


def goes_with(source: BlockSource, fit: Fit) -> GoesWith | None:
    """The block of a report; None where no night was logged, where the person leaves it out, or where there is no room."""
    if not source.nights.logged_nights or not source.shows(Part.FINDINGS):
        return None
    weighed = {finding.key: finding for finding in source.material.weighed or source.material.findings}
    of_period = {finding.key: finding for finding in source.material.findings}
    exposures = [each for each in exposures_of(source.material.catalogue) if each.key in weighed]
    leading = sorted(
        (each for each in exposures if weighed[each.key].verdict in SHOWN),
        key=lambda each: SHOWN.index(weighed[each.key].verdict),
    )[: fit.goes_with]
    rows = tuple(
        _row(each, weighed[each.key], of_period.get(each.key), notes=fit.goes_with_notes, drawn=_has_rate(source))
        for each in leading
    )
    looked_at = [weighed[each.key] for each in exposures if _is_answered(weighed[each.key]) and each not in leading]
    if not rows and not fit.other_findings:
        return None
    unjudged = sum(finding.verdict is Verdict.NOT_JUDGED for finding in looked_at)
    return GoesWith(rows, _others(len(looked_at) - unjudged, unjudged, has_rows=bool(rows)))


def _has_rate(source: BlockSource) -> bool:
    return source.nights.tally.has_rate


def _is_answered(finding: Finding) -> bool:
    return bool(finding.exposed or finding.unexposed)


def _row(exposure: Exposure, weighed: Finding, of_period: Finding | None, *, notes: bool, drawn: bool) -> GoesWithRow:
    counts = period_counts(weighed, of_period) if notes else ""
    in_period = tr("in this period {counts}").format(counts=counts) if counts else ""
    return GoesWithRow(
        tr(exposure.name),
        _share(weighed.exposed_cramp, weighed.exposed, drawn=drawn),
        _share(weighed.unexposed_cramp, weighed.unexposed, drawn=drawn),
        verdict_name(weighed.verdict, weighed.capped_by),
        "; ".join(filter(None, (suspicion_note(weighed), in_period))),
    )


def _count_words(cramp_nights: int, nights: int) -> str:
    return tr("{n} of {logged}").format(n=cramp_nights, logged=nights)


def _share(cramp_nights: int, nights: int, *, drawn: bool) -> SidedShare | None:
    if not nights:
        return None
    low, high = wilson(cramp_nights, nights)
    words = _count_words(cramp_nights, nights)
    return SidedShare(words, cramp_nights / nights, low, high) if drawn else SidedShare(words, 0, 0, 0)


def _others(judged: int, unjudged: int, *, has_rows: bool) -> str:
    """How many others there are; what was not judged for the way it was answered is never among those without a pattern."""
    words = _judged_words(judged, has_rows=has_rows, alone=not unjudged)
    if not unjudged:
        return words
    return f"{words} {tr('{n} not judged for how it was answered.').format(n=unjudged)}".strip()


def _judged_words(n: int, *, has_rows: bool, alone: bool) -> str:
    if not n and not alone:
        return ""
    if has_rows:
        return trn("{n} other looked at.", "{n} others looked at.", n).format(n=n) if n else ""
    if not n:
        return tr("Nothing to compare yet.")
    return tr("{n} looked at; no pattern to tell.").format(n=n)
