"""Which questions stand on the bedside sheet: the person's own first, then of the diary's what is answered most."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.model.factors import Factor, Group

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from diary.model.factors import Catalogue
    from diary.model.night import Night

MOST_OWN = 15
"""Boxes of questions that a line has room for."""
MOST_WITH_BUILT_IN = 12
"""Questions up to which the diary's own join the person's: their boxes stay wide enough for a tired hand."""


@dataclass(frozen=True, slots=True)
class SheetQuestions:
    """The questions of a sheet, each part in the order of the form."""

    evening: tuple[Factor, ...]
    """Those that can be answered before the night."""
    morning: tuple[Factor, ...]
    left_out: tuple[Factor, ...]
    """Asked by the diary, and not on the sheet."""


def sheet_questions(catalogue: Catalogue, nights: Iterable[Night]) -> SheetQuestions:
    """The questions of a sheet, from what the form asks and from the nights of late."""
    asked = catalogue.on_form.factors
    own = [factor for factor in asked if factor.group is Group.OWN]
    # What hangs on another answer has no box: on paper nobody skips one.
    built_in = [factor for factor in asked if factor.group is not Group.OWN and factor.only_if is None]
    chosen = {*own[:MOST_OWN], *_most_answered(built_in, nights)[: max(0, MOST_WITH_BUILT_IN - len(own))]}
    on_sheet = [factor for factor in (*own, *built_in) if factor in chosen]
    return SheetQuestions(
        tuple(factor for factor in on_sheet if factor.evening),
        tuple(factor for factor in on_sheet if not factor.evening),
        tuple(factor for factor in asked if factor not in chosen),
    )


def _most_answered(factors: Sequence[Factor], nights: Iterable[Night]) -> list[Factor]:
    """The factors by how many nights answer them, most first; those answered alike in the order of the form."""
    counts = Counter(key for night in nights for key in night.answers)
    return sorted(factors, key=lambda factor: -counts[factor.key])
