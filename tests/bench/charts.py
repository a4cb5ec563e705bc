"""How long all charts of ten years take, against matplotlib drawing the same artists from ready arrays.

    python -m tests.bench.charts [--runs 5] [--nights 3650]

Ours goes all the way: it counts the nights, lays the sheet out, builds the figure and gives a PNG. The other takes
every artist of that figure as plain arrays (lines, patches, collections, ticks, words, each where it stands), builds a
bare figure from them and gives a PNG too. Both run once before, so that fonts are read; then they take turns, and the
medians of the processor time are compared. The aim is at most 3. Ratios in one run, on a machine that does nothing
else meanwhile.
"""

from __future__ import annotations

import argparse
import datetime as dt
import math
import random
import statistics
import time
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch, PathPatch

from diary.charts.catalogue import CATALOGUE, ChartKind, ChartMarker, ChartOptions
from diary.charts.make import chart_content, chart_image, draw_chart, make_chart
from diary.charts.style import LIGHT, ChartStyle
from diary.demo.cramps import random_cramps
from diary.demo.habits import nights_of_habit
from diary.model.built_in import BUILT_IN
from diary.model.mornings import DAY
from diary.model.night import Answer, Night
from diary.model.period import Period

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from matplotlib.axes import Axes
    from matplotlib.transforms import Transform

LAST = dt.date(2026, 11, 22)
NIGHTS = 3_650
WIDTH = 364
DENSITY = 2
SEED = 20_261_126
SHARE_LOGGED = 0.85
MARKERS = tuple(ChartMarker(LAST - back * DAY, f"Change {back}") for back in (300, 1200, 2400))


def made_up(count: int) -> tuple[Night, ...]:
    """So many nights of the made-up person's habits, with slow ups and downs, some not logged."""
    chance = random.Random(SEED)
    nights = []
    for place, (morning, drawn) in enumerate(nights_of_habit(Period(LAST - (count - 1) * DAY, LAST), chance)):
        at = dt.datetime.combine(morning, dt.time(8), dt.UTC)
        cramps = random_cramps(morning, chance) if chance.random() < 0.25 + 0.12 * math.sin(place / 200) else ()
        if chance.random() < SHARE_LOGGED:
            nights.append(Night(morning, cramps, at, {key: Answer(value, at) for key, value in drawn.items()}))
    return tuple(nights)


@dataclass(frozen=True)
class Bare:
    """A figure's artists as plain values, to build it from again."""

    size: tuple[float, float]
    axes: list[dict[str, Any]]
    lines: list[dict[str, Any]]
    patches: list[dict[str, Any]]
    texts: list[dict[str, Any]]

    def draw(self) -> bytes:
        """The PNG of a figure built from them."""
        figure = Figure(figsize=self.size, dpi=72, facecolor="none")
        for each in self.axes:
            _add_axes(figure, each)
        for line in self.lines:
            figure.add_artist(Line2D(**line, transform=figure.transFigure))
        for patch in self.patches:
            figure.add_artist(PathPatch(**patch, transform=figure.transFigure))
        for text in self.texts:
            figure.text(**text)
        picture = BytesIO()
        figure.savefig(picture, format="png", dpi=72 * DENSITY)
        return picture.getvalue()


def _add_axes(figure: Figure, each: dict[str, Any]) -> None:
    axes = figure.add_axes(each["bounds"], facecolor="none")
    axes.spines[["top", "left", "right"]].set_visible(False)
    axes.set_xlim(each["xlim"])
    axes.set_ylim(each["ylim"])
    axes.set_xticks(each["xticks"], each["xnames"])
    axes.set_yticks(each["yticks"], each["ynames"])
    axes.tick_params(length=0)
    for line in each["lines"]:
        axes.add_line(Line2D(**line))
    for patch in each["patches"]:
        axes.add_patch(PathPatch(**patch))
    for make, how in each["collections"]:
        axes.add_collection(make(**how), autolim=False)


def bare(figure: Figure) -> Bare:
    """The artists of a figure that has been drawn."""
    width, height = figure.get_size_inches()
    lines = [artist for artist in figure.get_children() if isinstance(artist, Line2D)]
    patches = [artist for artist in figure.artists if isinstance(artist, Patch)]
    to_figure = figure.transFigure.inverted()
    return Bare(
        (float(width), float(height)),
        [_axes(axes) for axes in figure.axes],
        [_line(line) | dict(zip(("xdata", "ydata"), _within(line, to_figure), strict=True)) for line in lines],
        [
            _patch(patch) | {"path": to_figure.transform_path(patch.get_transform().transform_path(patch.get_path()))}
            for patch in patches
        ],
        [
            {
                "x": text.get_position()[0],
                "y": text.get_position()[1],
                "s": text.get_text(),
                "ha": text.get_horizontalalignment(),
                "va": text.get_verticalalignment(),
                "color": text.get_color(),
                "fontproperties": text.get_fontproperties(),
            }
            for text in figure.texts
        ],
    )


def _within(line: Line2D, to_figure: Transform) -> Any:
    """Where the points of a line that stands outside the axes lie in the figure."""
    return to_figure.transform(line.get_transform().transform(line.get_xydata())).T


def _axes(axes: Axes) -> dict[str, Any]:
    return {
        "bounds": axes.get_position().bounds,
        "xlim": axes.get_xlim(),
        "ylim": axes.get_ylim(),
        "xticks": list(axes.get_xticks()),
        "yticks": list(axes.get_yticks()),
        "xnames": [label.get_text() for label in axes.get_xticklabels()],
        "ynames": [label.get_text() for label in axes.get_yticklabels()],
        "lines": [_line(line) for line in axes.lines],
        "patches": [_patch(patch) for patch in axes.patches],
        "collections": [_collection(each) for each in axes.collections],
    }


def _line(line: Line2D) -> dict[str, Any]:
    x, y = line.get_data()
    return {
        "xdata": x,
        "ydata": y,
        "color": line.get_color(),
        "linewidth": line.get_linewidth(),
        "linestyle": line.get_linestyle(),
        "marker": line.get_marker(),
        "markersize": line.get_markersize(),
        "alpha": line.get_alpha(),
        "solid_capstyle": line.get_solid_capstyle(),
        "markerfacecolor": line.get_markerfacecolor(),
        "markeredgecolor": line.get_markeredgecolor(),
        "markeredgewidth": line.get_markeredgewidth(),
    }


def _patch(patch: Patch) -> dict[str, Any]:
    return {
        "path": patch.get_patch_transform().transform_path(patch.get_path()),
        "facecolor": patch.get_facecolor(),
        "edgecolor": patch.get_edgecolor(),
        "linewidth": patch.get_linewidth(),
        "linestyle": patch.get_linestyle(),
        "hatch": patch.get_hatch(),
    }


def _collection(each: Any) -> tuple[Callable[..., Any], dict[str, Any]]:
    from matplotlib.collections import PathCollection

    how = {
        "paths": each.get_paths(),
        "facecolors": each.get_facecolor(),
        "edgecolors": each.get_edgecolor(),
        "linewidths": each.get_linewidth(),
    }
    return PathCollection, how


def processor_time(work: Callable[[], object]) -> float:
    """Seconds of the processor that the work takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


@dataclass(frozen=True)
class Timed:
    """Medians of one chart, in seconds."""

    name: str
    ours: float
    bare: float
    counting: float

    @property
    def ratio(self) -> float:
        """How much longer ours takes."""
        return self.ours / self.bare

    def __str__(self) -> str:
        return (
            f"{self.name:24} {1000 * self.ours:5.0f} ms, of it counting {1000 * self.counting:4.0f} ms; "
            f"bare {1000 * self.bare:4.0f} ms; {self.ratio:.2f} times"
        )


def timed(kind: ChartKind, nights: Sequence[Night], runs: int) -> Timed:
    """One chart over all the nights."""
    style = ChartStyle(LIGHT, WIDTH, kind.height(WIDTH), density=DENSITY)
    first, last = nights[0].morning, nights[-1].morning
    options = ChartOptions(markers=MARKERS, factor=BUILT_IN.get("position"))

    def ours() -> object:
        return make_chart(kind.name, nights, style, Period(first, last), options=options)

    def counting() -> object:
        return chart_content(kind.name, nights, Period(first, last), options=options)

    chart_image(kind.name, chart_content(kind.name, nights, Period(first, last), options=options), style)
    plain = bare(draw_chart(kind.name, nights, style, Period(first, last), options=options).figure)
    plain.draw()
    times = [(processor_time(ours), processor_time(plain.draw), processor_time(counting)) for _ in range(runs)]
    return Timed(kind.name, *(statistics.median(column) for column in zip(*times, strict=True)))


def main(arguments: Sequence[str] | None = None) -> None:
    """Print each chart, then all of them."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--nights", type=int, default=NIGHTS)
    told = parser.parse_args(arguments)
    nights = made_up(told.nights)
    charts = [timed(kind, nights, told.runs) for kind in CATALOGUE]
    for chart in charts:
        print(chart)
    whole = sum(chart.ours for chart in charts) / sum(chart.bare for chart in charts)
    print(
        f"All {len(charts)} charts of {told.nights:,} nights: {whole:.2f} times the bare artists (the aim is at most 3)."
    )


if __name__ == "__main__":
    main()
