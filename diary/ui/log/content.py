"""Which questions the form shows about a night."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from diary.model.factors import Catalogue, Factor, Group
    from diary.model.night import Night


def form_factors(night: Night, catalogue: Catalogue, group: Group, *, evening: bool = False) -> tuple[Factor, ...]:
    """The questions of one card; in the evening only those that can be answered before the night.

    What is hidden or archived is asked no more, but a night that holds an answer to it still shows it.
    """
    asked = catalogue.on_form
    return tuple(
        factor
        for factor in catalogue.group(group)
        if (factor.evening or not evening)
        and (night.asks(factor) if factor.key in asked else factor.key in night.answers)
    )
