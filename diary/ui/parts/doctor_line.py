"""The line that stands under every pattern: when to see a doctor."""

from __future__ import annotations

import flet as ft

from diary.language import tr


def doctor_line() -> ft.Control:
    """The article's own advice, always in sight."""
    return ft.Container(
        bgcolor=ft.Colors.SECONDARY_CONTAINER,
        border_radius=12,
        margin=ft.Margin.only(bottom=8),
        padding=ft.Padding.symmetric(horizontal=12, vertical=8),
        content=ft.Row(
            [
                ft.Icon(ft.Icons.MEDICAL_SERVICES_OUTLINED, color=ft.Colors.ON_SECONDARY_CONTAINER, size=20),
                ft.Text(
                    tr("See a doctor if cramps are frequent, severe, or come with a warning sign."),
                    color=ft.Colors.ON_SECONDARY_CONTAINER,
                    expand=True,
                ),
            ],
            spacing=10,
        ),
    )
