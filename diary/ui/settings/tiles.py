"""Rows that lead to more: a group of them is a card."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from diary.ui.page.taps import TapKind
from diary.ui.page.theme import TARGET
from diary.ui.parts.handlers import handler
from diary.ui.parts.layout import GUTTER, quiet_text


@dataclass(frozen=True, slots=True)
class Tile:
    """A row: what it leads to, and how that stands now."""

    icon: ft.IconData
    title: str
    words: str
    open: Callable[[], None]


def tiles(*rows: Tile) -> ft.Control:
    """A card of rows with a thin line between."""
    line = ft.Divider(height=1, thickness=1, leading_indent=56, color=ft.Colors.OUTLINE_VARIANT)
    parts = [part for row in rows for part in (_tile(row), line)][:-1]
    return ft.Container(
        margin=ft.Margin.only(bottom=GUTTER),
        border_radius=12,
        bgcolor=ft.Colors.SURFACE_CONTAINER_LOW,
        clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
        content=ft.Column(parts, spacing=0, horizontal_alignment=ft.CrossAxisAlignment.STRETCH),
    )


def _tile(tile: Tile) -> ft.Control:
    words = ft.Column(
        [ft.Text(tile.title, theme_style=ft.TextThemeStyle.BODY_LARGE), quiet_text(tile.words)],
        spacing=2,
        expand=True,
    )
    return ft.Container(
        ink=True,
        padding=ft.Padding.symmetric(horizontal=16, vertical=14),
        on_click=handler(tile.open, TapKind.CLOSING),
        content=ft.Row(
            [
                ft.Icon(tile.icon, color=ft.Colors.PRIMARY, size=TARGET / 2),
                words,
                ft.Icon(ft.Icons.CHEVRON_RIGHT, color=ft.Colors.ON_SURFACE_VARIANT),
            ],
            spacing=16,
        ),
    )
