"""The words of the report itself, by where they stand: headings, names of columns, standing sentences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.language import tr
from diary.model.mornings import day_name

if TYPE_CHECKING:
    import datetime as dt


@dataclass(frozen=True, slots=True)
class ReportWords:
    """Every standing text of the pages."""

    heading: str
    disclaimer: str
    period: str
    date_line: str
    warnings: str
    burden: str
    interval: str
    measure: str
    now: str
    before: str
    pattern: str
    profile_answers: str
    features: str
    features_note: str
    conditions: str
    medicines: str
    treatments: str
    no_treatments: str
    none: str
    findings: str
    no_findings: str
    not_proof: str
    questions: str
    nights: str
    night: str
    cramps: str
    night_rule: str
    also: str
    """“and {n} more, page {page}”: what a list had no room for."""
    all_later: str
    """“{n}, page {page}”: where a list had room for none."""
    page: str
    """“Page {n} of {pages}”."""


def report_words(report_date: dt.date) -> ReportWords:
    """The words, in the language in use."""
    return ReportWords(
        heading=tr("Night cramps"),
        disclaimer=tr("Kept by the patient; not a medical device."),
        period=tr("Nights of"),
        date_line=tr("Report made on {day}").format(day=day_name(report_date, year=True)),
        warnings=tr("Warning signs the patient reports"),
        burden=tr("Burden"),
        interval=tr("In brackets: the 95 % interval of the share."),
        measure=tr("Measure"),
        now=tr("This period"),
        before=tr("Equal period before"),
        pattern=tr("Pattern"),
        profile_answers=tr("Asked apart from the nights"),
        features=tr("Is it a nocturnal leg cramp?"),
        features_note=tr("The seven features found most telling; a checklist, not a score."),
        conditions=tr("Conditions"),
        medicines=tr("Medicines and supplements"),
        treatments=tr("Tried against the cramps"),
        no_treatments=tr("Tried against the cramps: not recorded"),
        none=tr("not recorded"),
        findings=tr("What it goes with"),
        no_findings=tr("Nothing to compare yet."),
        not_proof=tr("Going together is not proof of why."),
        questions=tr("Questions the patient wants to ask"),
        nights=tr("The nights"),
        night=tr("Night"),
        cramps=tr("Cramps"),
        night_rule=tr(
            "A night runs from noon to noon. Nights not logged count neither as cramp nights nor as quiet ones."
        ),
        also=tr("and {n} more, page {page}"),
        all_later=tr("{n}, on page {page}"),
        page=tr("Page {n} of {pages}"),
    )
