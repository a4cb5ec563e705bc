"""The report's content as plain values: every word and number that its pages show, in the order of the pages.

Page one has fields of its own, for each of its blocks looks its own way. The pages after it are sections, all made
of the same few parts, and then the nights. Whether a block is wanted, the module that makes it decides.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.language import tr
from diary.model.report_choices import shown_name
from diary.report.burden import Measure, burden_block
from diary.report.change import change_block
from diary.report.closing import closing_sections
from diary.report.findings_content import FindingsContent, findings_block
from diary.report.heading import early_answer_words, omission_words, period_words
from diary.report.later_pages import later_sections, legs_picture
from diary.report.material import block_source
from diary.report.nights_content import Month, night_counts_words, nights_block
from diary.report.pattern import Pattern, patterns
from diary.report.person import conditions_block, facts, medicines_block, questions_block
from diary.report.profile_answers import (
    FeatureRow,
    answer_sentences,
    features,
    treatments_block,
    warnings,
    warnings_note,
)
from diary.report.sections import PictureBlock, ReportSection
from diary.report.summary import summary
from diary.report.words import ReportWords, report_words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from diary.charts.make import ChartDrawing
    from diary.model.period import Period
    from diary.report.material import Material


@dataclass(frozen=True, slots=True)
class ReportContent:
    """All that the report says."""

    language: str
    """The language's code, like “en”."""
    title: str
    words: ReportWords
    name: str
    """As much of the person's name as they want shown; empty where they gave none."""
    facts: tuple[str, ...]
    """Year of birth, sex, pregnancy."""
    period: str
    counts: str
    """“31 cramp nights of 84 logged, 6 not logged”."""
    omissions: str
    """How many nights of the period are in no count, and why; empty where all are."""
    early_answers: str
    """The share of answers that were given before the cramps were; empty where there is no answer."""
    warnings: tuple[str, ...]
    """The warning signs that stand, the most urgent first, each with its day."""
    warnings_note: str
    """What the report says where no sign stands; empty where one does."""
    summary: str
    burden: tuple[Measure, ...]
    """Empty where no night was logged."""
    change: str
    """How it changed against the equal period before; empty where there is none to compare with."""
    patterns: tuple[Pattern, ...]
    """Empty where no cramp was logged."""
    legs: PictureBlock | None
    """Where in the legs it cramped; None where no muscle was answered, or where charts are left out."""
    profile_answers: tuple[str, ...]
    """What comes with the cramps, and what tells them from other things, as it was answered; in sentences."""
    features: tuple[FeatureRow, ...]
    conditions: tuple[str, ...] | None
    """None where the person leaves them out."""
    medicines: tuple[str, ...] | None
    """None where the person leaves them out."""
    treatments: tuple[str, ...] | None
    """What was tried against the cramps; None where the person leaves medicines out."""
    findings: FindingsContent | None
    """None where no night was logged, or where the person leaves them out."""
    questions: tuple[str, ...] | None
    """None where the person leaves them out."""
    sections: tuple[ReportSection, ...]
    """The pages after the first, before the nights."""
    months: tuple[Month, ...]
    """The nights; empty where the person leaves them out."""
    closing: tuple[ReportSection, ...]
    """After the nights: how the numbers were made, what a diary cannot tell, the scales."""


NO_DRAWINGS: Mapping[str, ChartDrawing] = {}


def report_content(
    material: Material,
    period: Period,
    *,
    report_date: dt.date,
    drawings: Mapping[str, ChartDrawing] = NO_DRAWINGS,
) -> ReportContent:
    """The report over a period; `drawings` are its charts, by their names."""
    source = block_source(material, period, report_date=report_date)
    nights, profile = source.nights, source.profile
    findings = findings_block(source)
    return ReportContent(
        language=tr("en"),  # translators put their language's code
        title=tr("Night cramps, {period}").format(period=period_words(period)),
        words=report_words(report_date),
        name=shown_name(profile.name, material.choices.name),
        facts=facts(profile),
        period=period_words(period),
        counts=night_counts_words(nights),
        omissions=omission_words(source),
        early_answers=early_answer_words(nights),
        warnings=warnings(profile),
        warnings_note=warnings_note(profile),
        summary=summary(nights, source.before),
        burden=burden_block(source),
        change=change_block(source),
        patterns=patterns(nights),
        legs=legs_picture(drawings),
        profile_answers=answer_sentences(profile),
        features=features(nights.known_nights, profile),
        conditions=conditions_block(source),
        medicines=medicines_block(source),
        treatments=treatments_block(source),
        findings=findings,
        questions=questions_block(source),
        sections=later_sections(source, findings, drawings),
        months=nights_block(source),
        closing=closing_sections(source),
    )
