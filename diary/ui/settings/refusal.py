"""A refusal beside what was refused, where there is no field to show it in."""

from __future__ import annotations

import flet as ft


def refusal_text(refusal: str) -> list[ft.Control]:
    """The refusal's words, which a screen reader says at once; nothing where there is none."""
    if not refusal:
        return []
    words = ft.Text(refusal, theme_style=ft.TextThemeStyle.BODY_SMALL, color=ft.Colors.ERROR)
    return [ft.Semantics(live_region=True, content=words)]
