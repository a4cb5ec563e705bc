"""The shares that a finding's picture shows: cramp nights with a trigger and without it, with their intervals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.analysis.intervals import wilson
from diary.language import tr
from diary.model.percent import percent

if TYPE_CHECKING:
    from diary.analysis.finding import Finding


@dataclass(frozen=True, slots=True)
class Share:
    """Cramp nights among some nights, with the Wilson interval of their share."""

    cramp_nights: int
    nights: int
    low: float
    high: float

    @property
    def middle(self) -> float:
        """The share, from 0 to 1."""
        return self.cramp_nights / self.nights


@dataclass(frozen=True, slots=True)
class TwoShares:
    """The nights with a trigger beside those without; None where there is no such night."""

    exposed: Share | None
    unexposed: Share | None


def two_shares_of(finding: Finding) -> TwoShares:
    """The shares that a finding's counts show."""
    return TwoShares(_share(finding.exposed_cramp, finding.exposed), _share(finding.unexposed_cramp, finding.unexposed))


def _share(cramp_nights: int, nights: int) -> Share | None:
    if not nights:
        return None
    low, high = wilson(cramp_nights, nights)
    return Share(cramp_nights, nights, low, high)


def in_words(shares: TwoShares) -> str:
    """The text alternative of the picture."""
    return " ".join(
        (
            _in_words(
                tr("With it: {share}, likely between {low} and {high}."), tr("With it: no night."), shares.exposed
            ),
            _in_words(
                tr("Without it: {share}, likely between {low} and {high}."),
                tr("Without it: no night."),
                shares.unexposed,
            ),
        )
    )


def _in_words(words: str, none: str, share: Share | None) -> str:
    if share is None:
        return none
    return words.format(share=percent(share.middle), low=percent(share.low), high=percent(share.high))
