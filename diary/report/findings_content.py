"""All that was looked at, as counts beside the verdict that weighs them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.analysis.finding import Finding, Verdict
from diary.analysis.intervals import wilson
from diary.analysis.suspicion_words import suspicion_note
from diary.analysis.thresholds import thresholds_today
from diary.analysis.words import verdict_name
from diary.language import tr, trn
from diary.model.exposure import Exposure, Threshold, Thresholds
from diary.model.exposures import exposures_of, unanswered_keys
from diary.model.mornings import day_name
from diary.model.percent import percent
from diary.model.preferences import TemperatureUnit, shown_temperature
from diary.model.report_choices import Part
from diary.model.triggers import TRIGGERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from diary.report.material import BlockSource

_RANK = {
    verdict: rank
    for rank, verdict in enumerate(
        (
            Verdict.STANDS_OUT,
            Verdict.LIKELY,
            Verdict.POSSIBLE,
            Verdict.CANNOT_TELL_APART,
            Verdict.FROM_MEMORY,
            Verdict.NOT_JUDGED,
            Verdict.NO_CLEAR_PATTERN,
            Verdict.NOT_ENOUGH_NIGHTS,
        )
    )
}


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding as counts, for the table."""

    name: str
    with_it: str
    """Cramp nights among the nights with it that the verdict weighs, and their share with its interval."""
    without_it: str
    """The same among the nights without it."""
    of_period: str
    """Both counts of the report's period, where they are others; else empty."""
    verdict: str
    odds: str
    """The odds ratio with its interval, of a highlighted one; else empty."""


@dataclass(frozen=True, slots=True)
class FindingsContent:
    """All findings, what carries most first."""

    rows: tuple[FindingRow, ...]
    has_counts: bool
    """Whether any night was answered about any of it: else the rows hold no count."""
    as_of: str
    """Which nights the verdicts weigh; empty before the first look."""


def findings_block(source: BlockSource) -> FindingsContent | None:
    """The findings of the report; None where no night was logged, or where the person leaves them out."""
    if not source.nights.logged_nights or not source.shows(Part.FINDINGS):
        return None
    material = source.material
    thresholds = thresholds_today(material.included_nights, material.preferences, material.catalogue)
    exposures = exposures_of(material.catalogue)
    lines = {exposure.key: line_words(exposure, thresholds, material.temperature) for exposure in exposures}
    return findings_content(
        material.weighed or material.findings,
        lines,
        exposures=exposures,
        of_period=material.findings,
        has_rate=source.nights.tally.has_rate,
        unanswered=unanswered_keys(exposures, material.included_nights),
    )


def findings_content(
    findings: Iterable[Finding],
    lines: Mapping[str, str],
    *,
    exposures: Iterable[Exposure] = TRIGGERS,
    of_period: Iterable[Finding] = (),
    has_rate: bool = True,
    unanswered: frozenset[str] = frozenset(),
) -> FindingsContent:
    """The findings with the counts that their verdicts weigh, and beside them those of a period.

    `lines` says, by key, from where on a night counts as one with it; `exposures` are all that nights are compared by, for their names.
    Nights that give no rate give counts alone; `unanswered` are the keys of what no night was answered about.
    """
    by_key = {finding.key: finding for finding in findings}
    period_by_key = {finding.key: finding for finding in of_period}
    pairs = [(exposure, by_key[exposure.key]) for exposure in exposures if exposure.key in by_key]
    by_rank = sorted(pairs, key=lambda pair: _RANK[pair[1].verdict])
    return FindingsContent(
        rows=tuple(
            _row(
                exposure,
                finding,
                period_by_key.get(finding.key),
                lines,
                has_rate=has_rate,
                answered=finding.key not in unanswered,
            )
            for exposure, finding in by_rank
        ),
        has_counts=any(finding.exposed or finding.unexposed for _, finding in by_rank),
        as_of=_as_of(by_key.values()),
    )


def line_words(exposure: Exposure, thresholds: Thresholds, unit: TemperatureUnit) -> str:
    """The line from which on a night counts as one with it, in words; empty where none is drawn."""
    line = thresholds.of(exposure)
    if line is None:
        return ""
    match exposure.threshold:
        case Threshold.COLD:
            return tr("below {line}").format(line=_degrees(line, unit))
        case Threshold.WARM:
            return tr("from {line}").format(line=_degrees(line, unit))
        case Threshold.CALCIUM:
            return trn("fewer than {n} portion", "fewer than {n} portions", int(line)).format(n=f"{line:g}")
        case Threshold.FLUIDS:
            return trn("fewer than {n} glass", "fewer than {n} glasses", int(line)).format(n=f"{line:g}")
        case _:
            return tr("above {n}").format(n=f"{line:g}")


def _degrees(celsius: float, unit: TemperatureUnit) -> str:
    degrees = "°F" if unit is TemperatureUnit.FAHRENHEIT else "°C"
    return f"{shown_temperature(celsius, unit):g} {degrees}"


def _row(
    exposure: Exposure,
    finding: Finding,
    of_period: Finding | None,
    lines: Mapping[str, str],
    *,
    has_rate: bool,
    answered: bool,
) -> FindingRow:
    name, line = tr(exposure.name), lines.get(exposure.key)
    return FindingRow(
        tr("{name} ({line})").format(name=name, line=line) if line else name,
        _counts(finding.exposed_cramp, finding.exposed, has_rate=has_rate),
        _counts(finding.unexposed_cramp, finding.unexposed, has_rate=has_rate),
        period_counts(finding, of_period),
        _verdict_and_share(finding, answered=answered),
        _odds(finding),
    )


def period_counts(weighed: Finding, of_period: Finding | None) -> str:
    """Both counts of a period, where they are not those that the verdict weighs; else empty."""
    if of_period is None or _all_counts(of_period) == _all_counts(weighed):
        return ""
    return tr("{cramp} of {n}, {other_cramp} of {others}").format(
        cramp=of_period.exposed_cramp,
        n=of_period.exposed,
        other_cramp=of_period.unexposed_cramp,
        others=of_period.unexposed,
    )


def _all_counts(finding: Finding) -> tuple[int, ...]:
    return finding.exposed_cramp, finding.exposed, finding.unexposed_cramp, finding.unexposed


def _verdict_and_share(finding: Finding, *, answered: bool) -> str:
    """The verdict, and how much was answered before the night: what a reader needs to weigh it."""
    name = verdict_name(finding.verdict, finding.capped_by, answered=answered)
    if finding.verdict is Verdict.NOT_ENOUGH_NIGHTS:
        return name
    words = tr("{verdict}; {share} before the night").format(verdict=name, share=percent(finding.before_the_night))
    return "; ".join(filter(None, (words, suspicion_note(finding))))


def _counts(cramp_nights: int, nights: int, *, has_rate: bool) -> str:
    if not nights:
        return tr("no night")
    if not has_rate:
        return tr("{cramp_nights} of {nights}").format(cramp_nights=cramp_nights, nights=nights)
    low, high = wilson(cramp_nights, nights)
    return tr("{cramp_nights} of {nights}: {share} ({low} to {high})").format(
        cramp_nights=cramp_nights,
        nights=nights,
        share=percent(cramp_nights / nights),
        low=percent(low).removesuffix(" %"),
        high=percent(high),
    )


def _odds(finding: Finding) -> str:
    """The odds ratio in words, for highlighted findings: its interval's coverage holds for these alone."""
    if not finding.verdict.highlighted or finding.log_odds_ratio is None or finding.low is None or finding.high is None:
        return ""
    middle, low, high = (
        f"{math.exp(log_odds):.1f}" for log_odds in (finding.log_odds_ratio, finding.low, finding.high)
    )
    return tr("{middle} ({low} to {high})").format(middle=middle, low=low, high=high)


def _as_of(findings: Iterable[Finding]) -> str:
    days = [finding.as_of for finding in findings if finding.as_of]
    if not days:
        return ""
    return tr("Verdicts weigh all nights of the diary up to {day} together.").format(day=day_name(max(days), year=True))
