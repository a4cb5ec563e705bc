"""Where the names of markers stand above axes of time, so that they run neither into one another nor into a line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.charts.lettering import LINE, shorten, width_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diary.charts.style import ChartStyle

MOST_ROWS = 4
NAMES = 0.25
"""How much of the height of the canvas the rows of names may take."""
WIDEST_NAME = 0.55
"""How much of the axes a marker's name may take."""
BESIDE_LINE = 0.35
"""Room between a marker's line and its name, in sizes of the text."""

BETWEEN = 4.0
"""The least room between two names, in logical pixels."""


@dataclass(frozen=True, slots=True)
class PlacedMarker:
    """A marker with the place of its line and, where there was room, of its name; in logical pixels."""

    x: float
    name: str = ""
    left: float = 0.0
    """Where its name begins."""
    right: float = 0.0
    row: int = -1
    """Counted from the axes up; -1 where its name had no room."""


def marker_placements(
    markers: Sequence[tuple[float, str]], style: ChartStyle, *, left: float, right: float
) -> tuple[PlacedMarker, ...]:
    """Each name right of its line, or left of it, in the lowest row that has room; `markers` are places and names.

    From the last to the first: so the names of neighbours climb like stairs, and no line runs through a name.
    """
    placements: list[PlacedMarker] = []
    by_place = sorted(markers)
    for place in reversed(range(len(by_place))):
        x, text = by_place[place]
        name = shorten(" ".join(text.split()), WIDEST_NAME * (right - left), style.note_size)
        ahead = [earlier for earlier, _ in by_place[:place]]
        fitting = (
            candidate
            for candidate in _candidates(x, name, style)
            if left <= candidate.left and candidate.right <= right
        )
        placements.append(
            next((candidate for candidate in fitting if _has_room(candidate, placements, ahead)), PlacedMarker(x))
        )
    return tuple(reversed(placements))


def _candidates(x: float, name: str, style: ChartStyle) -> Iterator[PlacedMarker]:
    beside, name_width = BESIDE_LINE * style.note_size, width_of(name, style.note_size)
    rows = max(1, min(MOST_ROWS, int(NAMES * style.height / (LINE * style.note_size))))
    for row in range(rows):
        yield PlacedMarker(x, name, x + beside, x + beside + name_width, row)
        yield PlacedMarker(x, name, x - beside - name_width, x - beside, row)


def _has_room(candidate: PlacedMarker, placements: Sequence[PlacedMarker], ahead: Sequence[float]) -> bool:
    """Whether a name meets neither another name nor a line, those of the markers still ahead among them."""
    for neighbour in placements:
        apart = candidate.right + BETWEEN < neighbour.left or neighbour.right + BETWEEN < candidate.left
        if neighbour.row == candidate.row and not apart:
            return False
        if neighbour.row >= candidate.row and _covers(candidate, neighbour.x):
            return False
        if 0 <= neighbour.row < candidate.row and _covers(neighbour, candidate.x):
            return False
    return sum(_covers(candidate, x) for x in ahead) <= candidate.row  # each of them can still have a row below it


def _covers(name: PlacedMarker, x: float) -> bool:
    return name.left - BETWEEN / 2 < x < name.right + BETWEEN / 2
