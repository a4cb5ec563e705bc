"""A line to add one more by its name."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import flet as ft

from diary.model.errors import DiaryError
from diary.ui.component import component
from diary.ui.look import TARGET
from diary.ui.parts.draft_field import use_form_draft
from diary.ui.parts.layout import own_name

Add = Callable[[str], Awaitable[object]]
"""Adds one of this name; raises a refusal where it cannot be kept."""


@component
def AddLine(subject: str, label: str, button: str, add: Add) -> ft.Control:
    """A field and its button; the Enter key adds too. What is typed stays until it is added, also while one is elsewhere."""
    draft = use_form_draft(subject)
    refused, set_refused = ft.use_state("")

    def typed(event: ft.Event[ft.TextField]) -> None:
        draft.typed(event.control.value)
        set_refused("")

    async def add_it() -> None:
        try:
            await add(draft.current())
            draft.clear()
        except DiaryError as refusal:
            set_refused(str(refusal))

    return ft.Column(
        [
            own_name(
                ft.TextField(
                    label=label,
                    value=draft.text,
                    error=refused or None,
                    error_max_lines=4,
                    on_change=typed,
                    on_submit=add_it,
                    border_radius=12,
                    border_color=ft.Colors.OUTLINE,
                ),
            ),
            ft.FilledTonalButton(button, icon=ft.Icons.ADD, height=TARGET, on_click=add_it),
        ],
        spacing=8,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
