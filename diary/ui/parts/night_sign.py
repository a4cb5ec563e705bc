"""The sign of a night: a disc with the worst intensity, a ring, or nothing. Shape tells it as well as colour."""

from __future__ import annotations

import flet as ft

from diary.model.night import NightState

DISC = 26
"""Across, in logical pixels at the normal size of text."""
_SHADES = (
    (3, ft.Colors.PRIMARY_CONTAINER, ft.Colors.ON_PRIMARY_CONTAINER),
    (6, ft.Colors.PRIMARY, ft.Colors.ON_PRIMARY),
    (10, ft.Colors.ON_PRIMARY_CONTAINER, ft.Colors.PRIMARY_CONTAINER),
)
"""Up to which intensity, the disc's colour, and the colour of the number in it."""


def night_sign(state: NightState, worst: int | None, scale: float) -> ft.Control:
    """The sign at a scale of text. It has no name for screen readers: the words beside it tell the same."""
    size = DISC * scale
    if state is NightState.NOT_LOGGED:
        return ft.Container(width=size, height=size)
    return _disc(worst, size) if state is NightState.CRAMPS else _ring(size)


def damaged_sign(scale: float) -> ft.Control:
    """The sign of a night that cannot be read: a broken picture, like no other sign in shape and colour."""
    return ft.Icon(ft.Icons.BROKEN_IMAGE_OUTLINED, size=DISC * scale * 0.85, color=ft.Colors.ERROR)


def _ring(size: float) -> ft.Control:
    return ft.Container(
        width=size,
        height=size,
        alignment=ft.Alignment.CENTER,
        content=ft.Container(
            width=size * 0.62,
            height=size * 0.62,
            border_radius=size,
            border=ft.Border.all(2, ft.Colors.OUTLINE),
        ),
    )


def _disc(worst: int | None, size: float) -> ft.Control:
    back, ink = next((back, ink) for most, back, ink in _SHADES if (5 if worst is None else worst) <= most)
    number = ft.Text("" if worst is None else str(worst), theme_style=ft.TextThemeStyle.LABEL_LARGE, color=ink)
    return ft.Container(
        width=size,
        height=size,
        border_radius=size / 2,
        bgcolor=back,
        alignment=ft.Alignment.CENTER,
        content=ft.Semantics(exclude_semantics=True, content=number),
    )
