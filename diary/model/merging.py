"""Two versions of one thing made one: what counts where both hold something, and it differs."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from diary.language import mark, tr


class Differing(StrEnum):
    """What counts where the diary and a file both hold something, and it differs."""

    KEEP = "keep"
    """What the diary holds."""
    TAKE = "take"
    """What the file holds."""
    LATER = "later"
    """What was given later; the diary's where that is not known, and of two notes both."""


DIFFERING_NAMES = {
    Differing.KEEP: mark("Keep mine"),
    Differing.TAKE: mark("Take the file's"),
    Differing.LATER: mark("Take the later one"),
}


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Something that the diary and a file both hold, and not the same."""

    where: str
    """The night or the part of the profile."""
    what: str
    """The question, or what else it is."""
    here: str
    """In words, what the diary holds."""
    there: str
    """What the file holds."""
    is_taken: bool
    """Whether the file's counts from now on."""

    @property
    def sentence(self) -> str:
        """All of it in one line."""
        outcome = tr("the file's is taken") if self.is_taken else tr("the diary's stays")
        return tr("{where}, {what}: here {here}, in the file {there}; {outcome}.").format(
            where=self.where, what=self.what, here=self.here, there=self.there, outcome=outcome
        )


@dataclass(slots=True)
class Merge:
    """One merge on its way: what differs is noted, and which of the two counts is said."""

    where: str
    differing: Differing
    disagreements: list[Disagreement] = field(default_factory=list)

    def takes(self, what: str, here: str, there: str, *, is_later: bool = False) -> bool:
        """Whether the file's counts."""
        is_taken = self.differing is Differing.TAKE or (self.differing is Differing.LATER and is_later)
        self.disagreements.append(Disagreement(self.where, what, here, there, is_taken))
        return is_taken
