"""The preferences in their table: one row for each choice, as JSON. A choice without a row is as it is from the start.

The choices for the report are one row beside them.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, insert, select

from diary.model.plain import plain_report_choices, report_choices_from_plain
from diary.model.preferences import Preferences, TemperatureUnit, Theme
from diary.model.report_choices import ReportChoices
from diary.store.tables import PreferenceRow

if TYPE_CHECKING:
    from sqlalchemy import Connection

REPORT = "report"
"""The row that holds the choices for the report; no preference has this name."""
_WORDS = {"theme": Theme, "temperature": TemperatureUnit}


def read_preferences(connection: Connection) -> Preferences:
    """How the person wants the diary to look and to measure."""
    rows = connection.execute(select(PreferenceRow.name, PreferenceRow.value).where(PreferenceRow.name != REPORT))
    chosen = {name: json.loads(value) for name, value in rows}
    words: dict[str, Any] = {name: kind(chosen[name]) for name, kind in _WORDS.items() if name in chosen}
    closed = {"closed_signs": tuple(chosen["closed_signs"])} if "closed_signs" in chosen else {}
    return Preferences(**{**chosen, **words, **closed})


def write_preferences(connection: Connection, preferences: Preferences) -> None:
    """Keep how the person wants the diary to look and to measure."""
    connection.execute(delete(PreferenceRow).where(PreferenceRow.name != REPORT))
    rows = [{"name": name, "value": json.dumps(value)} for name, value in asdict(preferences).items()]
    connection.execute(insert(PreferenceRow), rows)


def read_report_choices(connection: Connection) -> ReportChoices:
    """What the person wanted in the report the last time."""
    kept = connection.execute(select(PreferenceRow.value).where(PreferenceRow.name == REPORT)).scalar()
    return report_choices_from_plain(json.loads(kept)) if kept else ReportChoices()


def write_report_choices(connection: Connection, choices: ReportChoices) -> None:
    """Keep what the person wants in the report."""
    connection.execute(delete(PreferenceRow).where(PreferenceRow.name == REPORT))
    row = {"name": REPORT, "value": json.dumps(plain_report_choices(choices))}
    connection.execute(insert(PreferenceRow), row)
