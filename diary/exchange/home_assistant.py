"""The history of Home Assistant: a line only where a sensor's state changed, in UTC."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import TYPE_CHECKING

from diary.exchange.cell_time import moment_in
from diary.exchange.room_file import RoomFile
from diary.exchange.text_table import number_in
from diary.exchange.thermometer import no_time_words
from diary.model.room_readings import Reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from diary.exchange.text_table import TableRow

HEADINGS = ("entity_id", "state", "last_changed")
BETWEEN_READINGS = dt.timedelta(minutes=15)
"""How often a steady room is read."""
LONGEST_STEADY = dt.timedelta(hours=24)
"""A sensor that is silent for longer has stopped, whatever it said last."""

State = tuple[dt.datetime, float | None]
"""Since when, and the number; None where the sensor gave none, as while it was unavailable."""


def is_history(head: TableRow) -> bool:
    """Whether this is the head of such a file."""
    return set(HEADINGS) <= set(head.cells)


def history_file(head: TableRow, rows: Iterable[TableRow], zone: dt.tzinfo | None) -> RoomFile:
    """The readings of every sensor that gave numbers. Raises NoReadingsError where none did."""
    name, state, changed = (head.cells.index(heading) for heading in HEADINGS)
    states: dict[str, list[State]] = defaultdict(list)
    left_out: list[str] = []
    for row in rows:
        since = moment_in(row.cell(changed), dt.UTC)
        if since is None:
            left_out.append(no_time_words(row.line, row.cell(changed)))
            continue
        states[row.cell(name)].append((since, number_in(row.cell(state))))
    sensors = {
        sensor: tuple(_readings(sorted(changes, key=lambda change: change[0]), zone))
        for sensor, changes in sorted(states.items())
        if any(degrees is not None for _, degrees in changes)
    }
    return RoomFile(sensors, None, tuple(left_out))


def _readings(states: list[State], zone: dt.tzinfo | None) -> Iterator[Reading]:
    """Each state when it began, and every quarter of an hour until the next."""
    nexts = [since for since, _ in states[1:]]
    for (since, degrees), until in zip(states, [*nexts, states[-1][0]], strict=True):
        if degrees is None:
            continue
        yield Reading(since.astimezone(zone), degrees)
        at = since + BETWEEN_READINGS
        while at < min(until, since + LONGEST_STEADY):
            yield Reading(at.astimezone(zone), degrees)
            at += BETWEEN_READINGS
