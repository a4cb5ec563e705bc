"""What goes with the cramps, as the report shows it: a few findings in words, then all of them as counts."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.analysis.answering_words import before_the_night_sentence
from diary.analysis.finding import Finding, Verdict
from diary.analysis.intervals import wilson
from diary.analysis.thresholds import thresholds_today
from diary.analysis.words import counts_sentence, verdict_name
from diary.language import tr, trn
from diary.model.exposure import Exposure, Threshold, Thresholds
from diary.model.exposures import exposures_of
from diary.model.mornings import day_name
from diary.model.percent import percent
from diary.model.preferences import TemperatureUnit, shown_temperature
from diary.model.report_choices import Part
from diary.model.triggers import TRIGGERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from diary.report.material import BlockSource

MOST_SENTENCES = 4
_SENTENCE_VERDICTS = (Verdict.STANDS_OUT, Verdict.LIKELY, Verdict.POSSIBLE, Verdict.CANNOT_TELL_APART)
_RANK = {
    verdict: rank
    for rank, verdict in enumerate(
        (
            *_SENTENCE_VERDICTS,
            Verdict.FROM_MEMORY,
            Verdict.NOT_JUDGED,
            Verdict.NO_CLEAR_PATTERN,
            Verdict.NOT_ENOUGH_NIGHTS,
        )
    )
}


@dataclass(frozen=True, slots=True)
class FindingSentence:
    """A finding that page one tells in a sentence."""

    verdict: str
    counts: str
    """The counts in a sentence."""


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding as counts, for the table."""

    name: str
    with_it: str
    """Cramp nights among the nights with it, and their share with its interval."""
    without_it: str
    """Cramp nights among the nights without it, and their share with its interval."""
    verdict: str
    odds: str
    """The odds ratio with its interval, of a highlighted one; else empty."""


@dataclass(frozen=True, slots=True)
class FindingsContent:
    """All findings: page one tells each once, as a sentence or by its name; the table counts them all."""

    sentences: tuple[FindingSentence, ...]
    by_name: tuple[str, ...]
    """The other findings by their names, a line a verdict: “Looked at, no clear pattern so far: …”."""
    rows: tuple[FindingRow, ...]
    has_counts: bool
    """Whether any night was answered about any of it: else the rows hold no count."""
    as_of: str
    """Which nights the verdicts weigh; empty before the first look."""


Pair = tuple[Exposure, Finding]


def findings_block(source: BlockSource) -> FindingsContent | None:
    """The findings of the report; None where no night was logged, or where the person leaves them out."""
    if not source.nights.logged_nights or not source.shows(Part.FINDINGS):
        return None
    material = source.material
    thresholds = thresholds_today(material.included_nights, material.preferences, material.catalogue)
    exposures = exposures_of(material.catalogue)
    lines = {exposure.key: line_words(exposure, thresholds, material.temperature) for exposure in exposures}
    return findings_content(material.findings, lines, exposures=exposures)


def findings_content(
    findings: Iterable[Finding], lines: Mapping[str, str], *, exposures: Iterable[Exposure] = TRIGGERS
) -> FindingsContent:
    """The findings, what carries most first; up to four in sentences.

    `lines` says, by key, from where on a night counts as one with it; `exposures` are all that nights are compared by, for their names.
    """
    by_key = {finding.key: finding for finding in findings}
    pairs = [(exposure, by_key[exposure.key]) for exposure in exposures if exposure.key in by_key]
    by_rank = sorted(pairs, key=lambda pair: _RANK[pair[1].verdict])
    leading = [pair for pair in by_rank if pair[1].verdict in _SENTENCE_VERDICTS][:MOST_SENTENCES]
    return FindingsContent(
        sentences=tuple(
            FindingSentence(
                verdict_name(finding.verdict, finding.capped_by),
                f"{counts_sentence(finding, exposure)} {before_the_night_sentence(finding, exposure)}",
            )
            for exposure, finding in leading
        ),
        by_name=_by_name(by_rank[len(leading) :]),
        rows=tuple(_row(exposure, finding, lines) for exposure, finding in by_rank),
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


def _by_name(others: Sequence[Pair]) -> tuple[str, ...]:
    """A line for each verdict that is left, in the order of the verdicts."""
    heads = {
        Verdict.FROM_MEMORY: tr("Answered from memory, and would not stand if memory leaned a little: {names}."),
        Verdict.NOT_JUDGED: tr("Not judged, for the way it was answered could make a pattern by itself: {names}."),
        Verdict.NO_CLEAR_PATTERN: tr("Looked at, no clear pattern so far: {names}."),
        Verdict.NOT_ENOUGH_NIGHTS: tr("Not enough nights yet: {names}."),
    }
    also = tr("Also {verdict}: {names}.")
    verdicts = dict.fromkeys(finding.verdict for _, finding in others)
    return tuple(
        heads.get(verdict, also).format(
            verdict=verdict_name(verdict).lower(),
            names=", ".join(
                _lower_first(tr(exposure.name)) for exposure, finding in others if finding.verdict is verdict
            ),
        )
        for verdict in verdicts
    )


def _lower_first(name: str) -> str:
    return name[:1].lower() + name[1:]


def _row(exposure: Exposure, finding: Finding, lines: Mapping[str, str]) -> FindingRow:
    name, line = tr(exposure.name), lines.get(exposure.key)
    return FindingRow(
        tr("{name} ({line})").format(name=name, line=line) if line else name,
        _counts(finding.exposed_cramp, finding.exposed),
        _counts(finding.unexposed_cramp, finding.unexposed),
        _verdict_and_share(finding),
        _odds(finding),
    )


def _verdict_and_share(finding: Finding) -> str:
    """The verdict, and how much was answered before the night: what a reader needs to weigh it."""
    name = verdict_name(finding.verdict, finding.capped_by)
    if finding.verdict is Verdict.NOT_ENOUGH_NIGHTS:
        return name
    return tr("{verdict}; {share} before the night").format(verdict=name, share=percent(finding.before_the_night))


def _counts(cramp_nights: int, nights: int) -> str:
    if not nights:
        return tr("no night")
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
