"""The canvas that every chart is drawn on: title, note and legend above, then room for axes.

All is laid out in logical pixels from widths of words that are known beforehand, so that nothing is cut off and no
layout has to be tried and tried again.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch, Rectangle
from matplotlib.transforms import Affine2D

from diary.charts.lettering import ASCENT, LINE, POINTS_PER_INCH, lettering_for, widest, wrap_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes
    from matplotlib.text import Text
    from matplotlib.transforms import Transform

    from diary.charts.style import ChartStyle

MARGIN = 4.0
"""Room at the edges of the canvas, in logical pixels."""
TITLE = 7 / 6
"""The size of the title, in sizes of the text."""
MOST_TITLE_LINES = 3
MOST_NOTE_LINES = 4
SWATCH = 1.4
"""The width of a legend's colour, in sizes of the text."""
BESIDE_SWATCH = 0.5
BETWEEN_ITEMS = 1.1
BESIDE_AXES = 0.5
"""Room between axes and the names of their values, in sizes of the text."""
BELOW_AXES = 0.7
"""Room between axes and the names along the x axis: far enough that the lowest value's name keeps clear of them."""
LegendItem = tuple[Patch | Line2D, ...]
"""What stands for something in the legend, one drawn over the other; the label is that of the first."""


@dataclass(frozen=True, slots=True)
class Box:
    """A part of the canvas, in logical pixels from its upper left corner."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """The width in logical pixels."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """The height in logical pixels."""
        return self.bottom - self.top

    def inset(self, *, left: float = 0, top: float = 0, right: float = 0, bottom: float = 0) -> Box:
        """The box without so much at its edges; at least one pixel of it stays."""
        x0, y0 = self.left + left, self.top + top
        return Box(x0, y0, max(self.right - right, x0 + 1), max(self.bottom - bottom, y0 + 1))

    def row(self, place: int, rows: int, *, between: float) -> Box:
        """One of several rows of the same height."""
        height = (self.height - (rows - 1) * between) / rows
        top = self.top + place * (height + between)
        return replace(self, top=top, bottom=top + height)


class Canvas:
    """A figure of the style's size whose upper part fills with words, and whose room is what is left."""

    def __init__(self, style: ChartStyle) -> None:
        self.style = style
        size = (style.width / POINTS_PER_INCH, style.height / POINTS_PER_INCH)
        ground = style.colours.ground if style.opaque else "none"
        self.figure = Figure(figsize=size, dpi=POINTS_PER_INCH, facecolor=ground, edgecolor="none")
        self.room = Box(0, 0, style.width, style.height).inset(left=MARGIN, top=MARGIN, right=MARGIN, bottom=MARGIN)

    @property
    def pixels(self) -> Transform:
        """The transform from logical pixels, counted from the upper left corner, to the figure."""
        return Affine2D().scale(1, -1).translate(0, self.style.height) + self._upright

    @property
    def _upright(self) -> Transform:
        return Affine2D().scale(1 / self.style.width, 1 / self.style.height) + self.figure.transFigure

    def add_title(self, words: str) -> None:
        """The title, if the style wants it in the picture."""
        if self.style.titled:
            size = TITLE * self.style.font_size
            lines = wrap_words(words, self.room.width, size, bold=True, most=MOST_TITLE_LINES)
            self._write_lines(lines, size, self.style.colours.ink, bold=True)
            self._reserve(0.2 * self.style.font_size)

    def add_note(self, words: str) -> None:
        """A quiet line below the title: what was counted, and what was not."""
        if words:
            size = self.style.note_size
            self._write_lines(
                wrap_words(words, self.room.width, size, most=MOST_NOTE_LINES), size, self.style.colours.quiet
            )
            self._reserve(0.2 * self.style.font_size)

    def _write_lines(self, lines: Sequence[str], size: float, color: str, *, bold: bool = False) -> None:
        for line in lines:
            self.write(line, self.room.left, self.room.top + ASCENT * size, size=size, color=color, bold=bold)
            self._reserve(LINE * size)

    def _reserve(self, height: float) -> None:
        self.room = self.room.inset(top=height)

    def write(
        self, words: str, x: float, baseline: float, *, size: float, color: str, bold: bool = False, ha: str = "left"
    ) -> Text:
        """One line of words at a place of the canvas."""
        return self.figure.text(
            x / self.style.width,
            1 - baseline / self.style.height,
            words,
            ha=ha,
            va="baseline",
            color=color,
            fontproperties=lettering_for(words, size, bold=bold),
            parse_math=False,
        )

    def add_legend(self, items: Sequence[LegendItem]) -> None:
        """What the colours and patterns mean, in as few rows as have room."""
        size = self.style.font_size
        x = self.room.left
        for item in items:
            lines = self._label_lines(item)
            item_width = (SWATCH + BESIDE_SWATCH) * size + widest(lines, size)
            if x > self.room.left and x + item_width > self.room.right:
                x = self.room.left
                self._reserve(LINE * size)
            self._add_item(item, lines, x)
            if len(lines) > 1:
                self._reserve((len(lines) - 1) * LINE * size)
            x += item_width + BETWEEN_ITEMS * size
        if items:
            self._reserve((LINE + 0.3) * size)

    def _label_lines(self, item: LegendItem) -> list[str]:
        size = self.style.font_size
        return wrap_words(str(item[0].get_label()), self.room.width - (SWATCH + BESIDE_SWATCH) * size, size)

    def _add_item(self, item: LegendItem, lines: Sequence[str], x: float) -> None:
        size, top, ink = self.style.font_size, self.room.top, self.style.colours.ink
        for artist in item:
            self._add_swatch(artist, x, top + (ASCENT - 0.36) * size)
        for place, line in enumerate(lines):
            baseline = top + (ASCENT + place * LINE) * size
            self.write(line, x + (SWATCH + BESIDE_SWATCH) * size, baseline, size=size, color=ink)

    def _add_swatch(self, artist: Patch | Line2D, x: float, middle: float) -> None:
        size = self.style.font_size
        if isinstance(artist, Line2D):
            alone = artist.get_linestyle() == "None"
            places = [x + SWATCH * size / 2] if alone else [x, x + SWATCH * size]
            artist.set_data(places, [middle] * len(places))
            swatch: Patch | Line2D = artist
        else:
            swatch = Rectangle((x, middle - 0.36 * size), SWATCH * size, 0.72 * size)
            swatch.update_from(artist)
        swatch.set_transform(self.pixels)
        self.figure.add_artist(swatch)

    def add_message(self, words: str) -> None:
        """Words in the middle of the room, where there is nothing to draw."""
        size, room = self.style.font_size, self.room
        lines = wrap_words(words, 0.8 * room.width, size)
        top = room.top + (room.height - len(lines) * LINE * size) / 2
        for place, line in enumerate(lines):
            baseline = top + (ASCENT + place * LINE) * size
            middle = (room.left + room.right) / 2
            self.write(line, middle, baseline, size=size, color=self.style.colours.quiet, ha="center")

    def add_axes(self, box: Box) -> Axes:
        """Empty axes that fill this box."""
        style = self.style
        bounds = (
            box.left / style.width,
            1 - box.bottom / style.height,
            box.width / style.width,
            box.height / style.height,
        )
        axes = self.figure.add_axes(bounds, facecolor="none")
        _apply_style(axes, style)
        return axes


def _apply_style(axes: Axes, style: ChartStyle) -> None:
    colours = style.colours
    axes.spines[["top", "left", "right"]].set_visible(False)
    axes.spines["bottom"].set_color(colours.quiet)
    # The grid lies below what is drawn: it helps to read values and must not cross them.
    axes.set_axisbelow(True)
    axes.tick_params(labelsize=style.font_size, labelcolor=colours.quiet, color=colours.quiet, length=0)


def beside_values(names: Sequence[str], style: ChartStyle) -> float:
    """How much room the names of an axis's values take at its left."""
    return widest(names, style.font_size) + BESIDE_AXES * style.font_size


def name_values(axes: Axes, places: Sequence[float], names: Sequence[str], style: ChartStyle) -> None:
    """Name values along the left of the axes, each with a faint line across."""
    axes.set_yticks(list(places), list(names), **_letters(names, style))
    axes.tick_params(axis="y", pad=BESIDE_AXES * style.font_size)
    axes.grid(axis="y", color=style.colours.grid, linewidth=1)


def name_places(axes: Axes, places: Sequence[float], names: Sequence[str], style: ChartStyle) -> None:
    """Name places along the x axis."""
    axes.set_xticks(list(places), list(names), **_letters(names, style))
    axes.tick_params(axis="x", length=3, pad=BELOW_AXES * style.font_size)


def below_axes(style: ChartStyle, *, lines: int = 1) -> float:
    """How much room so many lines of names take below the axes."""
    return 3 + (BELOW_AXES + 1.2 * lines + 0.15) * style.font_size


def _letters(names: Sequence[str], style: ChartStyle) -> dict[str, Any]:
    return {"fontproperties": lettering_for("".join(names), style.font_size), "parse_math": False}
