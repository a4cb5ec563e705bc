"""A salvage: what can be read of a damaged file, brought into a new diary beside it and checked there."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy.exc import DatabaseError

from diary.language import tr, trn
from diary.model.causes import CAUSES, CauseKind, cause_of
from diary.model.progress import UNWATCHED, Progress
from diary.model.salvage import Salvage
from diary.store.check import file_problems
from diary.store.engine import driver, migrating_engine, reading_engine, writing_engine
from diary.store.factors import read_questions
from diary.store.holdings import whole_holdings
from diary.store.new_diary import make_diary
from diary.store.salvage.errors import NothingToSalvageError, NotSalvagedError
from diary.store.salvage.file_rows import NIGHT_INDEX, file_rows
from diary.store.salvage.new_file import fill_new_file
from diary.store.salvage.night_parts import SalvagedNights, salvaged_nights
from diary.store.salvage.scratch import fill_scratch

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection, Engine

    from diary.store.salvage.file_rows import FileRows

SCRATCH_NAME = "scratch.db"
SALVAGED_NAME = "salvaged.db"


def salvage(path: Path, place: Path, progress: Progress = UNWATCHED) -> Salvage:
    """Bring what can be read of a damaged file into a new diary, SALVAGED_NAME in this folder; gives what came of it.

    The file is only read. Raises NothingToSalvageError, or NotSalvagedError where the disk does not take it.
    """
    try:
        return _salvage(path, place, progress)
    except (DatabaseError, driver.DatabaseError, OSError) as error:
        raise NotSalvagedError(cause_of(error)) from error


def _salvage(path: Path, place: Path, progress: Progress) -> Salvage:
    progress.step(tr("Reading the damaged file page by page"))
    rows = file_rows(path)
    scratch, new = place / SCRATCH_NAME, place / SALVAGED_NAME
    make_diary(scratch)
    make_diary(new)
    with _transaction(migrating_engine(scratch)) as scratch_connection:
        losses = list(fill_scratch(scratch_connection, rows))
        nights = salvaged_nights(rows, read_questions(scratch_connection))
        progress.step(tr("Writing the new diary"))
        with _transaction(writing_engine(new)) as new_connection:
            wanted = [each.night for each in nights.nights]
            losses += fill_new_file(new_connection, scratch_connection, wanted, rows)
    progress.step(tr("Checking the new diary"))
    count = _checked_count(path, new)
    known = max(_known_count(rows, nights), count)
    incomplete = sum(bool(each.missing) for each in nights.nights)
    return Salvage(count, incomplete, known, nights.is_count_certain, (*_night_losses(nights), *losses))


@contextmanager
def _transaction(engine: Engine) -> Iterator[Connection]:
    try:
        with engine.begin() as connection:
            yield connection
    finally:
        engine.dispose()


def _checked_count(path: Path, new: Path) -> int:
    """How many nights the new diary holds, which is whole. Raises NothingToSalvageError."""
    engine = reading_engine(new)
    try:
        with engine.connect() as connection:
            if any(file_problems(connection)):
                raise NotSalvagedError(CAUSES[CauseKind.DISK_FAILED])  # each of its rows went through the rules
    finally:
        engine.dispose()
    held = whole_holdings(new)
    if held is None:
        raise NotSalvagedError(CAUSES[CauseKind.DISK_FAILED])
    if held.is_blank:
        raise NothingToSalvageError(path)
    return held.nights


def _known_count(rows: FileRows, nights: SalvagedNights) -> int:
    """How many nights the file held: where one of table and index is whole, that one knows."""
    for name in ("night", NIGHT_INDEX):
        if rows.is_complete(name):
            return len(rows.rows(name))
    return len(nights.nights) + len(nights.lost)


def _night_losses(nights: SalvagedNights) -> list[str]:
    lost = [tr("Nothing can be read of the night to {morning}.").format(morning=morning) for morning in nights.lost]
    parts = [
        tr("Not read of the night to {morning}: {parts}.").format(
            morning=each.night.morning.isoformat(), parts=", ".join(each.missing)
        )
        for each in nights.nights
        if each.missing
    ]
    answers = [
        trn(
            "The question “{question}” is lost, and {n} answer to it.",
            "The question “{question}” is lost, and {n} answers to it.",
            n,
        ).format(question=question, n=n)
        for question, n in sorted(nights.lost_questions.items())
    ]
    return [*lost, *parts, *answers]
