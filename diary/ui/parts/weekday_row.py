"""The names of the weekdays over a month."""

from __future__ import annotations

import flet as ft

from diary.language import tr
from diary.model.mornings import WEEKDAYS


def weekday_row() -> ft.Control:
    """Monday first. Screen readers hear the weekday with each day instead."""
    return ft.Semantics(
        exclude_semantics=True,
        content=ft.Row(
            [
                ft.Text(
                    tr(weekday),
                    expand=1,
                    text_align=ft.TextAlign.CENTER,
                    theme_style=ft.TextThemeStyle.BODY_SMALL,
                    color=ft.Colors.ON_SURFACE_VARIANT,
                    no_wrap=True,
                )
                for weekday in WEEKDAYS
            ],
            spacing=0,
        ),
    )
