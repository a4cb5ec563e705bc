"""The pages after the first: the period over time, what changed when, everything that was looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.analysis.year_of_nights import MONTHS_A_YEAR
from diary.language import tr
from diary.model.mornings import day_name
from diary.report.drawings import CALENDAR, LEGS, months_of
from diary.report.sections import Paragraph, Picture, Section, Table

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping, Sequence

    from diary.charts.make import ChartDrawing
    from diary.model.profile import Marker, Medicine
    from diary.report.findings_shown import FindingsShown


def over_time(drawn: Mapping[str, ChartDrawing], first: dt.date, last: dt.date) -> tuple[Section, ...]:
    """The charts of the pages after the first, each under what it shows."""

    def heading(name: str) -> str:
        title = drawn[name].title
        if name != CALENDAR or months_of(first, last) <= MONTHS_A_YEAR:
            return title
        return tr("The last twelve months: {title}").format(title=title)

    return tuple(
        Section(name, heading(name), (Picture(name, drawing.alternative),))
        for name, drawing in drawn.items()
        if name != LEGS
    )


def drawn_legs(drawn: Mapping[str, ChartDrawing]) -> Picture | None:
    """The small drawing of page one; None where no muscle was told."""
    return Picture(LEGS, drawn[LEGS].alternative) if LEGS in drawn else None


def what_changed(
    medicines: Iterable[Medicine], markers: Iterable[Marker], *, first: dt.date, last: dt.date
) -> tuple[Section, ...]:
    """What began, ended or was marked within the period, oldest first; nothing where nothing was."""
    changes = [
        *((one.started, tr("{name} begun").format(name=_named(one))) for one in medicines),
        *((one.stopped, tr("{name} stopped").format(name=_named(one))) for one in medicines),
        *((one.day, one.text) for one in markers),
    ]
    within = sorted((day, words) for day, words in changes if day and first <= day <= last)
    if not within:
        return ()
    rows = tuple((day_name(day, year=True), words) for day, words in within)
    return (Section("changes", tr("What changed when"), (Table((tr("Day"), tr("What changed")), rows),)),)


def _named(medicine: Medicine) -> str:
    return f"{medicine.name} {medicine.dose}".strip()


def looked_at(findings: FindingsShown | None) -> tuple[Section, ...]:
    """Every finding with its counts, also those that show nothing: no sign so far is worth knowing too."""
    if findings is None or not findings.counted:
        return ()
    columns = (
        tr("Looked at"),
        tr("Cramps on nights with it"),
        tr("On the others"),
        tr("Verdict"),
        tr("Odds ratio"),
    )
    rows: Sequence[tuple[str, ...]] = [
        (row.name, row.with_it, row.without_it, row.verdict, row.odds) for row in findings.rows
    ]
    note = tr(
        "Counts are of this report's nights, in brackets the 95 % interval of the share. The odds ratio, with its 95 % "
        "interval, is adjusted for everything else that was looked at, and stands only where a pattern is likely or "
        "strong. {as_of}"
    ).format(as_of=findings.as_of)
    return (
        Section(
            "looked_at", tr("Everything that was looked at"), (Table(columns, tuple(rows)), Paragraph(note.strip()))
        ),
    )
