"""Which charts there are, and what a chart may be asked for beside its nights. Known without matplotlib."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from diary.analysis.trend import Trend
from diary.language import mark
from diary.model.clean_text import clean_fields
from diary.model.factors import Factor
from diary.model.preferences import TemperatureUnit

LINES = 16
"""Lines of text that a chart of the usual shape holds, one under the other, with title and legend."""
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
    """Time is its x axis, so that it shows markers."""
    of_rates: bool = False
    """It shows rates or shares of nights, which a diary of the bad nights alone does not give."""
    takes_factor: bool = False
    """Whether a factor must be chosen for it."""
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
        of_rates=True,
    ),
    ChartKind(
        "share_of_cramp_nights",
        mark("Share of cramp nights"),
        mark("Each point looks back over the nights up to it. The fewer of them were logged, the wider the band."),
        over_time=True,
        of_rates=True,
    ),
    ChartKind(
        "calendar",
        mark("The nights one by one"),
        mark("A row is a month. The worse the cramps of a night, the larger its square."),
        shape=0.95,
        lines=24,
    ),
    ChartKind(
        "intensity_and_minutes",
        mark("Intensity and minutes"),
        mark("Half of the cramps of each stretch lie within its bar."),
        over_time=True,
        shape=1.1,
        lines=26,
    ),
    ChartKind(
        "hour_of_night",
        mark("Hour of the night"),
        mark("Cramps from 02:00 to 02:59 stand in the bar from 02:00 on."),
    ),
    ChartKind(
        "side_and_muscle",
        mark("Side and muscle"),
        mark("The more cramps a muscle had, the stronger its colour. From the front, your left leg is at the right."),
        shape=0.95,
        lines=28,
    ),
    ChartKind(
        "temperature",
        mark("Room temperature and cramps"),
        mark("Of the nights in each range, the share with cramps. It illustrates: Triggers weighs it."),
        of_rates=True,
        lines=34,
    ),
    ChartKind(
        "by_factor",
        mark("Your answers and cramps"),
        mark("Of the nights with each answer, the share with cramps. It illustrates: Triggers weighs it."),
        of_rates=True,
        takes_factor=True,
        lines=34,
    ),
    ChartKind(
        "weekday_and_month",
        mark("Weekday and month"),
        mark("With seven days and twelve months, some differ by chance alone."),
        of_rates=True,
        shape=0.95,
        lines=18,
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

    def __post_init__(self) -> None:
        """Clean its words."""
        clean_fields(self, "text")


@dataclass(frozen=True, slots=True)
class ChartOptions:
    """What a chart may be asked for beside its nights; each chart takes what concerns it."""

    markers: tuple[ChartMarker, ...] = ()
    trend: Trend | None = None
    """Only with one does a title speak of fewer or more."""
    factor: Factor | None = None
    """Which one, for a chart that takes one."""
    temperature: TemperatureUnit = TemperatureUnit.CELSIUS
    """The unit in which temperatures are shown."""


NO_OPTIONS = ChartOptions()
