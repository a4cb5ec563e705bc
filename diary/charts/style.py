"""The style that a chart is drawn in: its colours, size and size of text. Known without matplotlib, so that screens may ask."""

from __future__ import annotations

from dataclasses import dataclass

TEXT = 12
"""The size of a chart's text at scale 1, in logical pixels."""
NOTE = 11
"""The size of its notes."""
THINNEST, THICKEST = 0.6, 1.4
"""The least and the greatest thickness of lines and dots, as a part of their usual one."""


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of a theme, as “#rrggbb”. Text meets WCAG AA on the ground, and so do shapes (3:1)."""

    ground: str
    """What lies behind the chart; the chart itself is transparent."""
    ink: str
    """Text."""
    quiet: str
    """Text of lesser weight, and the outline of gaps."""
    grid: str
    """Lines to read values by; faint, for what they say is on the axis too."""
    accent: str
    """What the chart is about."""
    other: str
    """What it is compared with, and lines that mark a day."""
    mild: str
    """The accent for the weakest of three."""
    strong: str
    """The accent for the strongest of three."""


@dataclass(frozen=True, slots=True)
class ChartStyle:
    """Everything that a chart needs to know of the place where it will stand."""

    colours: Colours
    width: float
    """In logical pixels; on paper, in points."""
    height: float
    """In logical pixels; on paper, in points."""
    font_scale: float = 1.0
    """1.0 is the normal size of text, 2.0 twice that."""
    density: float = 1.0
    """Picture pixels to a logical pixel."""
    titled: bool = True
    """Whether the chart's title stands in the picture; without it, it is to stand above."""
    opaque: bool = False
    """Whether the ground is painted too, for a picture that is to stand by itself."""

    @property
    def font_size(self) -> float:
        """The size of the chart's text, in logical pixels."""
        return TEXT * self.font_scale

    @property
    def stroke(self) -> float:
        """How much thicker or thinner than usual lines and dots are: they follow the text, within bounds."""
        return min(max(self.font_scale, THINNEST), THICKEST)

    @property
    def note_size(self) -> float:
        """The size of notes and of counts beside what is drawn, in logical pixels."""
        return NOTE * self.font_scale


LIGHT = Colours(
    ground="#f3f3fa",
    ink="#1a1b20",
    quiet="#4a4d57",
    grid="#d5d7e2",
    accent="#3656a3",
    other="#7a5a00",
    mild="#6f85bd",
    strong="#14244f",
)
DARK = Colours(
    ground="#1a1b20",
    ink="#e3e2e9",
    quiet="#c0c2cd",
    grid="#3a3c46",
    accent="#aec6ff",
    other="#e8c26a",
    mild="#7382a6",
    strong="#eef3ff",
)
PAPER = Colours(
    ground="#ffffff",
    ink="#000000",
    quiet="#44474f",
    grid="#d8dae3",
    accent="#2f4f9a",
    other="#7a5a00",
    mild="#6d84b8",
    strong="#12204a",
)
