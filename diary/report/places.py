"""Where it cramps, as a sentence says it: “in the left calf”."""

from __future__ import annotations

from diary.language import mark, tr
from diary.model.night import Muscle, Side

_PLACES: dict[Muscle, dict[Side | None, str]] = {
    Muscle.CALF: {
        None: mark("in the calf"),
        Side.LEFT: mark("in the left calf"),
        Side.RIGHT: mark("in the right calf"),
        Side.BOTH: mark("in both calves"),
    },
    Muscle.FOOT: {
        None: mark("in the foot or toes"),
        Side.LEFT: mark("in the left foot or toes"),
        Side.RIGHT: mark("in the right foot or toes"),
        Side.BOTH: mark("in both feet"),
    },
    Muscle.FRONT_THIGH: {
        None: mark("in the front of the thigh"),
        Side.LEFT: mark("in the front of the left thigh"),
        Side.RIGHT: mark("in the front of the right thigh"),
        Side.BOTH: mark("in the front of both thighs"),
    },
    Muscle.BACK_THIGH: {
        None: mark("in the back of the thigh"),
        Side.LEFT: mark("in the back of the left thigh"),
        Side.RIGHT: mark("in the back of the right thigh"),
        Side.BOTH: mark("in the back of both thighs"),
    },
    Muscle.HAND_ARM: {
        None: mark("in the hand or arm"),
        Side.LEFT: mark("in the left hand or arm"),
        Side.RIGHT: mark("in the right hand or arm"),
        Side.BOTH: mark("in both hands or arms"),
    },
    Muscle.TRUNK: {
        None: mark("in the trunk"),
        Side.LEFT: mark("in the trunk, on the left"),
        Side.RIGHT: mark("in the trunk, on the right"),
        Side.BOTH: mark("in the trunk, on both sides"),
    },
    Muscle.FACE: {
        None: mark("in the face"),
        Side.LEFT: mark("in the face, on the left"),
        Side.RIGHT: mark("in the face, on the right"),
        Side.BOTH: mark("in the face, on both sides"),
    },
}


def place_words(muscle: Muscle, side: Side | None) -> str:
    """Where it cramps; without a side where none is usual."""
    return tr(_PLACES[muscle][side])
