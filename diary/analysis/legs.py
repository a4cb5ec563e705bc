"""Where in the legs it cramped."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.model.night import Muscle, Side

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diary.model.night import Night
    from diary.model.period import Period

LEG = (Muscle.FRONT_THIGH, Muscle.BACK_THIGH, Muscle.CALF, Muscle.FOOT)
ELSEWHERE = (Muscle.HAND_ARM, Muscle.TRUNK, Muscle.FACE)


@dataclass(frozen=True, slots=True)
class MuscleCount:
    """The cramps of one muscle, by side as it was told."""

    muscle: Muscle
    left: int = 0
    right: int = 0
    both: int = 0
    no_side: int = 0
    """Cramps without a side."""

    @property
    def cramps(self) -> int:
        """The number of cramps, wherever they were."""
        return self.left + self.right + self.both + self.no_side

    def cramps_on(self, side: Side) -> int:
        """Cramps on this side, those on both sides among them."""
        return self.both + (self.left if side is Side.LEFT else self.right)


@dataclass(frozen=True, slots=True)
class Legs:
    """The cramps by muscle and side."""

    places: tuple[MuscleCount, ...]
    """Every muscle, whether it cramped or not."""
    no_muscle: int
    """Cramps whose muscle was not told."""

    @property
    def cramps(self) -> int:
        """The number of cramps, wherever they were."""
        return sum(place.cramps for place in self.places) + self.no_muscle

    def place(self, muscle: Muscle) -> MuscleCount:
        """The cramps of one muscle."""
        return next(place for place in self.places if place.muscle is muscle)


def legs(nights: Iterable[Night], period: Period) -> Legs:
    """The cramps of a period by muscle and side."""
    counts = Counter((cramp.muscle, cramp.side) for night in period.nights_in(nights) for cramp in night.cramps or ())
    places = tuple(
        MuscleCount(
            muscle,
            left=counts[muscle, Side.LEFT],
            right=counts[muscle, Side.RIGHT],
            both=counts[muscle, Side.BOTH],
            no_side=counts[muscle, None],
        )
        for muscle in Muscle
    )
    return Legs(places, sum(count for (muscle, _), count in counts.items() if muscle is None))
