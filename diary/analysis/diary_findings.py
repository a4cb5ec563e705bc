"""The findings of a diary: verdicts as of its last look, counts of the nights that were asked for."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import TYPE_CHECKING

import pandas as pd

from diary.analysis.cold_line import cold_line
from diary.analysis.counts import counts_of, missing_of
from diary.analysis.exposure import exposure_frame, exposure_table, not_applicable, question_of
from diary.analysis.finding import Missing, Verdict
from diary.analysis.findings import findings
from diary.analysis.looks import EVERY, nights_of_look, nights_to_next_look
from diary.model.triggers import TRIGGERS, Lines

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from diary.analysis.finding import Finding
    from diary.model.night import Night
    from diary.model.preferences import Preferences


def diary_findings(
    nights: Sequence[Night],
    preferences: Preferences,
    *,
    first: dt.date | None = None,
    last: dt.date | None = None,
    early: bool = False,
) -> list[Finding]:
    """A finding for each of the article's triggers, in the article's order.

    `nights` is the whole diary. The verdict is that of the last full 28 logged nights, whatever the range; with
    `early`, of all nights, and marked so. The counts are of the mornings from `first` to `last`. What is missing is
    told of the whole diary today.
    """
    logged = sorted((night for night in nights if night.logged), key=lambda night: night.morning)
    seen = logged if early else nights_of_look(logged)
    lines = Lines(cold_line(seen or logged, preferences.cold_below).below, preferences.calcium_aim)
    table = exposure_table(logged, TRIGGERS, lines)
    questions = [question_of(trigger, seen, lines) for trigger in TRIGGERS]
    before_it_is_due = early and len(logged) % EVERY != 0
    return [
        replace(
            _today(finding, table, first=first, last=last),
            early=before_it_is_due,
            next_look_in=nights_to_next_look(len(logged)),
        )
        for finding in findings(exposure_frame(table).iloc[: len(seen)], questions)
    ]


def _today(finding: Finding, table: pd.DataFrame, *, first: dt.date | None, last: dt.date | None) -> Finding:
    """The finding with the counts of a range, and with what is missing today."""
    part = table.loc[_bound(first) : _bound(last)]
    counts = counts_of(exposure_frame(part[["cramp", finding.key]]), finding.key)
    left_out = not_applicable(part, finding.key)
    return replace(
        finding,
        **asdict(replace(counts, unknown=counts.unknown - left_out)),
        not_applicable=left_out,
        missing=_missing_today(finding, table),
    )


def _missing_today(finding: Finding, table: pd.DataFrame) -> Missing:
    if finding.verdict is not Verdict.NOT_ENOUGH_NIGHTS:
        return Missing()
    whole = exposure_frame(table[["cramp", finding.key]])
    return missing_of(whole, counts_of(whole, finding.key))


def _bound(day: dt.date | None) -> pd.Timestamp | None:
    return None if day is None else pd.Timestamp(day)
