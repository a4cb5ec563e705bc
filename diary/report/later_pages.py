"""The pages after the first: the period over time, what changed when, everything that was looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.analysis.trends import LEAST_LOGGED
from diary.analysis.year_of_nights import MONTHS_A_YEAR
from diary.language import tr
from diary.report.drawings import CALENDAR, FIRST_PAGE, month_count
from diary.report.profile_sections import profile_sections
from diary.report.sections import PictureBlock, ReportSection, TableBlock, TextBlock

if TYPE_CHECKING:
    from collections.abc import Mapping

    from diary.charts.make import ChartDrawing
    from diary.model.period import Period
    from diary.report.events import Event
    from diary.report.findings_content import FindingsContent
    from diary.report.material import BlockSource


def later_sections(
    source: BlockSource,
    all_events: tuple[Event, ...],
    findings: FindingsContent | None,
    drawings: Mapping[str, ChartDrawing],
) -> tuple[ReportSection, ...]:
    """The sections between page one and the nights."""
    return (
        *profile_sections(source, all_events),
        *chart_sections(drawings, source.nights.period),
        *(comparison_sections(findings) if len(source.nights.logged_nights) >= LEAST_LOGGED else ()),
    )


def chart_sections(drawings: Mapping[str, ChartDrawing], period: Period) -> tuple[ReportSection, ...]:
    """The charts of the pages after the first, each under what it shows."""

    def heading(name: str) -> str:
        title = drawings[name].title
        if name != CALENDAR or month_count(period) <= MONTHS_A_YEAR:
            return title
        return tr("The last twelve months: {title}").format(title=title)

    return tuple(
        ReportSection(name, heading(name), (PictureBlock(name, drawing.alternative),))
        for name, drawing in drawings.items()
        if name not in FIRST_PAGE
    )


def comparison_sections(findings: FindingsContent | None) -> tuple[ReportSection, ...]:
    """Every finding with its counts, also those that show nothing: no sign so far is worth knowing too."""
    if findings is None or not findings.has_counts:
        return ()
    columns = (
        tr("Looked at"),
        tr("Cramps on nights with it"),
        tr("On the others"),
        tr("In this period"),
        tr("Verdict"),
        tr("Odds ratio"),
    )
    rows = tuple((row.name, row.with_it, row.without_it, row.of_period, row.verdict, row.odds) for row in findings.rows)
    note = tr(
        "Counts are those that the verdict weighs, in brackets the 95 % interval of the share; both counts of this report's "
        "nights stand beside them where they are others. The odds ratio, with its 95 % interval, is adjusted for everything "
        "else that was looked at, and stands only where a pattern is likely or strong. {as_of}"
    ).format(as_of=findings.as_of)
    heading = tr("Everything that was looked at")
    return (ReportSection("looked_at", heading, (TextBlock(note.strip()), TableBlock(columns, rows))),)
