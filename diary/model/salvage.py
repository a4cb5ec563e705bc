"""What could be saved of a damaged diary, and what could not."""

from __future__ import annotations

from dataclasses import dataclass

from diary.language import tr, trn


@dataclass(frozen=True, slots=True)
class Salvage:
    """What a salvage brings into a new diary."""

    nights: int
    """Nights of which something could be read."""
    incomplete: int
    """How many of them lack something."""
    known_nights: int
    """Nights that the damaged file held, as far as that is known."""
    is_count_certain: bool
    """Whether it held no more than these."""
    losses: tuple[str, ...] = ()
    """What could not be read, a sentence each."""

    @property
    def words(self) -> str:
        """How many nights of how many."""
        words = tr("{n} of {all} nights") if self.is_count_certain else tr("{n} of at least {all} nights")
        counts = words.format(n=self.nights, all=self.known_nights)
        if not self.incomplete:
            return counts
        incomplete = trn("{n} of them lacks something", "{n} of them lack something", self.incomplete)
        return f"{counts}, {incomplete.format(n=self.incomplete)}"
