"""Looks at screenshots."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from PIL import Image

MARKED = 0.01
"""The share of its place that a chart's or a page's ink covers at least; what stands there before it covers less."""
SHADES = 40
"""Colours that drawn lines and letters have at least, with their smoothed edges."""


@dataclass(frozen=True, slots=True)
class Place:
    """A rectangle of a screen, in pixels."""

    left: float
    top: float
    right: float
    bottom: float


def is_drawn(screen: bytes, place: Place) -> bool:
    """Whether there is more than one colour and a sign in this place."""
    seen = Image.open(BytesIO(screen)).convert("RGB").crop((place.left, place.top, place.right, place.bottom))
    counts = [count for count, _ in seen.getcolors(seen.width * seen.height) or []]
    return len(counts) > SHADES and 1 - max(counts) / sum(counts) > MARKED
