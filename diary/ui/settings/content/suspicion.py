"""What the suspicion's section shows: what can be suspected, whether it still can, and what was named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.language import tr
from diary.model.early_answers import can_be_settled_early
from diary.model.exposures import exposures_by_key, exposures_of

if TYPE_CHECKING:
    from diary.book import Diary
    from diary.model.factors import Catalogue
    from diary.model.profile import Profile

NOTHING = ""
"""Chosen where nothing is suspected."""


@dataclass(frozen=True, slots=True)
class SuspicionView:
    """The section before the first look, or after it."""

    is_open: bool
    """Whether a suspicion can still be named."""
    options: tuple[tuple[str, str], ...]
    """What can be suspected, by its key, with its name; first that nothing is."""


def suspicion_view(book: Diary) -> SuspicionView:
    """What the section shows of this diary."""
    catalogue = book.questions.catalogue()
    names = tuple(
        (exposure.key, tr(exposure.name))
        for exposure in exposures_of(catalogue)
        if can_be_settled_early(exposure, catalogue) and all(key in catalogue.on_form for key in exposure.factors)
    )
    return SuspicionView(book.person.can_name_suspicion(), ((NOTHING, tr("Nothing")), *names))


def suspicion_words(profile: Profile, catalogue: Catalogue) -> str:
    """What is suspected, by its name; what a suspicion is where nothing is."""
    if profile.suspicion is None:
        return tr("One thing, named before the first look")
    exposure = exposures_by_key(exposures_of(catalogue)).get(profile.suspicion.key)
    return tr(exposure.name) if exposure else profile.suspicion.key
