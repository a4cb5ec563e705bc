"""Where the diary shows itself: in a native window, in the browser, or only at an address."""

from __future__ import annotations

import logging
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import flet as ft

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping
    from pathlib import Path

WIDTH, HEIGHT = 420, 860
"""Of the native window, in logical pixels: a phone's proportions."""
_OWN_SCREEN = ("win32", "darwin")
"""Systems that always have a screen."""


class Showing(StrEnum):
    """How the diary shows itself."""

    WINDOW = "window"
    BROWSER = "browser"
    ADDRESS = "address"


def has_display(environment: Mapping[str, str], platform: str) -> bool:
    """Whether a browser can be seen on this machine."""
    return platform in _OWN_SCREEN or bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def has_window_display(environment: Mapping[str, str], platform: str) -> bool:
    """Whether Flet would open a native window here. Without DISPLAY it would start an open server in its place."""
    return platform in _OWN_SCREEN or bool(environment.get("DISPLAY"))


def showing(
    environment: Mapping[str, str], platform: str, *, window: bool, no_open: bool, client: Callable[[], bool]
) -> Showing:
    """How the diary shows itself. The client is asked for only where a window was chosen and is possible."""
    if no_open or not has_display(environment, platform):
        return Showing.ADDRESS
    if window and has_window_display(environment, platform) and client():
        return Showing.WINDOW
    return Showing.BROWSER


def show_window(main: Callable[[ft.Page], Awaitable[Any]], *, assets: Path) -> bool:
    """Show the diary in a native window until it is closed; whether the window came up at all."""
    opened = False

    async def in_window(page: ft.Page) -> None:
        nonlocal opened
        opened = True
        page.window.width, page.window.height = WIDTH, HEIGHT
        await main(page)

    try:
        ft.run(in_window, view=ft.AppView.FLET_APP, host="127.0.0.1", assets_dir=str(assets))
    except Exception:  # whatever keeps the client from starting, the browser stands in
        logging.getLogger(__name__).debug("The window did not come up.", exc_info=True)
    return opened
