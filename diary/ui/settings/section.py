"""A section of Settings: its heading, the way back, and its cards in one scroll."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from diary.language import tr
from diary.ui.parts.buttons import IconWay
from diary.ui.parts.layout import screen, scrolling

if TYPE_CHECKING:
    from collections.abc import Sequence


def section(title: str, *cards: ft.Control, foot: Sequence[ft.Control] = (), back: str = "") -> ft.Control:
    """The screen of a section; what stands at its foot stays in sight. `back` is where it was opened from, if elsewhere."""
    below = [ft.Container(ft.Column(list(foot), spacing=6), padding=ft.Padding.only(bottom=8))] if foot else []
    return screen(_heading(title, back), scrolling([*cards, ft.Container(height=8)]), *below)


def _heading(title: str, back: str) -> ft.Control:
    page = ft.context.page
    words, there = (tr("Back"), back) if back else (tr("All settings"), "/settings")
    return ft.Row(
        [
            IconWay(ft.Icons.ARROW_BACK, words, page, there),
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
