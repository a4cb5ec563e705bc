"""The table of a thermometer in which each line has a time and a temperature: Govee, SwitchBot and others like them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.exchange.errors import short_text
from diary.exchange.room_file import RoomFile, temperature_column, unit_of
from diary.exchange.text_table import moment_in, number_in
from diary.language import tr
from diary.model.room_readings import Reading

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from diary.exchange.text_table import TableRow


def time_column(row: TableRow) -> int | None:
    """The first column in which this row has a time; None where it has none."""
    return next((place for place, cell in enumerate(row.cells) if moment_in(cell, None) is not None), None)


def thermometer_file(head: TableRow, time: int, rows: Iterable[TableRow], zone: dt.tzinfo | None) -> RoomFile:
    """The readings of all rows that have one. Raises NoReadingsError where none has."""
    temperature = temperature_column(head)
    readings: list[Reading] = []
    left_out: list[str] = []
    for row in rows:
        at = moment_in(row.cell(time), zone)
        degrees = None if temperature is None else number_in(row.cell(temperature))
        if at is None:
            left_out.append(no_time_words(row.line, row.cell(time)))
        elif degrees is None or temperature is None:
            left_out.append(
                tr("Line {n}: “{text}” is no temperature.").format(
                    n=row.line, text=short_text(row.cell(temperature or 0))
                )
            )
        else:
            readings.append(Reading(at, degrees))
    unit = None if temperature is None else unit_of(head.cell(temperature))
    return RoomFile({"": tuple(readings)} if readings else {}, unit, tuple(left_out))


def no_time_words(line: int, text: str) -> str:
    """What is said of a line without a time."""
    return tr("Line {n}: “{text}” is no time.").format(n=line, text=short_text(text))
