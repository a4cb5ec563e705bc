"""What stands at an address that names nothing, and the way on."""

from __future__ import annotations

import flet as ft

from diary.ui.page.component import component
from diary.ui.page.theme import TARGET
from diary.ui.parts.handlers import way
from diary.ui.parts.layout import card, screen


@component
def NothingHere(words: str, button: str, there: str) -> ft.Control:
    """Why nothing can be shown, and a button that leads to what there is."""
    page = ft.context.page
    return screen(
        card(
            None,
            ft.Semantics(live_region=True, container=True, content=ft.Text(words)),
            ft.FilledButton(button, height=TARGET, on_click=way(page, there)),
        )
    )
