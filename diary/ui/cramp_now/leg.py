"""The two drawn legs, seen from the front and from the back: a tap on one says where the cramp is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import flet as ft
import flet.canvas as cv

from diary.charts import leg_curves
from diary.charts.leg_curves import Outline
from diary.language import tr
from diary.model.night import MUSCLE_NAMES, Muscle
from diary.ui.page.night_colors import BACKGROUND, BRIGHT_WORDS, CHOSEN, EDGE, MUSCLE, SKIN, WORDS
from diary.ui.parts.handlers import handler

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    Tap = Callable[[Muscle], Awaitable[None]]

MARGIN = 6
"""Between a name and its leg, in logical pixels."""


@dataclass(frozen=True, slots=True)
class LegPart:
    """What can be tapped of a leg, from one height to another in the box of the drawing."""

    muscle: Muscle
    outline: Outline
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class LegDrawing:
    """A leg from one side. The shin is no muscle that is asked, so a gap is left there."""

    outline: Outline
    parts: tuple[LegPart, ...]
    is_mirrored: bool


FRONT = LegDrawing(
    leg_curves.FRONT,
    (
        LegPart(Muscle.FRONT_THIGH, leg_curves.FRONT_THIGH, 0, 128),
        LegPart(Muscle.FOOT, leg_curves.FOOT, 200, leg_curves.HEIGHT),
    ),
    is_mirrored=True,
)
BACK = LegDrawing(
    leg_curves.BACK,
    (
        LegPart(Muscle.BACK_THIGH, leg_curves.BACK_THIGH, 0, 128),
        LegPart(Muscle.CALF, leg_curves.CALF, 128, 232),
    ),
    is_mirrored=False,
)


def Leg(view: LegDrawing, chosen: Muscle | None, tap: Tap, *, width: float, height: float) -> ft.Control:
    """One leg with the names of its muscles beside it; each part is as wide as the whole place of the leg."""
    scale = height / leg_curves.HEIGHT
    leg_width = leg_curves.WIDTH * scale
    left = width - leg_width if view.is_mirrored else 0.0

    def x(value: float) -> float:
        return leg_width - value * scale if view.is_mirrored else value * scale

    def shape(outline: Outline, color: str) -> cv.Path:
        elements: list[cv.Path.PathElement] = [cv.Path.MoveTo(x(outline.start[0]), outline.start[1] * scale)]
        elements += [
            cv.Path.CubicTo(x(a), b * scale, x(c), d * scale, x(e), f * scale) for a, b, c, d, e, f in outline.curves
        ]
        return cv.Path([*elements, cv.Path.Close()], paint=ft.Paint(color=color, style=ft.PaintingStyle.FILL))

    drawing = cv.Canvas(
        [
            shape(view.outline, SKIN),
            *(shape(part.outline, CHOSEN if part.muscle is chosen else MUSCLE) for part in view.parts),
        ],
        left=left,
        top=0,
        width=leg_width,
        height=height,
    )
    return ft.Stack(
        [
            drawing,
            *(
                ft.Container(
                    left=0,
                    top=part.top * scale,
                    width=width,
                    height=(part.bottom - part.top) * scale,
                    content=_PartButton(part.muscle, tap, chosen=part.muscle is chosen, view=view, beside=leg_width),
                )
                for part in view.parts
            ),
        ],
        width=width,
        height=height,
    )


def _PartButton(muscle: Muscle, tap: Tap, *, chosen: bool, view: LegDrawing, beside: float) -> ft.Control:
    """A button over a part of the drawing that shows only its name, and when it has the focus its edge."""
    name = tr(MUSCLE_NAMES[muscle])
    side = ft.Padding.only(right=beside + MARGIN) if view.is_mirrored else ft.Padding.only(left=beside + MARGIN)
    button = ft.TextButton(
        content=ft.Text(
            name,
            color=BRIGHT_WORDS if chosen else WORDS,
            theme_style=ft.TextThemeStyle.BODY_LARGE,
            text_align=ft.TextAlign.RIGHT if view.is_mirrored else ft.TextAlign.LEFT,
        ),
        style=ft.ButtonStyle(
            padding=side,
            alignment=ft.Alignment.CENTER_RIGHT if view.is_mirrored else ft.Alignment.CENTER_LEFT,
            shape=ft.RoundedRectangleBorder(radius=16),
            overlay_color=ft.Colors.TRANSPARENT,
            side={
                ft.ControlState.FOCUSED: ft.BorderSide(3, WORDS),
                ft.ControlState.DEFAULT: ft.BorderSide(1, EDGE if chosen else BACKGROUND),
            },
        ),
        on_click=handler(lambda: tap(muscle)),
    )
    return ft.MergeSemantics(content=ft.Semantics(checked=chosen, content=button))
