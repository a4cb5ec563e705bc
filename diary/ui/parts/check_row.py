"""Something that is so or not so: a box to tick."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import flet as ft

from diary.ui.page.theme import TARGET
from diary.ui.parts.handlers import handler

if TYPE_CHECKING:
    from collections.abc import Callable


def CheckRow(words: str, *, ticked: bool, on_tick: Callable[[], Any]) -> ft.Control:
    """A box and its words; a tap anywhere on them ticks it or takes the tick away.

    Not Flet's own Checkbox: the words beside that one do not wrap, and large text runs out of the card.
    """
    box = ft.Icon(
        ft.Icons.CHECK_BOX if ticked else ft.Icons.CHECK_BOX_OUTLINE_BLANK,
        color=ft.Colors.PRIMARY if ticked else ft.Colors.ON_SURFACE_VARIANT,
    )
    row = ft.Container(
        ink=True,
        border_radius=8,
        padding=ft.Padding.symmetric(vertical=(TARGET - 24) / 2, horizontal=4),
        on_click=handler(on_tick),
        content=ft.Row(
            [box, ft.Text(words, theme_style=ft.TextThemeStyle.BODY_LARGE, expand=True)],
            spacing=12,
            vertical_alignment=ft.CrossAxisAlignment.START,
        ),
    )
    return ft.MergeSemantics(content=ft.Semantics(container=True, checked=ticked, content=row))
