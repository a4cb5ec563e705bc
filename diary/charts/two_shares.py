"""The share of cramp nights with a trigger beside the share without it, as dots with their intervals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.analysis.intervals import wilson
from diary.charts.share_rows import ShareRow, add_share_rows
from diary.charts.sheet import Sheet
from diary.language import tr
from diary.model.percent import percent

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from diary.analysis.finding import Finding
    from diary.charts.look import Look

WITH, WITHOUT = 0, 1
"""In which rows they stand."""


def two_shares(finding: Finding, look: Look) -> Figure:
    """A full dot for the nights with it, a ring for the others, each on the bar of its Wilson interval."""
    sheet = Sheet(look)
    rows = [
        ShareRow(tr("with it"), finding.exposed, finding.exposed_cramp),
        ShareRow(tr("without it"), finding.unexposed, finding.unexposed_cramp, filled=False),
    ]
    add_share_rows(sheet, rows)
    return sheet.figure


def two_shares_alternative(finding: Finding) -> str:
    """The chart in words."""
    exposed = _in_words(finding.exposed_cramp, finding.exposed)
    unexposed = _in_words(finding.unexposed_cramp, finding.unexposed)
    return tr("With it: {exposed}. Without it: {unexposed}.").format(exposed=exposed, unexposed=unexposed)


def _in_words(part: int, whole: int) -> str:
    if not whole:
        return tr("no night")
    low, high = wilson(part, whole)
    return tr("cramps on {part} of {whole} nights, {share}, likely between {low} and {high}").format(
        part=part, whole=whole, share=percent(part / whole), low=percent(low), high=percent(high)
    )
