"""Reads whatever a thermometer exported."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from diary.exchange.errors import BrokenLineError
from diary.exchange.home_assistant import history_file, is_history
from diary.exchange.room_file import temperature_column
from diary.exchange.text_table import rows_of
from diary.exchange.thermometer import thermometer_file, time_column
from diary.language import tr

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from diary.exchange.room_file import RoomFile
    from diary.exchange.text_table import TableRow
    from diary.model.progress import Progress

ROWS_A_STEP = 10_000


def read_room_file(data: bytes, zone: dt.tzinfo | None, progress: Progress) -> RoomFile | None:
    """The readings of a file, on the clock of this zone; None where it is no thermometer's.

    Raises a refusal where it is, and cannot be read.
    """
    rows = rows_of(data)
    try:
        head, first = next(rows, None), next(rows, None)
    except BrokenLineError:
        return None
    if head is None or first is None:
        return None
    rest = _with_steps(chain((first,), rows), progress)
    if is_history(head):
        return history_file(head, rest, zone)
    if temperature_column(head) is None:
        return None
    times = time_column(data, first)
    return None if times is None else thermometer_file(head, times, rest, zone)


def _with_steps(rows: Iterable[TableRow], progress: Progress) -> Iterator[TableRow]:
    for number, row in enumerate(rows):
        if number % ROWS_A_STEP == 0:
            progress.step(tr("Reading the file"))
        yield row
