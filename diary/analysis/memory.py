"""What the answers would be, had memory leaned a little after bad nights.

After a cramp one looks for a reason, and some of *no* is remembered as *yes*. Of the *yes* of cramp nights then only a
part was so: with s the share of *yes* on answered cramp nights, the share that was so is p = (s - .08)/(1 - .08), and each
of these *yes* was so with probability p/s. What is still a pattern with such exposures stands without leaning on memory.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from diary.analysis.arrays import Flags, Floats
from diary.analysis.groups import LIKELY, groups
from diary.analysis.priors import LEANING
from diary.analysis.weighing import estimate

if TYPE_CHECKING:
    from diary.analysis.night_arrays import NightArrays
    from diary.analysis.weighing import Estimates


def unleaning(nights: NightArrays, from_memory: Flags) -> NightArrays:
    """The nights with the *yes* of cramp nights taken for only as likely as it was, in questions answered from memory."""
    after_cramps = (nights.cramp == 1)[:, None] & from_memory
    yes, answered = after_cramps & (nights.exposed == 1), after_cramps & nights.answered
    share = yes.sum(axis=0) / np.maximum(answered.sum(axis=0), 1)
    was_so = np.maximum(0.0, (share - LEANING) / (1 - LEANING))
    likelihood = was_so / np.where(share > 0, share, 1)
    return nights.with_exposed(np.where(yes, likelihood, nights.exposed))


@dataclass(frozen=True, slots=True)
class Standing:
    """What is left with memory's leaning taken back."""

    probability: Floats
    """K; of a question answered before the night, its probability as it was."""
    groups: tuple[tuple[int, ...], ...]
    leaned: Flags
    """K; which of them were weighed anew."""

    def memory_probability(self, place: int) -> float | None:
        """That of a question answered from memory; None where memory has no part, or was not asked."""
        return float(self.probability[place]) if self.leaned[place] else None


def standing_of(
    nights: NightArrays, estimates: Estimates, phi: Floats, *, from_memory: Flags, capped: Flags
) -> Standing:
    """The second verdict. It takes as long as the first, so it is made only where something would be shown."""
    remembered = from_memory & estimates.judgeable
    found = groups(estimates, capped, phi)
    shown = remembered & ~capped & (estimates.probability >= LIKELY)
    if not shown.any() and not any(remembered[place] for group in found for place in group):
        return Standing(estimates.probability, tuple(found), np.zeros_like(remembered))
    second = estimate(unleaning(nights, remembered), estimates)
    left = np.where(second.less == estimates.less, np.fmin(second.probability, estimates.probability), 0.0)
    return Standing(
        np.where(remembered, left, estimates.probability),
        tuple(group for group in found if second.probability_of_any(group) >= LIKELY),
        remembered,
    )
