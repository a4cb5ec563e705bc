"""A backup that lies elsewhere, chosen as a file or by the folder that holds it, and restored."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from diary.language import tr
from diary.model.errors import DiaryError
from diary.ui.page.component import component
from diary.ui.page.picked_file import pick_file
from diary.ui.page.taps import TapKind
from diary.ui.parts.buttons import tall_enough
from diary.ui.parts.fields import FIELD_BORDER
from diary.ui.parts.handlers import handler
from diary.ui.parts.layout import own_name

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

COMMAND = "cramp-diary restore FILE"


@component
def BackupChoice(restore: Callable[[str], Awaitable[None]]) -> ft.Control:
    """A button that shows files, and a field for a folder or a file; what cannot be restored is said below them."""
    page = ft.context.page
    place, set_place = ft.use_state("")
    trouble, set_trouble = ft.use_state("")

    async def attempt(chosen: str) -> None:
        try:
            await restore(chosen)
        except DiaryError as refusal:
            words = str(refusal)
            set_trouble(lambda _: words)
        else:
            set_trouble(lambda _: "")

    async def pick() -> None:
        try:
            picked = await pick_file(page, COMMAND)
        except DiaryError as refusal:
            words = str(refusal)
            set_trouble(lambda _: words)
            return
        if picked is not None:
            with picked.as_path() as path:
                await attempt(str(path))

    async def take() -> None:
        if place.strip():
            await attempt(place.strip())

    def note(event: ft.Event[ft.TextField]) -> None:
        text = event.control.value or ""
        set_place(lambda _: text)

    return ft.Column(
        [
            ft.OutlinedButton(
                tr("Choose the file of a backup"),
                icon=ft.Icons.UPLOAD_FILE,
                style=tall_enough(),
                on_click=handler(pick, TapKind.CLOSING),
            ),
            own_name(
                ft.TextField(
                    label=tr("Or its folder, or its file"),
                    value=place,
                    on_change=note,
                    on_submit=handler(take),
                    border=FIELD_BORDER,
                )
            ),
            ft.OutlinedButton(
                tr("Restore what lies there"),
                icon=ft.Icons.RESTORE,
                style=tall_enough(),
                disabled=not place.strip(),
                on_click=handler(take, TapKind.CLOSING),
            ),
            *([ft.Text(trouble, color=ft.Colors.ERROR)] if trouble else []),
        ],
        spacing=12,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
