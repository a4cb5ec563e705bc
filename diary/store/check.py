"""What is wrong with a diary, in words."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.exc import DatabaseError

from diary.language import tr, trn
from diary.model.causes import CauseKind, cause_of
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

    from sqlalchemy import Connection

    from diary.model.damage import DamagedRecord


def file_problems(connection: Connection) -> Iterator[str]:
    """Everything that is wrong, one sentence each; nothing where the diary is whole."""
    try:
        damaged_parts = [*(night.sentence for night in stored_nights(connection).damaged), *_records(connection)]
        yield from _damage(connection, named=bool(damaged_parts))
        yield from _orphans(connection)
        yield from _missing_factors(connection)
        yield from damaged_parts
    except UnicodeDecodeError:
        yield tr("The file is damaged: {finding}.").format(finding=tr("a name in it is no text"))
    except (DatabaseError, driver.DatabaseError) as error:
        if cause_of(error).kind is not CauseKind.DAMAGED:
            raise
        yield tr("The file is damaged: {finding}.").format(finding=getattr(error, "orig", error))


def damaged_records(connection: Connection) -> Iterator[DamagedRecord]:
    """Everything but nights that cannot be read."""
    questions = stored_questions(connection)
    yield from stored_profile(connection)[1]
    yield from stored_entries(connection, MARKERS).damaged.values()
    yield from questions.damaged.values()
    yield from questions.damaged_former
    yield from stored_preferences(connection)[1].values()
    yield from stored_report_choices(connection)[1]
    yield from damaged_acts(connection)


def _damage(connection: Connection, *, named: bool) -> Iterator[str]:
    for name in changed_parts(connection):
        problem = tr("“{name}” is not as the program makes it").format(name=name)
        yield tr("The file is damaged: {finding}.").format(finding=problem)
    integrity = whole_check(connection)
    yield from (tr("The file is damaged: {finding}.").format(finding=problem) for problem in integrity.structure)
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


def _records(connection: Connection) -> Iterator[str]:
    return (record.sentence for record in damaged_records(connection))
