"""The findings of a diary: verdicts as of its last interim analysis, counts of the nights that were asked for.

Every question that nights are compared by has a finding. Weighed together, and counted in K, are the article's
triggers, always, and of all others those that at least one night of the analysis answers. A question that nobody ever
answered could not have shown anything, so it costs the others no power; it is told as *not enough nights yet*. One
that was answered and later hidden or left counts on: what was asked is not taken back by looking away.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING

import pandas as pd

from diary.analysis.counts import counts_of, missing_nights
from diary.analysis.exposure import column_of, count_not_applicable, exposure_frame, exposure_table, with_grades
from diary.analysis.finding import MissingNights, Verdict
from diary.analysis.findings import frame_findings
from diary.analysis.interim import EVERY, nights_of_last_analysis, nights_to_next_analysis
from diary.analysis.suspicion import with_standing, with_suspicion, without_memory
from diary.analysis.thresholds import thresholds_from
from diary.analysis.twins import mirror, twins_of
from diary.model.built_in import BUILT_IN
from diary.model.exposure import Exposure, Section, Thresholds
from diary.model.exposures import exposures_of
from diary.model.night import Night
from diary.model.period import ALL_TIME, Period

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from diary.analysis.finding import Finding
    from diary.model.factors import Catalogue
    from diary.model.preferences import Preferences
    from diary.model.suspicion import Suspicion


@dataclass(frozen=True, slots=True)
class InterimAnalysis:
    """All that verdicts are made from: where two analyses are equal, so are their verdicts. On screen it is a *look*."""

    nights: tuple[Night, ...]
    """The logged nights that it sees, oldest first."""
    exposures: tuple[Exposure, ...]
    thresholds: Thresholds
    """Those that its nights draw; before the first analysis, all logged nights."""
    suspicion: str = ""
    """The key of what the person suspects; empty where nothing is."""
    suspicion_in_time: bool = True
    """Whether it was named before the first analysis."""


def interim_analysis(
    nights: Sequence[Night],
    preferences: Preferences,
    *,
    catalogue: Catalogue,
    suspicion: Suspicion | None = None,
    early: bool = False,
) -> InterimAnalysis:
    """The last analysis that was due, of the last full 28 logged nights; with `early`, one of all nights."""
    logged_nights = _logged_nights(nights)
    analysed_nights = logged_nights if early else nights_of_last_analysis(logged_nights)
    return InterimAnalysis(
        tuple(analysed_nights),
        exposures_of(catalogue),
        thresholds_from(analysed_nights or logged_nights, preferences, catalogue),
        suspicion.key if suspicion else "",
        suspicion is None or suspicion.is_in_time(logged_nights),
    )


def findings_of(analysis: InterimAnalysis) -> tuple[Finding, ...]:
    """A finding for all that nights are compared by, in that order, as of the analysis. This is what takes its time."""
    table = exposure_table(analysis.nights, analysis.exposures, analysis.thresholds)
    frame = with_grades(exposure_frame(table), analysis.nights)
    # Twins hold the same evidence twice: only the first of two is weighed, the second is its mirror image.
    twins = twins_of(analysis.exposures, frame)
    distinct = [exposure for exposure in analysis.exposures if exposure.key not in twins]
    joint = [exposure for exposure in distinct if _is_weighed(exposure, frame)]
    rest = [exposure for exposure in distinct if exposure not in joint]
    by_key = {finding.key: finding for group in (joint, rest) for finding in _weighed(analysis, group, frame, twins)}
    by_key |= {key: mirror(by_key[twin], key) for key, twin in twins.items()}
    return tuple(
        with_standing(by_key[exposure.key], analysis.suspicion, in_time=analysis.suspicion_in_time)
        for exposure in analysis.exposures
    )


def _weighed(
    analysis: InterimAnalysis, exposures: Sequence[Exposure], frame: pd.DataFrame, twins: Mapping[str, str]
) -> list[Finding]:
    """These weighed against one another. Who suspects the second of two twins suspects the one comparison that both are."""
    columns = [column_of(exposure, analysis.nights, analysis.thresholds) for exposure in exposures]
    if analysis.suspicion and analysis.suspicion_in_time:
        columns = with_suspicion(columns, twins.get(analysis.suspicion, analysis.suspicion))
    for exposure, column in zip(exposures, columns, strict=True):
        if column.suspected:
            frame = without_memory(frame, analysis.nights, exposure)
    return frame_findings(frame, columns)


def with_counts(
    findings: Sequence[Finding],
    analysis: InterimAnalysis,
    nights: Sequence[Night],
    period: Period = ALL_TIME,
) -> list[Finding]:
    """The findings of an analysis with counts of a period.

    What is missing is told of the whole diary today.
    """
    logged_nights = _logged_nights(nights)
    table = exposure_table(logged_nights, analysis.exposures, analysis.thresholds)
    part = table.loc[_start(period) : _end(period)]
    is_early = len(analysis.nights) % EVERY != 0
    return [
        replace(
            _with_counts_of(finding, table, part),
            early=is_early,
            nights_to_next_analysis=nights_to_next_analysis(len(logged_nights)),
        )
        for finding in findings
    ]


def diary_findings(
    nights: Sequence[Night],
    preferences: Preferences,
    *,
    catalogue: Catalogue = BUILT_IN,
    suspicion: Suspicion | None = None,
    period: Period = ALL_TIME,
    early: bool = False,
) -> list[Finding]:
    """A finding for all that nights are compared by: the article's triggers in its order, then what else is tracked.

    `nights` is the whole diary. The verdict is that of the last full 28 logged nights, whatever the range; with
    `early`, of all nights, and marked so. The counts are of the period.
    """
    analysis = interim_analysis(nights, preferences, catalogue=catalogue, suspicion=suspicion, early=early)
    return with_counts(findings_of(analysis), analysis, nights, period)


def _logged_nights(nights: Sequence[Night]) -> list[Night]:
    return sorted((night for night in nights if night.logged), key=lambda night: night.morning)


def _is_weighed(exposure: Exposure, frame: pd.DataFrame) -> bool:
    return exposure.section is Section.ARTICLE or bool(frame[exposure.key].notna().any())


def _with_counts_of(finding: Finding, table: pd.DataFrame, part: pd.DataFrame) -> Finding:
    """The finding with the counts of a part of the table, and with what is missing today."""
    counts = counts_of(exposure_frame(part[["cramp", finding.key]]), finding.key)
    not_applicable = count_not_applicable(part, finding.key)
    return replace(
        finding,
        **asdict(replace(counts, unknown=counts.unknown - not_applicable)),
        not_applicable=not_applicable,
        missing=_missing_today(finding, table),
    )


def _missing_today(finding: Finding, table: pd.DataFrame) -> MissingNights:
    if finding.verdict is not Verdict.NOT_ENOUGH_NIGHTS:
        return MissingNights()
    whole = exposure_frame(table[["cramp", finding.key]])
    return missing_nights(whole, counts_of(whole, finding.key))


def _start(period: Period) -> pd.Timestamp | None:
    return None if period.first == dt.date.min else pd.Timestamp(period.first)


def _end(period: Period) -> pd.Timestamp | None:
    return None if period.last == dt.date.max else pd.Timestamp(period.last)
