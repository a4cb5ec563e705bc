"""The report's content as plain values: every word and number that its pages show, in the order of the pages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from diary.analysis.cold_line import cold_line_today
from diary.analysis.finding import Finding
from diary.analysis.trends import weeks
from diary.charts.cramps_per_week import cramps_per_week_alternative
from diary.language import tr
from diary.model.factors import BUILT_IN, Group
from diary.model.mornings import day_name
from diary.model.night import Night
from diary.model.percent import percent
from diary.model.preferences import Preferences
from diary.model.profile import Profile
from diary.report.burden import Measure, burden, burden_note
from diary.report.counted import Counted, counted, counted_before
from diary.report.findings_shown import FindingsShown, findings_shown, trigger_lines
from diary.report.nights_shown import Month, counts_words, months_shown
from diary.report.pattern import Pattern, patterns
from diary.report.person import conditions, facts, medicines
from diary.report.summary import summary


@dataclass(frozen=True, slots=True)
class Material:
    """What a report is made from."""

    nights: Sequence[Night]
    """The whole diary: nights before the period make the one that it is compared with."""
    profile: Profile
    findings: Sequence[Finding]
    """Counted over the period of the report."""
    preferences: Preferences


@dataclass(frozen=True, slots=True)
class ReportContent:
    """All that the report says."""

    name: str
    """The person's name or initials; empty where they gave none."""
    facts: tuple[str, ...]
    """Year of birth, sex, pregnancy."""
    made_on: dt.date
    period: str
    counts: str
    """“31 cramp nights of 84 logged, 6 not logged”."""
    noted_first: str
    """The share of answers that were given before the cramps were told; empty where there is no answer."""
    summary: str
    burden: tuple[Measure, ...]
    """Empty where no night was logged."""
    burden_note: str
    patterns: tuple[Pattern, ...]
    """Empty where no cramp was told."""
    conditions: tuple[str, ...]
    medicines: tuple[str, ...]
    findings: FindingsShown | None
    """None where no night was logged."""
    chart_alternative: str
    """The chart in words; empty where no night was logged, and so nothing is drawn."""
    months: tuple[Month, ...]


def report_content(material: Material, first: dt.date, last: dt.date, *, made_on: dt.date) -> ReportContent:
    """The report over the mornings from first to last."""
    nights, profile = material.nights, material.profile
    period = counted(nights, first, last)
    before = counted_before(nights, period)
    logged = bool(period.logged)
    return ReportContent(
        name=profile.name.strip(),
        facts=facts(profile),
        made_on=made_on,
        period=_period_words(first, last),
        counts=counts_words(period),
        noted_first=_noted_first(period),
        summary=summary(period, before),
        burden=burden(period, before) if logged else (),
        burden_note=burden_note(period, before) if logged else "",
        patterns=patterns(period) if period.cramps else (),
        conditions=conditions(profile),
        medicines=medicines(profile, made_on),
        findings=_findings(material) if logged else None,
        chart_alternative=cramps_per_week_alternative(weeks(nights, first, last)) if logged else "",
        months=months_shown(period),
    )


def _findings(material: Material) -> FindingsShown:
    preferences = material.preferences
    cold = cold_line_today(material.nights, preferences.cold_below)
    lines = trigger_lines(cold.below, preferences.calcium_aim, preferences.temperature)
    return findings_shown(material.findings, lines)


def _period_words(first: dt.date, last: dt.date) -> str:
    return tr("{first} to {last}").format(first=day_name(first, year=True), last=day_name(last, year=True))


def _noted_first(period: Counted) -> str:
    """What is asked only after cramps is left out: it cannot be answered before."""
    afterwards = {factor.key for factor in BUILT_IN.group(Group.AFTER)}
    late = [night.late(key) for night in period.logged for key in night.answers if key not in afterwards]
    if not late:
        return ""
    return tr("{share} of {n:,} answers given before the cramps were told").format(
        share=percent(late.count(False) / len(late)), n=len(late)
    )
