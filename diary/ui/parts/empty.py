"""What an empty screen teaches: what will be here, and what to do for it."""

from __future__ import annotations

import flet as ft

from diary.language import tr
from diary.ui.parts.handlers import way


def empty_screen(icon: ft.IconData, title: str, *sentences: str) -> ft.Control:
    """A picture, what is missing, what will be here, and the way to Log."""
    page = ft.context.page
    return ft.Container(
        padding=ft.Padding.symmetric(vertical=40, horizontal=20),
        content=ft.Column(
            [
                ft.Icon(icon, size=56, color=ft.Colors.PRIMARY),
                ft.Semantics(
                    header=True,
                    heading_level=2,
                    content=ft.Text(title, theme_style=ft.TextThemeStyle.TITLE_LARGE, text_align=ft.TextAlign.CENTER),
                ),
                *[
                    ft.Text(
                        sentence,
                        theme_style=ft.TextThemeStyle.BODY_LARGE,
                        color=ft.Colors.ON_SURFACE_VARIANT,
                        text_align=ft.TextAlign.CENTER,
                    )
                    for sentence in sentences
                ],
                ft.FilledButton(tr("Log last night"), height=48, on_click=way(page, "/")),
            ],
            horizontal_alignment=ft.CrossAxisAlignment.CENTER,
            spacing=16,
        ),
    )
