"""Which charts there are, and what a chart may be asked for beside its nights. Known without matplotlib."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Protocol

from diary.language import mark
from diary.model.factors import Factor
from diary.model.preferences import TemperatureUnit

LINES = 16
"""Lines of text that a chart of the usual shape holds, one under the other, with title and key."""
LINE = 16
"""The height of a line at the normal size of text, in logical pixels."""


@dataclass(frozen=True, slots=True)
class ChartKind:
    """A chart that can be made, and what a screen has to know before it is."""

    name: str
    title: str
    """What it shows, in neutral words; a made chart's own title says what is seen."""
    how: str
    """How to read it."""
    over_time: bool = False
    """Time runs along its foot, so that it shows markers."""
    takes_factor: bool = False
    """It wants to know which factor."""
    shape: float = 0.72
    """Its height to its width, at the normal size of text."""
    lines: int = LINES
    """So many lines it grows with the text."""

    def height(self, width: float, font_scale: float = 1.0) -> float:
        """The height at which it reads well at this width, in logical pixels."""
        return width * self.shape + (font_scale - 1) * self.lines * LINE


CATALOGUE = (
    ChartKind(
        "cramps_per_week",
        mark("Cramps a week"),
        mark("Each week counts as seven nights, however many were logged. A week with none logged is a gap."),
        over_time=True,
    ),
    ChartKind(
        "share_of_cramp_nights",
        mark("Share of cramp nights"),
        mark("Each point looks back over the nights up to it. The fewer of them were logged, the wider the band."),
        over_time=True,
    ),
)
"""All charts, in the order in which a person would look at them."""


def kind_of(name: str) -> ChartKind:
    """The chart of this name. Raises KeyError where there is none."""
    return {kind.name: kind for kind in CATALOGUE}[name]


@dataclass(frozen=True, slots=True)
class ChartMarker:
    """A labelled line on the charts over time: something changed on that day."""

    day: dt.date
    text: str
    """“New mattress”, “Simvastatin stopped”."""


class SeenTrend(Protocol):
    """Whether it is getting better, as the analysis found it; a chart's title says so."""

    @property
    def outcome(self) -> str:
        """`fewer`, `more`, `no_clear_change` or `not_enough`."""

    @property
    def since(self) -> dt.date | None:
        """From when on, where that is known."""


@dataclass(frozen=True, slots=True)
class Options:
    """What a chart may be asked for beside its nights; each chart takes what concerns it."""

    markers: tuple[ChartMarker, ...] = ()
    trend: SeenTrend | None = None
    """Only with one does a title speak of fewer or more."""
    factor: Factor | None = None
    """Which one, for a chart that takes one."""
    temperature: TemperatureUnit = TemperatureUnit.CELSIUS
    """In which unit temperatures are shown."""


PLAIN = Options()
