"""What is wrong with a diary, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from sqlalchemy import Connection, select
from sqlalchemy.exc import DatabaseError

from diary.language import mark, tr, trn
from diary.model.causes import CauseKind, cause_of, is_refused_statement
from diary.store.acts import damaged_acts
from diary.store.engine import driver
from diary.store.entries import MARKERS, stored_entries
from diary.store.factor_rows import stored_questions
from diary.store.factors import built_in_rows
from diary.store.integrity import whole_check
from diary.store.night_rows import stored_nights
from diary.store.own_schema import changed_parts
from diary.store.person_rows import stored_profile
from diary.store.settings import stored_preferences, stored_report_choices
from diary.store.tables import FactorRow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.model.damage import DamagedRecord


Reading = Callable[[Connection], Iterable[str]]
"""Finds what is wrong with one kind of thing."""
BUILD = mark("The build of the file is damaged: {finding}.")
"""What SQLite says of it, in its own words: only of use to a person where nothing else tells what is wrong."""


def file_problems(connection: Connection) -> Iterator[str]:
    """Everything that is wrong, one sentence each; nothing where the diary is whole.

    Where one table cannot be read, the others are looked at all the same.
    """
    readings: tuple[Reading, ...] = (_damaged_nights, *(partial(_records_of, each) for each in READINGS))
    damaged_parts = [sentence for reading in readings for sentence in _reading(connection, reading)]
    problems = [
        *_reading(connection, partial(_damage, named=bool(damaged_parts))),
        *_reading(connection, _orphans),
        *_reading(connection, _missing_factors),
        *damaged_parts,
    ]
    yield from dict.fromkeys(problems)


def is_of_build(sentence: str) -> bool:
    """Whether a sentence only says that the build of the file is damaged."""
    return sentence.startswith(tr(BUILD).partition("{")[0])


def _damaged_nights(connection: Connection) -> Iterator[str]:
    """The nights that cannot be read."""
    return (night.sentence for night in stored_nights(connection).damaged)


def _reading(connection: Connection, read: Reading) -> Iterator[str]:
    """What a reading finds, or what keeps it from finding anything."""
    try:
        yield from read(connection)
    except UnicodeDecodeError:
        yield tr(BUILD).format(finding=tr("a name in it is no text"))
    except MemoryError:
        yield tr(BUILD).format(finding=tr("a length in it is more than there can be"))
    except (DatabaseError, driver.DatabaseError) as error:
        if cause_of(error).kind is not CauseKind.DAMAGED and not is_refused_statement(error):
            raise
        yield tr(BUILD).format(finding=getattr(error, "orig", error))


def damaged_records(connection: Connection) -> Iterator[DamagedRecord]:
    """Everything but nights that cannot be read."""
    return (record for reading in READINGS for record in reading(connection))


def damaged_entries(connection: Connection) -> Iterator[DamagedRecord]:
    """Those of them that anything is shown or counted by."""
    return (record for reading in READINGS if reading is not damaged_acts for record in reading(connection))


def _damaged_questions(connection: Connection) -> Iterator[DamagedRecord]:
    questions = stored_questions(connection)
    yield from questions.damaged.values()
    yield from questions.damaged_former


READINGS: tuple[Callable[[Connection], Iterable[DamagedRecord]], ...] = (
    lambda connection: stored_profile(connection)[1],
    lambda connection: stored_entries(connection, MARKERS).damaged.values(),
    _damaged_questions,
    lambda connection: stored_preferences(connection)[1].values(),
    lambda connection: stored_report_choices(connection)[1],
    damaged_acts,
)
"""What finds the records that cannot be read, a kind each."""


def _records_of(reading: Callable[[Connection], Iterable[DamagedRecord]], connection: Connection) -> Iterator[str]:
    return (record.sentence for record in reading(connection))


def _damage(connection: Connection, *, named: bool) -> Iterator[str]:
    for name in changed_parts(connection):
        yield tr("The file is damaged: “{name}” is not as the program makes it.").format(name=name)
    integrity = whole_check(connection)
    yield from (tr(BUILD).format(finding=" ".join(problem.split())) for problem in integrity.structure)
    if not named:  # else the rows are named with what is wrong in them
        yield from (_broken_rule(table, count) for table, count in sorted(integrity.broken_rules.items()))


def _broken_rule(table: str, count: int) -> str:
    return trn(
        "{count} row of “{table}” holds what it cannot.", "{count} rows of “{table}” hold what they cannot.", count
    ).format(count=count, table=table)


def _orphans(connection: Connection) -> Iterator[str]:
    orphans = Counter(row[0] for row in connection.exec_driver_sql("PRAGMA foreign_key_check"))
    for table, count in sorted(orphans.items()):
        words = trn(
            "{count} row of “{table}” belongs to nothing.", "{count} rows of “{table}” belong to nothing.", count
        )
        yield words.format(count=count, table=table)


def _missing_factors(connection: Connection) -> Iterator[str]:
    present = set(connection.execute(select(FactorRow.key)).scalars())
    for row in built_in_rows():
        if row["key"] not in present:
            yield tr("The question “{key}” is missing.").format(key=row["key"])
