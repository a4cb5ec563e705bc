"""What is wrong with a diary, in words."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.exc import DatabaseError

from diary.language import tr, trn
from diary.model.errors import DiaryError
from diary.store.acts import read_acts
from diary.store.factors import built_in_rows, read_questions
from diary.store.nights import read_nights
from diary.store.person import read_markers, read_profile
from diary.store.settings import read_preferences
from diary.store.tables import FactorRow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy import Connection

UNREADABLE = (DiaryError, ValueError, LookupError, TypeError)
"""What reading a row raises where no value of the diary can be made of it."""


def findings(connection: Connection) -> Iterator[str]:
    """Everything that is wrong, one sentence each; nothing where the diary is whole."""
    try:
        yield from _damage(connection)
        yield from _orphans(connection)
        yield from _untold_cramps(connection)
        yield from _missing_factors(connection)
        yield from _nights(connection)
        yield from _others(connection)
    except DatabaseError as error:
        yield tr("The file is damaged: {finding}.").format(finding=error.orig)


def _damage(connection: Connection) -> Iterator[str]:
    for finding in connection.exec_driver_sql("PRAGMA integrity_check").scalars():
        if finding != "ok":
            yield tr("The file is damaged: {finding}.").format(finding=finding)


def _orphans(connection: Connection) -> Iterator[str]:
    lost = Counter(row[0] for row in connection.exec_driver_sql("PRAGMA foreign_key_check"))
    for table, count in sorted(lost.items()):
        words = trn(
            "{count} row of “{table}” belongs to nothing.", "{count} rows of “{table}” belong to nothing.", count
        )
        yield words.format(count=count, table=table)


def _untold_cramps(connection: Connection) -> Iterator[str]:
    untold = "SELECT DISTINCT morning FROM night JOIN cramp USING (morning) WHERE NOT cramps_told ORDER BY morning"
    for morning in connection.exec_driver_sql(untold).scalars():
        yield tr("The night to {morning} has cramps, but it was not told that it had any.").format(morning=morning)


def _missing_factors(connection: Connection) -> Iterator[str]:
    kept = set(connection.execute(select(FactorRow.key, FactorRow.kind)))
    for row in built_in_rows():
        if (row["key"], row["kind"]) not in kept:
            yield tr("The question “{key}” is missing.").format(key=row["key"])


def _nights(connection: Connection) -> Iterator[str]:
    # All at once is quick; one by one only where one of them cannot be read.
    if _reason(partial(read_nights, connection)) is None:
        return
    for morning in connection.exec_driver_sql("SELECT morning FROM night ORDER BY morning").scalars():
        if reason := _reason(partial(_read_night, connection, morning)):
            yield tr("The night to {morning} cannot be read: {reason}").format(morning=morning, reason=reason)


def _read_night(connection: Connection, morning: str) -> None:
    day = dt.date.fromisoformat(morning)
    read_nights(connection, day, day)


def _others(connection: Connection) -> Iterator[str]:
    for name, read in (
        (tr("The profile"), read_profile),
        (tr("The list of markers"), read_markers),
        (tr("The list of own questions"), read_questions),
        (tr("The list of preferences"), read_preferences),
        (tr("The list of what can be undone"), read_acts),
    ):
        if reason := _reason(partial(read, connection)):
            yield tr("{name} cannot be read: {reason}").format(name=name, reason=reason)


def _reason(read: Callable[[], object]) -> str | None:
    try:
        read()
    except UNREADABLE as error:
        return str(error)
    return None
