"""The drawn legs: outlines and muscles as curves, in a box of 58 by 304 with the body's middle at x = 0.

One leg is drawn, the one at the viewer's right; the other is its mirror image. Plain numbers: a screen draws them too.
"""

from __future__ import annotations

from dataclasses import dataclass

WIDTH, HEIGHT = 58.0, 304.0
"""The size of one leg, from the body's middle outwards and from the hip to the toes."""

Curve = tuple[float, float, float, float, float, float]
"""Two points that pull, and the point that is reached."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A closed line."""

    start: tuple[float, float]
    curves: tuple[Curve, ...]


FRONT = Outline(
    (3, 0),
    (
        (20, -2, 40, -2, 52, 0),
        (58, 30, 55, 75, 46, 118),
        (43, 130, 44, 142, 45, 150),
        (50, 178, 42, 214, 36, 246),
        (34, 258, 37, 270, 44, 284),
        (50, 296, 45, 303, 33, 302),
        (22, 302, 14, 298, 15, 284),
        (16, 270, 20, 260, 19, 248),
        (16, 214, 8, 184, 13, 152),
        (14, 140, 13, 130, 12, 120),
        (6, 84, 2, 50, 3, 0),
    ),
)
BACK = Outline(
    (3, 0),
    (
        (20, -2, 40, -2, 52, 0),
        (58, 30, 55, 75, 46, 118),
        (42, 132, 45, 142, 47, 152),
        (53, 180, 42, 212, 36, 246),
        (34, 262, 37, 276, 40, 288),
        (42, 300, 18, 300, 18, 288),
        (19, 276, 21, 262, 19, 248),
        (15, 214, 6, 184, 12, 152),
        (14, 142, 14, 130, 12, 120),
        (6, 84, 2, 50, 3, 0),
    ),
)
FRONT_THIGH = Outline(
    (27, 10),
    (
        (42, 14, 50, 40, 46, 70),
        (44, 92, 38, 112, 29, 116),
        (20, 112, 13, 92, 10, 70),
        (8, 40, 14, 14, 27, 10),
    ),
)
BACK_THIGH = Outline(
    (27, 26),
    (
        (40, 26, 49, 46, 46, 72),
        (44, 96, 40, 112, 36, 124),
        (32, 108, 24, 108, 20, 124),
        (15, 110, 11, 92, 9, 72),
        (8, 46, 15, 26, 27, 26),
    ),
)
CALF = Outline(
    (29, 150),
    (
        (36, 140, 46, 148, 47, 168),
        (47, 188, 42, 204, 36, 214),
        (32, 206, 26, 206, 22, 214),
        (15, 202, 11, 188, 12, 168),
        (13, 148, 22, 140, 29, 150),
    ),
)
FOOT = Outline(
    (18, 262),
    (
        (22, 254, 31, 254, 36, 262),
        (38, 272, 40, 278, 44, 284),
        (50, 296, 45, 303, 33, 302),
        (22, 302, 14, 298, 15, 284),
        (16, 276, 17, 270, 18, 262),
    ),
)
