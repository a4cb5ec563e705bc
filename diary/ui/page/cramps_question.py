"""The question whether the cramps of a night are to go, where it was called quiet."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from diary.language import trn
from diary.model.answer_words import cramp_words
from diary.model.night import Cramp

MOST_NAMED = 3
"""Cramps that the question names; the others it counts."""


@dataclass(frozen=True, slots=True, eq=False)
class CrampsQuestion:
    """Whether these cramps of the night to this morning are to be removed. Asked anew it is another question."""

    morning: dt.date
    cramps: tuple[Cramp, ...]

    @property
    def keys(self) -> frozenset[int]:
        """Which cramps the question is about: one that is added meanwhile is not among them."""
        return frozenset(cramp.key for cramp in self.cramps if cramp.key is not None)

    @property
    def words(self) -> str:
        """The question."""
        count = len(self.cramps)
        return trn("This night holds {n} cramp. Remove it?", "This night holds {n} cramps. Remove them?", count).format(
            n=count
        )

    @property
    def lines(self) -> tuple[str, ...]:
        """What would go."""
        named = tuple(cramp_words(cramp) for cramp in self.cramps[:MOST_NAMED])
        left = len(self.cramps) - MOST_NAMED
        return (*named, trn("and {n} more", "and {n} more", left).format(n=left)) if left > 0 else named

    @property
    def remove_words(self) -> str:
        """On the button that removes."""
        count = len(self.cramps)
        return trn("Remove {n} cramp", "Remove {n} cramps", count).format(n=count)

    @property
    def keep_words(self) -> str:
        """On the button that does not."""
        return trn("Keep it", "Keep them", len(self.cramps))
