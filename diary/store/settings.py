"""The preferences in their table: one row for each choice, as JSON. A choice without a row is as it is from the start.

The choices for the report are one row beside them.
"""

from __future__ import annotations

import json
from dataclasses import asdict, fields, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, insert

from diary.language import tr
from diary.model.damage import DamagedRecord
from diary.model.plain import plain_data, value_from_plain
from diary.model.preferences import Preferences, TemperatureUnit, Theme
from diary.model.report_choices import ReportChoices
from diary.store import strict
from diary.store.tables import PreferenceRow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection

REPORT = "report"
"""The row that holds the choices for the report; no preference has this name."""
BACKUP_FOLDER = "backup_folder"
"""The row that names the second folder for backups. It is of this machine, so it is in no file that goes to another."""
PREFERENCES = "SELECT name, value FROM preference NOT INDEXED WHERE name NOT IN (?, ?)"
CHOICES = "SELECT value FROM preference NOT INDEXED WHERE name = ?"
_WORDS = {"theme": Theme, "temperature": TemperatureUnit}
_FLAGS = {"welcomed"}
_NUMBERS = {"text_scale", "cold_below", "calcium_aim"}
_NAMES = frozenset(field.name for field in fields(Preferences))


def read_preferences(connection: Connection) -> Preferences:
    """How the person wants the diary to look and to measure."""
    preferences, _damaged = stored_preferences(connection)
    return preferences


def stored_preferences(connection: Connection) -> tuple[Preferences, dict[Any, DamagedRecord]]:
    """The preferences, and by their names the choices that cannot be read: these are as they are from the start."""
    return preferences_of(strict.fetch_rows(connection, PREFERENCES, [REPORT, BACKUP_FOLDER]))


def preferences_of(rows: Iterable[tuple[Any, ...]]) -> tuple[Preferences, dict[Any, DamagedRecord]]:
    """The same of the names and values in these rows."""
    preferences, damaged = Preferences(), {}
    for name, value in rows:
        try:
            preferences = replace(
                preferences, **{_setting_name(name): _setting_value(name, json.loads(strict.text(value)))}
            )
        except strict.UNREADABLE as error:
            what = tr("The setting “{name}”").format(name=strict.printable(name))
            damaged[name] = DamagedRecord(what, strict.reason(error))
    return preferences, damaged


def write_preferences(connection: Connection, preferences: Preferences) -> None:
    """Keep how the person wants the diary to look and to measure.

    A choice that cannot be read stays as it is, until the person chooses anew.
    """
    _, damaged = stored_preferences(connection)
    start = asdict(Preferences())
    values = {name: value for name, value in asdict(preferences).items() if name not in damaged or value != start[name]}
    connection.execute(delete(PreferenceRow).where(PreferenceRow.name.in_(sorted(values))))
    rows = [{"name": name, "value": json.dumps(value)} for name, value in values.items()]
    connection.execute(insert(PreferenceRow), rows)


def read_report_choices(connection: Connection) -> ReportChoices:
    """What the person wanted in the report the last time; as from the start where that cannot be read."""
    choices, _damaged = stored_report_choices(connection)
    return choices


def stored_report_choices(connection: Connection) -> tuple[ReportChoices, tuple[DamagedRecord, ...]]:
    """The choices for the report, and why they cannot be read where that is so."""
    try:
        for (value,) in strict.fetch_rows(connection, CHOICES, [REPORT]):
            return value_from_plain(ReportChoices, json.loads(strict.text(value))), ()
    except strict.UNREADABLE as error:
        return ReportChoices(), (DamagedRecord(tr("What the report is to hold"), strict.reason(error)),)
    return ReportChoices(), ()


def write_report_choices(connection: Connection, choices: ReportChoices) -> None:
    """Keep what the person wants in the report."""
    connection.execute(delete(PreferenceRow).where(PreferenceRow.name == REPORT))
    row = {"name": REPORT, "value": json.dumps(plain_data(choices))}
    connection.execute(insert(PreferenceRow), row)


def read_backup_folder(connection: Connection) -> str:
    """The second folder for backups; empty where none was chosen, or the choice cannot be read."""
    try:
        for (value,) in strict.fetch_rows(connection, CHOICES, [BACKUP_FOLDER]):
            return strict.text(json.loads(strict.text(value)))
    except strict.UNREADABLE:
        pass
    return ""


def write_backup_folder(connection: Connection, folder: str) -> None:
    """Keep the second folder for backups; empty for none."""
    connection.execute(delete(PreferenceRow).where(PreferenceRow.name == BACKUP_FOLDER))
    if folder:
        connection.execute(insert(PreferenceRow), {"name": BACKUP_FOLDER, "value": json.dumps(folder)})


def _setting_name(name: Any) -> str:
    if name not in _NAMES:
        raise strict.UnreadableValueError(name, tr("a setting"))
    return str(name)


def _setting_value(name: str, value: Any) -> Any:
    if name in _WORDS:
        return strict.word(value, _WORDS[name])
    if name == "closed_signs":
        return tuple(strict.text(sign) for sign in value)
    if name in _NUMBERS and value is not None:
        return strict.number(value)
    if name in _FLAGS and not isinstance(value, bool):
        raise strict.UnreadableValueError(value, tr("yes or no"))
    return value
