"""The four numbers of page one as observations over the whole period of the report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.exchange.fhir.codes import DATA_ABSENT, OWN_SYSTEM, coding, concept, quantity
from diary.exchange.fhir.resources import period_days

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from diary.exchange.fhir.resources import ResourceIds
    from diary.model.period import Period
    from diary.model.plain import Plain


@dataclass(frozen=True, slots=True)
class SummaryNumber:
    """A number with what it counts."""

    key: str
    name: str
    value: float
    unit: str
    """A key of UNITS; empty for a plain count."""


@dataclass(frozen=True, slots=True)
class SummaryMeasure:
    """A number of page one."""

    key: str
    name: str
    value: float | None
    """None where the nights give none."""
    unit: str
    parts: tuple[SummaryNumber, ...] = ()
    """What it was counted from: its range, and the nights or cramps behind it."""


def summary_observation(measure: SummaryMeasure, period: Period, ids: ResourceIds) -> Plain:
    """A measure over the report's period; where it has no value, the observation says that it is not known."""
    value = (
        {"dataAbsentReason": {"coding": [coding(*DATA_ABSENT)]}}
        if measure.value is None
        else {"valueQuantity": quantity(measure.value, measure.unit)}
    )
    return ids.observation(
        f"summary/{measure.key}/{period.first}/{period.last}",
        _concept(measure.key, measure.name),
        effectivePeriod=period_days(period),
        **value,
        component=[_part(part) for part in measure.parts],
    )


def summary_meanings(measures: Iterable[SummaryMeasure]) -> Iterator[tuple[str, str]]:
    """Our own codes of the measures, and what each means."""
    for measure in measures:
        yield measure.key, measure.name
        yield from ((part.key, part.name) for part in measure.parts)


def _concept(key: str, name: str) -> Plain:
    return concept(name, coding(OWN_SYSTEM, key))


def _part(part: SummaryNumber) -> Plain:
    value = {"valueQuantity": quantity(part.value, part.unit)} if part.unit else {"valueInteger": int(part.value)}
    return {"code": _concept(part.key, part.name), **value}
