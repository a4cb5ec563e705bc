"""The answers that a person gives most: offered first, each to be given by a tap, and never given unasked."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.model.factors import Factor, Group, Value
from diary.model.mornings import DAY
from diary.model.period import Period

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from diary.model.factors import Catalogue
    from diary.model.night import Night

LOOK_BACK = 28 * DAY
FEWEST_NIGHTS = 5
"""Nights that gave an answer before it is called usual."""
MOST_ANSWERS = 6
"""As many as are read at a glance."""


@dataclass(frozen=True, slots=True)
class UsualAnswer:
    """An answer that is given on most nights."""

    factor: Factor
    value: Value


def nights_before(morning: dt.date) -> Period:
    """The nights by which the usual answers of the night to this morning are known."""
    return Period(morning - LOOK_BACK, morning - DAY)


def usual_answers(nights: Iterable[Night], catalogue: Catalogue, *, evening: bool = False) -> tuple[UsualAnswer, ...]:
    """The answers that these nights gave most often, the most frequent first; in the evening of what can be answered then.

    An answer is usual where more than half of the nights that answered its question gave it.
    """
    counts = Counter((key, value) for night in nights for key, value in night.values().items())
    totals: Counter[str] = Counter()
    for (key, _), count in counts.items():
        totals[key] += count
    asked = {factor.key: factor for factor in catalogue.on_form if _is_offered(factor, evening=evening)}
    places = {key: place for place, key in enumerate(asked)}
    usual = [
        (-count, places[key], value)
        for (key, value), count in counts.items()
        if key in asked and count >= FEWEST_NIGHTS and 2 * count > totals[key]
    ]
    keys = list(asked)
    return tuple(
        UsualAnswer(asked[keys[place]], value) for _, place, value in sorted(usual, key=lambda each: each[:2])
    )[:MOST_ANSWERS]


def _is_offered(factor: Factor, *, evening: bool) -> bool:
    """Whether it can be answered without another answer, and before how the night went colours it."""
    return factor.only_if is None and factor.group is not Group.AFTER and (factor.evening or not evening)
