"""The factors in their table: a row for each built-in one, and the person's own whole."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from diary.model.factors import (
    BUILT_IN,
    Catalogue,
    Choice,
    Clock,
    Factor,
    Group,
    Kind,
    Number,
    Option,
    Unit,
    YesNo,
)
from diary.store.tables import FactorRow

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row


def built_in_rows(catalogue: Catalogue = BUILT_IN) -> list[dict[str, Any]]:
    """The rows of the built-in factors, as a new diary begins with them."""
    return [_built_in_row(factor, position) for position, factor in enumerate(catalogue)]


def read_own_factors(connection: Connection) -> tuple[Factor, ...]:
    """The person's own factors that are still asked, in their order."""
    own = select(FactorRow.__table__).where(FactorRow.own, ~FactorRow.archived)
    return tuple(_factor(row) for row in connection.execute(own.order_by(FactorRow.position, FactorRow.key)))


def _built_in_row(factor: Factor, position: int) -> dict[str, Any]:
    row = {"key": factor.key, "kind": _kind_name(factor.kind), "own": False, "archived": False, "position": position}
    low, high = (factor.kind.low, factor.kind.high) if isinstance(factor.kind, Number) else (None, None)
    return row | {"low": low, "high": high}


def _kind_name(kind: Kind) -> str:
    match kind:
        case YesNo():
            return "yes_no"
        case Number():
            return "number"
        case Choice():
            return "choice"
        case Clock():
            return "clock"


def _factor(row: Row[Any]) -> Factor:
    return Factor(row.key, Group.OWN, row.question, row.name, _kind(row), evening=True)


def _kind(row: Row[Any]) -> Kind:
    if row.kind == "number":
        return Number(row.low, row.high, row.step, Unit(row.unit or ""))
    if row.kind == "choice":
        return Choice(tuple(Option(key, name) for key, name in json.loads(row.options).items()))
    return YesNo()
