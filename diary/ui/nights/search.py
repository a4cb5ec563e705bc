"""A field to search with."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import flet as ft

from diary.language import tr
from diary.ui.page.component import component
from diary.ui.page.effects import tell_failure, use_effect
from diary.ui.parts.buttons import NamedIconButton
from diary.ui.parts.layout import own_name

if TYPE_CHECKING:
    from collections.abc import Callable

DEBOUNCE = 0.3
"""Seconds without a key after which the search begins."""


@component
def SearchField(label: str, words: str, on_search: Callable[[str], Any]) -> ft.Control:
    """A field that holds the words already searched for. What is typed is searched once the typing rests; a button clears it.

    Its name is a label: a hint goes when something is typed, and screen readers lose the name with it.
    """
    page = ft.context.page
    text, set_text = ft.use_state(words)
    at_rest: asyncio.Task[None] | None = None
    rest = ft.use_ref(at_rest)

    async def search_at_rest(typed: str) -> None:
        await asyncio.sleep(DEBOUNCE)
        on_search(typed)

    def stop() -> None:
        if rest.current is not None:
            rest.current.cancel()

    async def changed(event: Any) -> None:
        set_text(event.control.value)
        stop()
        rest.current = asyncio.create_task(tell_failure(page, search_at_rest(event.control.value)))

    def clear() -> None:
        stop()
        set_text("")
        on_search("")

    use_effect(lambda: None, [], cleanup=stop)
    return own_name(
        ft.TextField(
            label=label,
            value=text,
            prefix_icon=ft.Icons.SEARCH,
            suffix_icon=NamedIconButton(ft.Icons.CLOSE, tr("Clear the search"), clear) if text else None,
            on_change=changed,
            dense=True,
            filled=True,
            fill_color=ft.Colors.SURFACE_CONTAINER_HIGH,
            border={
                ft.ControlState.DEFAULT: _border(ft.BorderSide(0, ft.Colors.TRANSPARENT)),
                ft.ControlState.FOCUSED: _border(ft.BorderSide(2, ft.Colors.PRIMARY)),
            },
        )
    )


def _border(side: ft.BorderSide) -> ft.InputBorder:
    return ft.OutlineInputBorder(border_radius=28, side=side)
