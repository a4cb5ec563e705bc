"""The report's content as plain values: every word and number that its pages show, in the order of the pages.

Page one has fields of its own, for each of its blocks looks its own way. The pages after it are sections, all made
of the same few parts, and then the nights.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from diary.analysis.finding import Finding
from diary.analysis.lines import lines_today
from diary.analysis.trend import trend
from diary.analysis.trends import LEAST_LOGGED
from diary.language import tr, trn
from diary.model.built_in import BUILT_IN
from diary.model.compared import compared
from diary.model.damage import DamagedNight, damaged_between
from diary.model.factors import Catalogue, Group
from diary.model.mornings import day_name
from diary.model.night import Night
from diary.model.percent import percent
from diary.model.preferences import Preferences, TemperatureUnit
from diary.model.profile import Marker, Profile
from diary.model.report_choices import Part, ReportChoices, shown_name
from diary.report.asked import FeatureShown, features, no_warnings, told, tried, warnings
from diary.report.burden import Measure, burden
from diary.report.change import change_words
from diary.report.closing import closing_sections
from diary.report.counted import Counted, counted, counted_before
from diary.report.findings_shown import FindingsShown, findings_shown, line_words
from diary.report.following import drawn_legs, looked_at, over_time, what_changed
from diary.report.nights_shown import Month, RowsWanted, counts_words, months_shown
from diary.report.pattern import Pattern, patterns
from diary.report.person import conditions, facts, medicines
from diary.report.sections import Picture, Section
from diary.report.summary import summary
from diary.report.words import Words, words

if TYPE_CHECKING:
    import datetime as dt

    from diary.charts.make import ChartDrawing


@dataclass(frozen=True, slots=True)
class Material:
    """What a report is made from."""

    nights: Sequence[Night]
    """The whole diary: nights before the period make the one that it is compared with."""
    profile: Profile
    findings: Sequence[Finding]
    """Counted over the period of the report, without the nights that are left out."""
    preferences: Preferences
    markers: Sequence[Marker] = ()
    catalogue: Catalogue = BUILT_IN
    choices: ReportChoices = field(default_factory=ReportChoices)
    damaged: tuple[DamagedNight, ...] = ()
    """Nights that cannot be read, and are in no count."""

    @property
    def counted_nights(self) -> tuple[Night, ...]:
        """The nights without those that the person leaves out."""
        return tuple(night for night in self.nights if night.morning not in self.choices.left_out)

    @property
    def damaged_mornings(self) -> frozenset[dt.date]:
        """The mornings of the nights that cannot be read, as far as they can."""
        return frozenset(night.morning for night in self.damaged if night.morning)

    @property
    def temperature(self) -> TemperatureUnit:
        """The unit that the report shows."""
        return self.choices.temperature or self.preferences.temperature


@dataclass(frozen=True, slots=True)
class ReportContent:
    """All that the report says."""

    language: str
    """Its code, like “en”."""
    title: str
    words: Words
    name: str
    """As much of the person's name as they want shown; empty where they gave none."""
    facts: tuple[str, ...]
    """Year of birth, sex, pregnancy."""
    period: str
    counts: str
    """“31 cramp nights of 84 logged, 6 not logged”."""
    left_out: str
    """How many nights the person left out; empty where none."""
    noted_first: str
    """The share of answers that were given before the cramps were told; empty where there is no answer."""
    warnings: tuple[str, ...]
    """The warning signs that stand, the most urgent first, each with its day."""
    no_warnings: str
    """What is told where none stands; empty where one does."""
    summary: str
    burden: tuple[Measure, ...]
    """Empty where no night was logged."""
    change: str
    """How it changed against the equal period before; empty where there is none to compare with."""
    patterns: tuple[Pattern, ...]
    """Empty where no cramp was told."""
    legs: Picture | None
    """Where in the legs it cramped; None where no muscle was told, or where charts are left out."""
    told: tuple[str, ...]
    """What comes with the cramps, and what tells them from other things, as it was answered; in sentences."""
    features: tuple[FeatureShown, ...]
    conditions: tuple[str, ...] | None
    """None where the person leaves them out."""
    medicines: tuple[str, ...] | None
    """None where the person leaves them out."""
    tried: tuple[str, ...] | None
    """What was tried against the cramps; None where the person leaves medicines out."""
    findings: FindingsShown | None
    """None where no night was logged, or where the person leaves them out."""
    questions: tuple[str, ...] | None
    """None where the person leaves them out."""
    sections: tuple[Section, ...]
    """The pages after the first, before the nights."""
    months: tuple[Month, ...]
    """The nights; empty where the person leaves them out."""
    closing: tuple[Section, ...]
    """After the nights: how the numbers were made, what a diary cannot tell, the scales."""


NO_DRAWINGS: Mapping[str, ChartDrawing] = {}


def report_content(
    material: Material,
    first: dt.date,
    last: dt.date,
    *,
    made_on: dt.date,
    drawn: Mapping[str, ChartDrawing] = NO_DRAWINGS,
) -> ReportContent:
    """The report over the mornings from first to last; `drawn` are its charts, by their names."""
    nights, profile, choices = material.counted_nights, material.profile, material.choices
    period = counted(nights, first, last, material.damaged_mornings)
    before = counted_before(nights, period)
    logged = bool(period.logged)
    name, period_words = shown_name(profile.name, choices.name), _period_words(first, last)
    findings = _findings(material) if logged and choices.shows(Part.FINDINGS) else None
    return ReportContent(
        language=tr("en"),  # translators put their language's code
        title=tr("Night cramps, {period}").format(period=period_words),
        words=words(made_on),
        name=name,
        facts=facts(profile),
        period=period_words,
        counts=counts_words(period),
        left_out=" ".join(filter(None, (_left_out(material, first, last), _damaged(material, first, last)))),
        noted_first=_noted_first(period),
        warnings=warnings(profile),
        no_warnings=no_warnings(profile),
        summary=summary(period, before),
        burden=burden(period, before) if logged else (),
        change=_change(nights, period, before) if logged and before else "",
        patterns=patterns(period) if period.cramps else (),
        legs=drawn_legs(drawn),
        told=told(profile),
        features=features(period.nights, profile),
        conditions=conditions(profile, made_on) if choices.shows(Part.CONDITIONS) else None,
        medicines=medicines(profile, made_on) if choices.shows(Part.MEDICINES) else None,
        tried=tried(profile) if choices.shows(Part.MEDICINES) else None,
        findings=findings,
        questions=profile.asked_of_doctor if choices.shows(Part.QUESTIONS) else None,
        sections=(
            *over_time(drawn, first, last),
            *what_changed(
                profile.medicines if choices.shows(Part.MEDICINES) else (), material.markers, first=first, last=last
            ),
            *(looked_at(findings) if len(period.logged) >= LEAST_LOGGED else ()),
        ),
        months=months_shown(period, _rows_wanted(material)) if choices.shows(Part.NIGHTS) else (),
        closing=closing_sections() if choices.shows(Part.METHOD) else (),
    )


def _change(nights: Sequence[Night], period: Counted, before: Counted) -> str:
    return change_words(period, before, trend(nights, before.first, period.last).outcome)


def _findings(material: Material) -> FindingsShown:
    lines = lines_today(material.counted_nights, material.preferences, material.catalogue)
    return findings_shown(
        material.findings, line_words(lines, material.temperature), named=compared(material.catalogue)
    )


def _rows_wanted(material: Material) -> RowsWanted:
    choices = material.choices
    return RowsWanted(
        catalogue=material.catalogue,
        temperature=material.temperature,
        answers=choices.shows(Part.ANSWERS),
        notes=choices.notes,
        left_out=choices.left_out,
        damaged=material.damaged_mornings,
    )


def _left_out(material: Material, first: dt.date, last: dt.date) -> str:
    n = sum(night.morning in material.choices.left_out and first <= night.morning <= last for night in material.nights)
    if not n:
        return ""
    return trn(
        "{n} night was left out by the patient and is counted as not logged.",
        "{n} nights were left out by the patient and are counted as not logged.",
        n,
    ).format(n=n)


def _damaged(material: Material, first: dt.date, last: dt.date) -> str:
    n = len(damaged_between(material.damaged, first, last))
    if not n:
        return ""
    return trn(
        "{n} night of the diary cannot be read and is in no count.",
        "{n} nights of the diary cannot be read and are in no count.",
        n,
    ).format(n=n)


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
