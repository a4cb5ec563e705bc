"""The table of a thermometer in which each line has a time and a temperature: Govee, SwitchBot and others like them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.exchange.cell_time import DateOrder, is_year_first, is_year_last, moment_in, order_of_dates
from diary.exchange.errors import short_text
from diary.exchange.room_file import RoomFile, temperature_column, unit_of
from diary.exchange.text_table import number_in, rows_of
from diary.language import tr
from diary.model.room_readings import Reading

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from diary.exchange.text_table import TableRow


@dataclass(frozen=True, slots=True)
class TimeColumn:
    """Where the times of a table stand, and how they are written."""

    place: int
    order: DateOrder


def time_column(data: bytes, first: TableRow) -> TimeColumn | None:
    """The first column in which this row has a time; None where it has none.

    Raises UnclearDatesError where the column leaves open which number is the day.
    """
    for place, cell in enumerate(first.cells):
        if is_year_first(cell):
            return TimeColumn(place, DateOrder.YEAR_FIRST)
        if is_year_last(cell):
            return TimeColumn(place, order_of_dates(row.cell(place) for row in rows_of(data)))
    return None


def thermometer_file(head: TableRow, times: TimeColumn, rows: Iterable[TableRow], zone: dt.tzinfo | None) -> RoomFile:
    """The readings of all rows that have one. Raises NoReadingsError where none has."""
    temperature = temperature_column(head)
    readings: list[Reading] = []
    left_out: list[str] = []
    for row in rows:
        at = moment_in(row.cell(times.place), zone, times.order)
        degrees = None if temperature is None else number_in(row.cell(temperature))
        if at is None:
            left_out.append(no_time_words(row.line, row.cell(times.place)))
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
