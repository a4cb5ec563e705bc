"""Side and muscle of the cramps on a drawn pair of legs, from the front and from the back, with the counts beside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from matplotlib.colors import to_hex, to_rgb
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.transforms import Affine2D

from diary.analysis.legs import ELSEWHERE, LEG, Legs, MuscleCount, legs
from diary.charts import leg_curves, leg_shapes
from diary.charts.canvas import Box, Canvas
from diary.charts.lettering import ASCENT, LINE, widest, wrap_words
from diary.language import tr
from diary.model.night import MUSCLE_NAMES, Muscle, Side

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.figure import Figure

    from diary.charts.catalogue import ChartOptions
    from diary.charts.style import ChartStyle
    from diary.model.night import Night
    from diary.model.period import Period

NARROW = 22
"""On a canvas of less than so many sizes of the text, the views stand one under the other."""
WIDEST_VIEW = 1.1
"""The width of a view to its height, at most, so that the two stay together."""
MIDDLE = 0.36
"""How far below the middle of a count its letters stand, in sizes of the text."""
STRENGTHS = 4
"""Shades of a muscle, from few cramps to the most."""
PALEST = 0.28
"""How much of the accent the palest shade has."""
LEAST_FOR_MOST = 3
"""Cramps from which the title tells where most were."""
LEAST_NAMED = 0.75
"""How much smaller the legs may become so that the muscles' names have room beside them."""
BESIDE_LEG = 0.6
"""Room between a leg and its counts, in sizes of the text."""


@dataclass(frozen=True, slots=True)
class LegView:
    """The legs from one side."""

    name: str
    outline: Path
    muscles: tuple[tuple[Muscle, Path, float], ...]
    """The muscles seen from this side, each with its outline and the height at which its count stands."""
    viewers_left: Side
    """The side of the leg at the viewer's left: from the front it is the right one."""


def views() -> tuple[LegView, LegView]:
    """The views from the front and from the back."""
    return (
        LegView(
            tr("from the front"),
            leg_shapes.FRONT,
            ((Muscle.FRONT_THIGH, leg_shapes.FRONT_THIGH, 62), (Muscle.FOOT, leg_shapes.FOOT, 276)),
            Side.RIGHT,
        ),
        LegView(
            tr("from the back"),
            leg_shapes.BACK,
            ((Muscle.BACK_THIGH, leg_shapes.BACK_THIGH, 74), (Muscle.CALF, leg_shapes.CALF, 178)),
            Side.LEFT,
        ),
    )


def side_and_muscle_content(nights: Sequence[Night], period: Period, _options: ChartOptions) -> Legs:
    """The cramps by muscle and side."""
    return legs(nights, period)


def side_and_muscle(content: Legs, style: ChartStyle) -> Figure:
    """Both views side by side; the more cramps a muscle had, the stronger its colour."""
    canvas = Canvas(style)
    canvas.add_title(side_and_muscle_title(content))
    if not content.cramps:
        canvas.add_message(tr("No cramp was logged in this time."))
        return canvas.figure
    canvas.add_note(_note(content))
    most = max(
        place.cramps_on(side) for place in content.places for side in (Side.LEFT, Side.RIGHT) if place.muscle in LEG
    )
    room, between = canvas.room, style.font_size
    narrow = style.width < NARROW * style.font_size
    half = min((room.width - between) / 2, WIDEST_VIEW * room.height)
    start = room.left + (room.width - 2 * half - between) / 2
    for place, view in enumerate(views()):
        left = start + place * (half + between)
        beside = Box(left, room.top, left + half, room.bottom)
        box = room.row(place, 2, between=between) if narrow else beside
        _draw_view(canvas, view, box, content=content, most=most)
    return canvas.figure


def side_and_muscle_title(content: Legs) -> str:
    """“Most often: left calf, 26 of 71 cramps”, where one place has more than any other."""
    ranking = sorted(
        ((place.cramps_on(side), place.muscle, side) for place in content.places for side in (Side.LEFT, Side.RIGHT)),
        key=lambda entry: -entry[0],
    )
    if content.cramps < LEAST_FOR_MOST or ranking[0][0] == ranking[1][0]:
        return tr("Where it cramped")
    count, muscle, side = ranking[0]
    words = tr("Most often: {side} {muscle}, {part} of {whole} cramps")
    return words.format(
        muscle=tr(MUSCLE_NAMES[muscle]).lower(), side=_side(side), part=f"{count:,}", whole=f"{content.cramps:,}"
    )


def side_and_muscle_alternative(content: Legs) -> str:
    """The chart in words: each muscle that cramped, by side."""
    if not content.cramps:
        return tr("Side and muscle: no cramp was logged in this time.")
    places = [_place_words(place) for place in content.places if place.cramps]
    if content.no_muscle:
        places.append(tr("muscle not told {n}").format(n=content.no_muscle))
    return tr("Cramps by muscle and side: {places}.").format(places="; ".join(places))


def _place_words(place: MuscleCount) -> str:
    counts = [
        (tr("left {n}"), place.left),
        (tr("right {n}"), place.right),
        (tr("both {n}"), place.both),
        (tr("side not told {n}"), place.no_side),
    ]
    sides = ", ".join(words.format(n=f"{count:,}") for words, count in counts if count)
    return f"{tr(MUSCLE_NAMES[place.muscle]).lower()} {sides}"


def _note(content: Legs) -> str:
    both = sum(content.place(muscle).both for muscle in LEG)
    no_side = sum(content.place(muscle).no_side for muscle in LEG)
    elsewhere = [content.place(muscle) for muscle in ELSEWHERE]
    counts = [
        (tr("{n} in both legs, counted on each"), both),
        (tr("{n} without a side"), no_side),
        (tr("{n} without a muscle"), content.no_muscle),
        *[(f"{{n}} {tr(MUSCLE_NAMES[place.muscle]).lower()}", place.cramps) for place in elsewhere],
    ]
    return ", ".join(words.format(n=f"{count:,}") for words, count in counts if count)


def _side(side: Side) -> str:
    return tr("left") if side is Side.LEFT else tr("right")


def _draw_view(canvas: Canvas, view: LegView, box: Box, *, content: Legs, most: int) -> None:
    style, size = canvas.style, canvas.style.font_size
    middle = (box.left + box.right) / 2
    counts = (
        widest([f"{place.cramps_on(side):,}" for place in content.places for side in Side], size) + BESIDE_LEG * size
    )
    bottom = box.bottom - 2 * LINE * style.note_size
    scale = min((bottom - box.top) / leg_curves.HEIGHT, (box.width / 2 - counts) / leg_curves.WIDTH)
    named_scale = (box.width / 2 - _widest_word(style) - BESIDE_LEG * size) / leg_curves.WIDTH
    scale = min(scale, named_scale) if named_scale >= LEAST_NAMED * scale else scale
    top = bottom - scale * leg_curves.HEIGHT
    beside = box.width / 2 - scale * leg_curves.WIDTH - BESIDE_LEG * size
    names = _names(view, scale, beside, style)
    for sign in (-1, 1):
        side = view.viewers_left if sign < 0 else _opposite(view.viewers_left)
        place = Affine2D().scale(sign * scale, scale).translate(middle, top)
        _draw_leg(
            canvas, view, place, [content.place(muscle).cramps_on(side) for muscle, _, _ in view.muscles], most=most
        )
        outer = middle + sign * (scale * leg_curves.WIDTH + BESIDE_LEG * size)
        for (muscle, _, height), name in zip(view.muscles, names, strict=True):
            _write_count(canvas, content.place(muscle).cramps_on(side), outer, top + scale * height, sign=sign)
            _write_name(canvas, name, outer, top + scale * height, sign=sign, above=muscle is Muscle.FOOT)
        _write_below(canvas, _side(side), middle + sign * 0.4 * size, bottom, ha="left" if sign > 0 else "right")
    _write_below(canvas, view.name, middle, bottom + LINE * style.note_size, ha="center")


def _opposite(side: Side) -> Side:
    return Side.RIGHT if side is Side.LEFT else Side.LEFT


def _draw_leg(canvas: Canvas, view: LegView, place: Affine2D, counts: Sequence[int], *, most: int) -> None:
    style = canvas.style
    colours, onto = style.colours, place + canvas.pixels
    body = _blend(colours.ground, colours.quiet, 0.1)
    outline = PathPatch(
        view.outline, facecolor=body, edgecolor=colours.quiet, linewidth=1.2 * style.stroke, transform=onto
    )
    canvas.figure.add_artist(outline)
    for (_, path, _), count in zip(view.muscles, counts, strict=True):
        muscle = PathPatch(path, transform=onto, linewidth=0.9 * style.stroke, edgecolor=colours.quiet)
        muscle.set_facecolor(_shade(style, count, most) if count else "none")
        muscle.set_linestyle("-" if count else (0, (2, 2)))
        canvas.figure.add_artist(muscle)


def _shade(style: ChartStyle, count: int, most: int) -> str:
    """One of a few shades: so few that they are told apart in grey."""
    step = -(-STRENGTHS * count // most)
    return _blend(style.colours.ground, style.colours.accent, PALEST + (1 - PALEST) * (step - 1) / (STRENGTHS - 1))


def _blend(ground: str, color: str, part: float) -> str:
    red, green, blue = (
        (1 - part) * under + part * over for under, over in zip(to_rgb(ground), to_rgb(color), strict=True)
    )
    return to_hex((red, green, blue))


def _write_count(canvas: Canvas, count: int, x: float, y: float, *, sign: int) -> None:
    """The count beside its muscle."""
    style = canvas.style
    color, ha = style.colours.ink if count else style.colours.quiet, "left" if sign > 0 else "right"
    baseline = y + MIDDLE * style.font_size
    canvas.write(f"{count:,}", x, baseline, size=style.font_size, color=color, bold=bool(count), ha=ha)


def _write_name(canvas: Canvas, lines: Sequence[str], x: float, y: float, *, sign: int, above: bool) -> None:
    """The muscle's name below its count, or above the foot's: below that are the names of the sides."""
    style = canvas.style
    line = LINE * style.note_size
    first = y + MIDDLE * style.font_size + line
    if above:
        first -= LINE * style.font_size + len(lines) * line
    for at, words in enumerate(lines):
        ha = "left" if sign > 0 else "right"
        canvas.write(words, x, first + at * line, size=style.note_size, color=style.colours.quiet, ha=ha)


def _widest_word(style: ChartStyle) -> float:
    """The widest word among the muscles' names of both views, so that both have legs of one size."""
    muscles = [muscle for view in views() for muscle, _, _ in view.muscles]
    return widest([word for muscle in muscles for word in tr(MUSCLE_NAMES[muscle]).lower().split()], style.note_size)


def _names(view: LegView, scale: float, width: float, style: ChartStyle) -> list[list[str]]:
    """The names of a view's two muscles in lines of this width; none where they would be broken or run together."""
    names = [tr(MUSCLE_NAMES[muscle]).lower() for muscle, _, _ in view.muscles]
    words = [word for name in names for word in name.split()]
    lines = [wrap_words(name, width, style.note_size) for name in names]
    (_, _, upper), (lower_muscle, _, lower) = view.muscles
    below = sum(map(len, lines)) if lower_muscle is Muscle.FOOT else len(lines[0])
    high = scale * (lower - upper) >= LINE * (style.font_size + below * style.note_size)
    return lines if high and widest(words, style.note_size) <= width else [[] for _ in names]


def _write_below(canvas: Canvas, words: str, x: float, top: float, *, ha: str) -> None:
    style = canvas.style
    canvas.write(words, x, top + ASCENT * style.note_size, size=style.note_size, color=style.colours.quiet, ha=ha)
