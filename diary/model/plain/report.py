"""The choices for the report as plain data and back."""

from __future__ import annotations

import datetime as dt

from diary.model.plain.values import Plain, day_from_plain
from diary.model.preferences import TemperatureUnit
from diary.model.report_choices import NameForm, Paper, Part, ReportChoices, ReportSpan


def plain_report_choices(choices: ReportChoices) -> Plain:
    """The choices for the report as plain data."""
    return {
        "span": choices.span,
        "own_first": choices.own_first and choices.own_first.isoformat(),
        "own_last": choices.own_last and choices.own_last.isoformat(),
        "without": sorted(choices.without),
        "notes": choices.notes,
        "left_out": sorted(morning.isoformat() for morning in choices.left_out),
        "name": choices.name,
        "paper": choices.paper,
        "temperature": choices.temperature,
        "last_report": choices.last_report and choices.last_report.isoformat(),
        "report_before": choices.report_before and choices.report_before.isoformat(),
    }


def report_choices_from_plain(plain: Plain) -> ReportChoices:
    """The choices for the report from plain data; what is not there is as from the start."""
    start = ReportChoices()
    return ReportChoices(
        span=ReportSpan(plain.get("span", start.span)),
        own_first=day_from_plain(plain.get("own_first")),
        own_last=day_from_plain(plain.get("own_last")),
        without=frozenset(map(Part, plain.get("without", start.without))),
        notes=plain.get("notes", start.notes),
        left_out=frozenset(map(dt.date.fromisoformat, plain.get("left_out", ()))),
        name=NameForm(plain.get("name", start.name)),
        paper=Paper(plain.get("paper", start.paper)),
        temperature=TemperatureUnit(plain["temperature"]) if plain.get("temperature") else None,
        last_report=day_from_plain(plain.get("last_report")),
        report_before=day_from_plain(plain.get("report_before")),
    )
