"""How much of a period was logged: always beside what is made from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from diary.ui.parts.damage_card import damage_line
from diary.ui.parts.layout import GUTTER, quiet_text

if TYPE_CHECKING:
    from diary.ui.page.content.looking_back import LookBack


def logged_line(look: LookBack) -> ft.Control:
    """The days of the period, a thin bar, and “61 of 90 nights logged” in words."""
    words = ft.Row(
        [quiet_text(look.period.name), quiet_text(look.logged_sentence)],
        alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
        wrap=True,
        run_spacing=0,
    )
    bar = ft.ProgressBar(
        value=look.logged_share, bar_height=6, border_radius=3, bgcolor=ft.Colors.SURFACE_CONTAINER_HIGHEST
    )
    return ft.Container(
        padding=ft.Padding.only(left=4, right=4, top=8, bottom=GUTTER),
        content=ft.Column(
            [words, ft.Semantics(exclude_semantics=True, content=bar), *damage_line(look.damaged, look.also_missing)],
            spacing=6,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
    )
