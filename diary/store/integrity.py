"""What SQLite itself finds wrong with a file: single rows that break a rule of their table, and damage of its build."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy.exc import DatabaseError

from diary.model.causes import CauseKind, cause_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

WHOLE = "ok"
BROKEN_RULE = re.compile(
    r"(?:CHECK constraint failed in|NULL value in|NUMERIC value in|TEXT value in|non-\w+ value in) (\w+)"
)
"""A row that holds what it cannot, but lies in its place. Whoever reads it looks at it with the model's own rules."""


@dataclass(frozen=True, slots=True)
class Integrity:
    """The findings of one check."""

    broken_rules: Mapping[str, int]
    """How many rows of which table hold what they cannot."""
    structure: tuple[str, ...]
    """Damage of the file's build, in SQLite's words: to write to such a file could destroy more."""


def quick_check(connection: Connection) -> Integrity:
    """The build of the file alone, in a few milliseconds."""
    connection.exec_driver_sql("PRAGMA ignore_check_constraints=ON")
    return _integrity(connection, "quick_check")


def whole_check(connection: Connection) -> Integrity:
    """The build of the file, its indexes, and the rules of its tables."""
    return _integrity(connection, "integrity_check")


def _integrity(connection: Connection, pragma: str) -> Integrity:
    broken: Counter[str] = Counter()
    structure = []
    for problem in _problems(connection, pragma):
        if rule := BROKEN_RULE.match(problem):
            broken[rule[1]] += 1
        elif problem != WHOLE:
            structure.append(problem)
    return Integrity(broken, tuple(structure))


def _problems(connection: Connection, pragma: str) -> Iterator[str]:
    try:
        yield from connection.exec_driver_sql(f"PRAGMA {pragma}").scalars()
    except DatabaseError as error:
        if cause_of(error).kind is not CauseKind.DAMAGED:
            raise
        yield str(error.orig)  # damage that ends the check itself
    except UnicodeDecodeError:  # the name of what is damaged is damaged too
        yield "a name in it is no text"
    except MemoryError:  # as the driver calls a length in it that no file has
        yield "a length in it is more than there can be"
