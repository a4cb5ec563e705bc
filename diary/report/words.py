"""The words of the report itself, by where they stand: headings, names of columns, standing sentences."""

from __future__ import annotations

from dataclasses import dataclass

from diary.language import tr


@dataclass(frozen=True, slots=True)
class ReportWords:
    """Every standing text of the pages."""

    heading: str
    disclaimer: str
    number: str
    """Before the line for the patient's number."""
    signs: str
    diary_signs: str
    course: str
    place: str
    hours: str
    features: str
    features_note: str
    asked: str
    medicines: str
    medicines_note: str
    conditions: str
    findings: str
    cramp_nights: str
    verdict: str
    with_it: str
    without_it: str
    not_proof: str
    tried: str
    questions: str
    burden: str
    measure: str
    now: str
    before: str
    interval: str
    pattern: str
    count: str
    none: str
    nights: str
    night: str
    cramps: str
    night_rule: str
    page: str
    """“Page {n} of {pages}”."""


def report_words() -> ReportWords:
    """The words, in the language in use."""
    return ReportWords(
        heading=tr("Night cramps"),
        disclaimer=tr("kept by the patient; not a medical device. More: page 2."),
        number=tr("No."),
        signs=tr("Warning signs"),
        diary_signs=tr("In the diary"),
        course=tr("Cramp nights, before → since"),
        place=tr("Where and when"),
        hours=tr("Cramps by the hour"),
        features=tr("Leg cramp features"),
        features_note=tr("Hallegraeff 2017; ICSD-3."),
        asked=tr("Asked once"),
        medicines=tr("Medicines"),
        medicines_note=tr("† reported with leg cramps; others not thereby cleared."),
        conditions=tr("Conditions"),
        findings=tr("Goes with"),
        cramp_nights=tr("Cramp nights"),
        verdict=tr("Verdict"),
        with_it=tr("with it"),
        without_it=tr("without"),
        not_proof=tr("Not proof of why."),
        tried=tr("Tried"),
        questions=tr("Questions"),
        burden=tr("Burden"),
        measure=tr("Measure"),
        now=tr("This period"),
        before=tr("Equal period before"),
        interval=tr("In brackets: the 95 % interval of the share."),
        pattern=tr("Pattern"),
        count=tr("Cramps"),
        none=tr("not recorded"),
        nights=tr("The nights"),
        night=tr("Night"),
        cramps=tr("Cramps"),
        night_rule=tr(
            "A night runs from noon to noon. Nights not logged count neither as cramp nights nor as quiet ones."
        ),
        page=tr("Page {n} of {pages}"),
    )
