"""All that was answered about the cramp nights, as tables: a row a question, a column a night, a few nights side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.language import tr
from diary.model.answer_words import answer_words
from diary.model.mornings import day_name
from diary.model.report_choices import Part
from diary.report.sections import ReportSection, TableBlock, TextBlock

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.model.night import Night
    from diary.report.material import BlockSource, Material

NIGHTS_ABREAST = 7
"""The columns of nights that have room on paper."""


def answers_sections(source: BlockSource) -> tuple[ReportSection, ...]:
    """The section; none where the person leaves it out, or where nothing was answered."""
    if not (source.shows(Part.ANSWERS) and source.shows(Part.NIGHTS)):
        return ()
    answered = [night for night in reversed(source.nights.cramp_nights) if night.answers]
    tables = tuple(
        _table(answered[at : at + NIGHTS_ABREAST], source.material) for at in range(0, len(answered), NIGHTS_ABREAST)
    )
    if not tables:
        return ()
    note = TextBlock(tr("Each night by its morning, the newest first. Empty: not answered."))
    return (ReportSection("answers", tr("All answers of cramp nights"), (note, *tables)),)


def _table(nights: Sequence[Night], material: Material) -> TableBlock:
    asked = [
        factor
        for factor in material.catalogue
        if any(factor.key in night.answers and night.asks(factor) for night in nights)
    ]
    rows = tuple(
        (
            tr(factor.name),
            *(
                answer_words(factor, night.answers[factor.key].value, material.temperature)
                if factor.key in night.answers
                else ""
                for night in nights
            ),
        )
        for factor in asked
    )
    return TableBlock((tr("Asked"), *(day_name(night.morning, year=True) for night in nights)), rows)
