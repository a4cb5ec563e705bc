"""The way to the table of nights that were not logged: an offer, and never a reproach."""

from __future__ import annotations

import flet as ft

from diary.language import tr
from diary.ui.parts.buttons import tall_enough
from diary.ui.parts.handlers import way


def catch_up_way(page: ft.Page) -> ft.Control:
    """The button that leads there."""
    return ft.TextButton(
        tr("Kept on paper, or away? Catch up"),
        icon=ft.Icons.EDIT_NOTE,
        style=tall_enough(),
        on_click=way(page, "/catch-up"),
    )
