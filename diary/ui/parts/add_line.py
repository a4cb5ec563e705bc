"""A line to add one more by its name."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import flet as ft

from diary.ui.page.component import component
from diary.ui.page.taps import TapKind
from diary.ui.page.theme import TARGET
from diary.ui.parts.draft_field import use_form_draft
from diary.ui.parts.fields import FIELD_BORDER
from diary.ui.parts.handlers import handler
from diary.ui.parts.layout import own_name

Add = Callable[[str], Awaitable[None]]
"""Adds one of this name; raises a refusal where it cannot be kept."""


@component
def AddLine(subject: str, label: str, button: str, add: Add) -> ft.Control:
    """A field and its button; the Enter key adds too. What is typed stays until it is added, also while one is elsewhere."""
    draft = use_form_draft(subject)
    refused, set_refused = ft.use_state("")

    def typed(event: ft.Event[ft.TextField]) -> None:
        draft.typed(event.control.value)
        set_refused("")

    async def save() -> None:
        set_refused(await draft.save(add))

    return ft.Column(
        [
            own_name(
                ft.TextField(
                    label=label,
                    value=draft.text,
                    error=refused or None,
                    error_max_lines=4,
                    on_change=typed,
                    on_submit=handler(save, TapKind.CLOSING),
                    border=FIELD_BORDER,
                ),
            ),
            ft.FilledTonalButton(button, icon=ft.Icons.ADD, height=TARGET, on_click=handler(save, TapKind.CLOSING)),
        ],
        spacing=8,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
