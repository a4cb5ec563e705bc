"""A field to search with."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import flet as ft

from diary.language import tr
from diary.ui.parts.buttons import NamedIconButton
from diary.ui.parts.layout import GUTTER

REST = 0.3
"""Seconds without a key after which the search begins."""


@ft.component
def SearchField(label: str, on_search: Callable[[str], Any]) -> ft.Control:
    """What is typed is searched once the typing rests; a button clears it."""
    text, set_text = ft.use_state("")
    rest = ft.use_ref(None)

    async def search_at_rest(typed: str) -> None:
        await asyncio.sleep(REST)
        on_search(typed)

    def stop() -> None:
        if rest.current is not None:
            rest.current.cancel()

    async def changed(event: Any) -> None:
        set_text(event.control.value)
        stop()
        rest.current = asyncio.create_task(search_at_rest(event.control.value))

    def clear() -> None:
        stop()
        set_text("")
        on_search("")

    ft.use_effect(lambda: None, [], cleanup=stop)
    return ft.Container(
        padding=ft.Padding.only(bottom=GUTTER),
        content=ft.TextField(
            label=label,
            value=text,
            prefix_icon=ft.Icons.SEARCH,
            suffix=NamedIconButton(ft.Icons.CLOSE, tr("Clear the search"), clear) if text else None,
            on_change=changed,
            border_radius=28,
            border_color=ft.Colors.OUTLINE,
        ),
    )
