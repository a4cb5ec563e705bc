"""How screens are laid out: the scrolling column, cards, and the words of an empty screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

if TYPE_CHECKING:
    from collections.abc import Sequence

GUTTER = 12
"""Between the edge of the column and its cards, in logical pixels."""


def scrolling(controls: Sequence[ft.Control], *, ref: ft.Ref[ft.Column] | None = None) -> ft.Control:
    """The screen's content in one scrolling column."""
    return ft.Column(
        list(controls),
        ref=ref,
        scroll=ft.ScrollMode.AUTO,
        expand=True,
        spacing=0,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def screen(*parts: ft.Control) -> ft.Control:
    """A screen: its content with room at the edges."""
    return ft.Container(
        expand=True,
        padding=ft.Padding.only(left=GUTTER, right=GUTTER, top=4),
        content=ft.Column(list(parts), expand=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH),
    )


def card(title: str | None, *parts: ft.Control) -> ft.Control:
    """A card with a heading that screen readers find as one."""
    heading = [heading_text(title)] if title else []
    return ft.Card(
        margin=ft.Margin.only(bottom=GUTTER),
        elevation=0,
        bgcolor=ft.Colors.SURFACE_CONTAINER_LOW,
        content=ft.Container(
            padding=16,
            content=ft.Column([*heading, *parts], spacing=12, horizontal_alignment=ft.CrossAxisAlignment.STRETCH),
        ),
    )


def heading_text(title: str) -> ft.Control:
    """A heading within a screen. A container of its own, or Flutter reads the texts beside it as one with it."""
    return ft.Semantics(
        header=True,
        heading_level=2,
        container=True,
        content=ft.Text(title, theme_style=ft.TextThemeStyle.TITLE_MEDIUM),
    )


def own_name(field: ft.Control) -> ft.Control:
    """A field whose name is its label alone: left in a card, Flutter adds the texts beside it to its name and size."""
    return ft.Semantics(container=True, content=field)


def quiet_text(text: str) -> ft.Text:
    """Words of lesser weight: a hint, a footnote."""
    return ft.Text(text, color=ft.Colors.ON_SURFACE_VARIANT)


def waiting() -> ft.Control:
    """Something is being read or drawn."""
    return ft.Container(
        padding=32, alignment=ft.Alignment.CENTER, content=ft.ProgressRing(width=32, height=32, semantics_label="…")
    )
