"""A section of Settings: its heading, the way back, and its cards in one scroll."""

from __future__ import annotations

import flet as ft

from diary.language import tr
from diary.ui.parts.buttons import NamedIconButton
from diary.ui.parts.layout import screen, scrolling


def section(title: str, *cards: ft.Control) -> ft.Control:
    """The screen of a section."""
    return screen(_heading(title), scrolling([*cards, ft.Container(height=8)]))


def _heading(title: str) -> ft.Control:
    page = ft.context.page
    return ft.Row(
        [
            NamedIconButton(ft.Icons.ARROW_BACK, tr("All settings"), lambda: page.navigate("/settings")),
            ft.Semantics(
                header=True,
                heading_level=2,
                container=True,
                expand=True,
                content=ft.Text(title, theme_style=ft.TextThemeStyle.TITLE_LARGE),
            ),
        ],
        spacing=4,
    )
