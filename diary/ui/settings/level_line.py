"""What a warning sign asks for, in its level's colour and with its level's picture."""

from __future__ import annotations

import flet as ft

from diary.model.warning_signs import Level

_LOOKS = {
    Level.EMERGENCY: (ft.Icons.EMERGENCY_OUTLINED, ft.Colors.ERROR_CONTAINER, ft.Colors.ON_ERROR_CONTAINER),
    Level.TODAY: (ft.Icons.TODAY, ft.Colors.TERTIARY_CONTAINER, ft.Colors.ON_TERTIARY_CONTAINER),
    Level.APPOINTMENT: (ft.Icons.EVENT_OUTLINED, ft.Colors.SECONDARY_CONTAINER, ft.Colors.ON_SECONDARY_CONTAINER),
}


def level_line(level: Level, words: str) -> ft.Control:
    """One line, which a screen reader says as it appears."""
    icon, back, ink = _LOOKS[level]
    text = ft.Text(words, theme_style=ft.TextThemeStyle.TITLE_MEDIUM, color=ink, expand=True)
    return ft.Semantics(
        live_region=True,
        container=True,
        content=ft.Container(
            bgcolor=back,
            border_radius=12,
            padding=ft.Padding.symmetric(horizontal=12, vertical=10),
            content=ft.Row([ft.Icon(icon, color=ink), text], spacing=12),
        ),
    )
