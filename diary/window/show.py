"""Where the diary shows itself: in a window of its own, in a tab of the browser, or only at an address."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

import flet as ft

from diary.model.preferences import WindowKind

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

WIDTH, HEIGHT = 420, 860
"""Of a window of its own, in logical pixels: a phone's proportions."""
_OWN_SCREEN = ("win32", "darwin")
"""Systems that always have a screen."""


class Showing(StrEnum):
    """How the diary shows itself."""

    FLET_WINDOW = "flet window"
    """In the window that Flet's own client draws."""
    APP_WINDOW = "app window"
    """In a window of an installed browser, without its tabs and address line."""
    TAB = "tab"
    ADDRESS = "address"


@dataclass(frozen=True, slots=True)
class Machine:
    """What this machine can show the diary in."""

    environment: Mapping[str, str]
    platform: str
    has_client: bool
    """Whether Flet's own client is there."""
    browser: Path | None
    """The browser for an app window."""


def has_display(environment: Mapping[str, str], platform: str) -> bool:
    """Whether a browser can be seen on this machine."""
    return platform in _OWN_SCREEN or bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def has_window_display(environment: Mapping[str, str], platform: str) -> bool:
    """Whether Flet would open a native window here. Without DISPLAY it would start an open server in its place."""
    return platform in _OWN_SCREEN or bool(environment.get("DISPLAY"))


def showing(machine: Machine, window: WindowKind) -> Showing:
    """How the diary shows itself, where it is to be seen at all: as it was chosen, and as well as the machine can."""
    if not has_display(machine.environment, machine.platform):
        return Showing.ADDRESS
    if window is WindowKind.OWN and machine.has_client and has_window_display(machine.environment, machine.platform):
        return Showing.FLET_WINDOW
    if window is WindowKind.OWN and machine.browser:
        return Showing.APP_WINDOW
    return Showing.TAB


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
