"""The end of the report: how its numbers were made, what a diary cannot tell, and what the scales mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.analysis.accuracy import limits_sentences
from diary.language import tr
from diary.model.report_choices import Part
from diary.report.features import DISTRESSING, STRONG
from diary.report.sections import ListBlock, ReportSection, TableBlock

if TYPE_CHECKING:
    from diary.report.material import BlockSource


def closing_sections(source: BlockSource) -> tuple[ReportSection, ...]:
    """The method, the limits and the scales, in this order; none where the person leaves them out."""
    if not source.shows(Part.METHOD):
        return ()
    return (
        ReportSection("method", tr("How the numbers were made"), (ListBlock(_method()),)),
        ReportSection("limits", tr("What a diary cannot tell"), (ListBlock(_limits()),)),
        ReportSection("scales", tr("The scales"), (TableBlock((tr("Scale"), tr("Meaning")), _scales()),)),
    )


def _method() -> tuple[str, ...]:
    return (
        tr(
            "Only logged nights count. A night that was not logged is unknown: it is in no count, and never taken for a "
            "quiet one. What was not answered is left out, and where it matters its number stands beside."
        ),
        tr(
            "Cramp nights in 28: 28 times the cramp nights by the logged nights; the interval is Wilson's, at 95 %. Cramps "
            "a week: 7 times the cramps by the logged nights. Middle values are medians. “Usually” is said of what more than half of all "
            "cramps were. The equal period before has as many nights; fewer than seven logged ones are not compared."
        ),
        tr(
            "Features of nocturnal leg cramps: how many of the cramps that were answered about it show each. Intense is "
            "{strong} of 10 or more, distress {distressing} of 10 or more. The first seven are those of Hallegraeff and "
            "others, BMC Family Practice 2017;18:29, doi 10.1186/s12875-017-0600-x; the last two are of the ICSD-3. They "
            "are a checklist, and are never added up."
        ).format(strong=STRONG, distressing=DISTRESSING),
        tr(
            "A change is called clear only where a test of these two periods, which allows for bad spells, says so, with "
            "at least 14 logged nights in each, and where it is at least 25 % and at least one cramp night a week."
        ),
        tr(
            "Where fewer than one in ten logged nights was quiet, and fewer than seven in ten nights were logged, no rate "
            "is told: it would say how the diary was kept, and not how often it cramped."
        ),
        tr(
            "Patterns: all questions are weighed together in one logistic model, with the night before, the weekday, the "
            "season and bad spells in it, averaged over every small set of questions. Strong is a probability of at "
            "least 90 %, likely 60 %, possible 40 %. A verdict is made at every 28th logged night, on the whole diary."
        ),
    )


def _limits() -> tuple[str, ...]:
    return (
        tr("It shows what goes together, not why."),
        *limits_sentences(),
        tr("If bad nights were logged more readily than good ones, the shares are too high."),
        tr("An answer given after a bad night leans towards what the person suspects."),
        tr("It was kept by the patient, from memory in the morning; nothing in it was measured by a device."),
    )


def _scales() -> tuple[tuple[str, str], ...]:
    return (
        (tr("Intensity"), tr("0 is no pain, 10 the worst there could be")),
        (tr("Distress"), tr("0 is not at all, 10 as distressing as could be")),
        (tr("Sleep disturbance"), tr("by the night's cramps: 0 is not at all, 10 is completely")),
        (tr("Sleep quality"), tr("1 is very badly, 5 is very well")),
        (tr("Minutes"), tr("how long a cramp lasted, in the patient's own estimate")),
        (tr("Calcium-rich portions"), tr("that day: a glass of milk, a yoghurt, a slice of cheese, a bowl of greens")),
    )
