from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from matplotlib.colors import to_hex, to_rgb
from matplotlib.figure import Figure

from diary.charts.catalogue import CATALOGUE, ChartKind, ChartMarker, ChartOptions, kind_of
from diary.charts.make import draw_chart
from diary.charts.marks import EDGE
from diary.charts.style import DARK, LIGHT, PAPER, ChartStyle, Colours
from diary.model.built_in import BUILT_IN
from diary.model.factors import OWN_PREFIX, Choice, Factor, Group, Option, Value
from diary.model.night import Answer, Cramp, Muscle, Night, Side
from diary.model.period import Period

Faults = Callable[[Figure], list[str]]
Nights = Callable[[int], tuple[Night, ...]]
CHARTS = pytest.mark.parametrize("kind", CATALOGUE, ids=lambda kind: kind.name)
LONG = "Slept at the seaside in a tent with an uncommonly-thick-and-heavy-sleeping-bag-of-goose-down"
CHINESE = "在海边的帐篷里盖着一床格外厚重的羽绒睡袋睡觉"
LONG_WORDS = Factor(
    f"{OWN_PREFIX}1",
    Group.OWN,
    LONG,
    LONG,
    Choice(tuple(Option(f"o{place}", f"{place} {words}") for place, words in enumerate([LONG, CHINESE, "$x_1$", "a"]))),
)

FAR_AND_WIDE = tuple(
    Cramp(side=side, muscle=muscle, intensity=len(muscle) % 10 + 1, minutes=30 * len(muscle))
    for side in (Side.LEFT, Side.RIGHT)
    for muscle in Muscle
)


def _markers(today: dt.date) -> tuple[ChartMarker, ...]:
    """Close to one another, far apart, at both ends, and with long words."""
    back = [0, 1, 2, 6, 20, 27, 29, 80, 300, 1500, 3649]
    names = ["New mattress", LONG, "Simvastatin started", CHINESE]
    days = [today - dt.timedelta(days=each) for each in back]
    return tuple(ChartMarker(day, names[place % 4]) for place, day in enumerate(days))


def _drawn(kind: ChartKind, nights: tuple[Night, ...], style: ChartStyle, period: Period) -> list[Figure]:
    sized = replace(style, height=kind.height(style.width, style.font_scale))
    factors = [BUILT_IN.get("bedding"), BUILT_IN.get("fluids"), LONG_WORDS] if kind.takes_factor else [None]
    return [
        draw_chart(
            kind.name,
            nights,
            sized,
            period,
            options=ChartOptions(markers=_markers(period.last), factor=factor),
        ).figure
        for factor in factors
    ]


@CHARTS
@pytest.mark.parametrize("count", [0, 1, 3, 90, 365, 3650])
def test_nothing_is_cut_off_and_no_words_overlap(
    kind: ChartKind, count: int, style: ChartStyle, make_nights: Nights, today: dt.date, faults: Faults
) -> None:
    first = today - dt.timedelta(days=max(count, 30) - 1)
    nights = tuple(map(_answering, make_nights(count)))
    for figure in _drawn(kind, nights, style, Period(first, today)):
        assert faults(figure) == []


def _answering(night: Night) -> Night:
    """The night with all that a chart can show: cramps everywhere at every hour, and answers."""
    at = dt.datetime.combine(night.morning, dt.time(8), dt.UTC)
    place = night.morning.toordinal()
    values: dict[str, Value] = {
        LONG_WORDS.key: f"o{place % 4}",
        "room_temperature": 12 + place % 90 / 10,
        "fluids": float(place % 23),
        "bed_time": dt.time(22, place % 60),
        "wake_time": dt.time(6, place % 60),
        "bedding": ("none", "thin", "thick")[place % 3],
    }
    cramps = night.cramps and FAR_AND_WIDE[place % 7 : place % 7 + len(night.cramps)]
    moment = dt.datetime.combine(night.morning, dt.time(place % 12))
    timed = cramps and tuple(replace(cramp, at=moment, about=place % 3 == 0) for cramp in cramps)
    return replace(night, cramps=timed, answers={key: Answer(value, at) for key, value in values.items()})


def _beyond_the_axes(figure: Figure) -> list[str]:
    """What is drawn further than its axes reach."""
    words = []
    for axes in figure.axes:
        (left, right), (bottom, top) = sorted(axes.get_xlim()), sorted(axes.get_ylim())
        drawn = [np.asarray(line.get_xydata()) for line in axes.lines]
        drawn += [np.asarray(path.vertices) for group in axes.collections for path in group.get_paths()]
        for places in drawn:
            x, y = places[:, 0], places[:, 1]
            slack = 1e-6
            if x.min() < left - slack or x.max() > right + slack or y.min() < bottom - slack or y.max() > top + slack:
                words.append(f"x {x.min():g} to {x.max():g}, y {y.min():g} to {y.max():g}")
    return words


@CHARTS
@pytest.mark.parametrize("count", [3, 16, 30, 93, 365, 3650])
@pytest.mark.parametrize("cramps_on", [2, 15])
def test_nothing_leaves_the_axes_unless_the_chart_says_so(
    kind: ChartKind, count: int, cramps_on: int, screen: ChartStyle, today: dt.date
) -> None:
    """Above all no interval: of few nights it is the widest, and it is what tells that they are few."""
    nights = [
        Night(today - dt.timedelta(days=back), FAR_AND_WIDE[:1] if back % cramps_on == 1 else ())
        for back in range(count)
        if back % 7 != 3
    ]
    first = today - dt.timedelta(days=count - 1)
    for figure in _drawn(kind, tuple(map(_answering, nights)), screen, Period(first, today)):
        said = any("goes on, up to" in text.get_text() for text in figure.texts)
        assert said or _beyond_the_axes(figure) == []


def test_the_test_of_looks_sees_what_is_cut_off_and_what_overlaps(faults: Faults) -> None:
    figure = Figure(figsize=(4, 3))
    axes = figure.add_axes((0.2, 0.2, 0.7, 0.7))
    axes.set_xticks([])
    axes.set_yticks([])
    figure.text(0.5, 0.5, "whole")
    assert faults(figure) == []
    figure.text(0.52, 0.5, "too near")
    assert faults(figure) == ["overlap: 'whole' and 'too near'"]
    figure.text(0.98, 0.1, "beyond the edge")
    assert "cut off: 'beyond the edge'" in faults(figure)


def test_the_test_of_looks_sees_a_mark_beyond_the_edge(faults: Faults) -> None:
    figure = Figure(figsize=(4, 3))
    axes = figure.add_axes((0.2, 0.2, 0.8, 0.7))
    axes.set_axis_off()
    axes.plot([0, 1], [0, 1], marker="o", markersize=20)
    assert [fault.partition(":")[0] for fault in faults(figure)] == []
    axes.set_xlim(0, 1)
    axes.plot([1], [1], marker="o", markersize=20, clip_on=False)
    assert [fault.partition(":")[0] for fault in faults(figure)] == ["drawn beyond the edge"]


PAPER_SIZES = [(kind, size) for kind in CATALOGUE for size in ((511, 180), (511, 640), (900, 420))]
PAPER_SIZES += [(kind_of("side_and_muscle"), (150, 96)), (kind_of("cramps_per_week"), (511, 130))]


@pytest.mark.parametrize(("kind", "size"), PAPER_SIZES)
def test_on_paper_too_nothing_is_cut_off_or_overlaps(
    kind: ChartKind, size: tuple[float, float], make_nights: Nights, today: dt.date, faults: Faults
) -> None:
    """The report chooses its own sizes, and writes the title itself."""
    width, height = size
    style = ChartStyle(PAPER, width, height, font_scale=0.55 if width < 511 else 0.65, titled=False)
    nights = tuple(map(_answering, make_nights(365)))
    options = ChartOptions(factor=BUILT_IN.get("bedding"))
    first = today - dt.timedelta(days=364)
    assert faults(draw_chart(kind.name, nights, style, Period(first, today), options=options).figure) == []


@CHARTS
def test_an_empty_diary_says_so_in_words(kind: ChartKind, style: ChartStyle, today: dt.date) -> None:
    figure = _drawn(kind, (), style, Period(today - dt.timedelta(days=29), today))[0]
    said = " ".join(text.get_text() for text in figure.texts)
    assert "logged in this time" in " ".join(said.split())


def _luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    darker, lighter = sorted([_luminance(one), _luminance(other)])
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK, PAPER], ids=["light", "dark", "paper"])
def test_text_and_shapes_meet_wcag_aa(colours: Colours) -> None:
    assert _contrast(colours.ink, colours.ground) >= 4.5
    assert _contrast(colours.quiet, colours.ground) >= 4.5
    assert _contrast(colours.accent, colours.ground) >= 4.5
    assert _contrast(colours.other, colours.ground) >= 4.5
    assert _contrast(colours.mild, colours.ground) >= 3
    assert _contrast(colours.strong, colours.ground) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK, PAPER], ids=["light", "dark", "paper"])
def test_intervals_stand_out_from_the_ground(colours: Colours) -> None:
    for colour in (colours.accent, colours.other, colours.strong):
        ground, over = to_rgb(colours.ground), to_rgb(colour)
        blended = to_hex([(1 - EDGE) * below + EDGE * above for below, above in zip(ground, over, strict=True)])  # type: ignore[arg-type]
        assert _contrast(blended, colours.ground) >= 3


@pytest.mark.parametrize("colours", [LIGHT, DARK, PAPER], ids=["light", "dark", "paper"])
def test_the_three_strengths_are_told_apart_in_grey(colours: Colours) -> None:
    assert _contrast(colours.mild, colours.accent) >= 1.35
    assert _contrast(colours.accent, colours.strong) >= 1.35


CVD = {
    "no red": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "no green": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "no blue": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
"""How linear colours look without one kind of cone: Machado, Oliveira and Fernandes (2009), IEEE TVCG 15:1291."""


@pytest.mark.parametrize("kind", CVD)
@pytest.mark.parametrize("colours", [LIGHT, DARK, PAPER], ids=["light", "dark", "paper"])
def test_what_a_chart_is_about_and_what_it_is_compared_with_are_told_apart_without_one_kind_of_cone(
    colours: Colours, kind: str
) -> None:
    seen = [np.array(CVD[kind]) @ _linear(colour) for colour in (colours.accent, colours.other)]
    assert np.abs(seen[0] - seen[1]).max() > 0.1


def _linear(colour: str) -> np.ndarray:
    parts = np.array([int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)])
    linear: np.ndarray = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    return linear
