"""The preferences in their table: one row for each choice, as JSON. A choice without a row is as it is from the start."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, insert, select

from diary.model.preferences import Preferences, TemperatureUnit, Theme
from diary.store.tables import PreferenceRow

if TYPE_CHECKING:
    from sqlalchemy import Connection

_WORDS = {"theme": Theme, "temperature": TemperatureUnit}


def read_preferences(connection: Connection) -> Preferences:
    """How the person wants the diary to look and to measure."""
    rows = connection.execute(select(PreferenceRow.name, PreferenceRow.value))
    chosen = {name: json.loads(value) for name, value in rows}
    words: dict[str, Any] = {name: kind(chosen[name]) for name, kind in _WORDS.items() if name in chosen}
    return Preferences(**{**chosen, **words})


def write_preferences(connection: Connection, preferences: Preferences) -> None:
    """Keep how the person wants the diary to look and to measure."""
    connection.execute(delete(PreferenceRow))
    rows = [{"name": name, "value": json.dumps(value)} for name, value in asdict(preferences).items()]
    connection.execute(insert(PreferenceRow), rows)
