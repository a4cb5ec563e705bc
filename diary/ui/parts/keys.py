"""Keys that act wherever the focus is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from diary.ui.page.effects import use_effect

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    Act = Callable[[], Awaitable[None]]


def use_keys(keys: Mapping[str, Act], *, alt: bool = False) -> None:
    """Let these keys act while there are any: plain ones on a screen without a field to type in, or those with Alt."""
    page = ft.context.page

    async def pressed(event: ft.KeyboardEvent) -> None:
        act = keys.get(event.key)
        if act and event.alt == alt and not (event.ctrl or event.meta):  # with these they are the browser's
            await act()

    def listen() -> None:
        if keys:
            page.on_keyboard_event = pressed

    def leave() -> None:
        if keys:
            page.on_keyboard_event = None

    use_effect(listen, [sorted(keys)], cleanup=leave)
