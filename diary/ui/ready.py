"""What the first page needs, loaded while the browser fetches the client; and what the other screens need, later."""

from __future__ import annotations

import asyncio
import importlib
import inspect
import sys
from typing import TYPE_CHECKING

import flet as ft

from diary.ui.page import theme
from diary.ui.page.component import component
from diary.ui.page.effects import use_effect
from diary.ui.page.session import session_here
from diary.ui.page.unreadable import Unreadable

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Executor
    from types import ModuleType

CONTROLS = (
    "AlertDialog",
    "Card",
    "Chip",
    "Column",
    "Container",
    "FilledButton",
    "FilledTonalButton",
    "Icon",
    "IconButton",
    "MergeSemantics",
    "NavigationBar",
    "NavigationBarDestination",
    "OutlineInputBorder",
    "OutlinedButton",
    "ProgressRing",
    "Router",
    "Row",
    "SafeArea",
    "Semantics",
    "Stack",
    "Text",
    "TextButton",
    "TextField",
    "use_dialog",
    "use_memo",
)
"""What Log and the frame around it are made of. Flet loads each of these when it is first named."""
IDLE_BEFORE_LOADING = 3.0
"""Seconds from a page's first moment until the other screens are loaded, so that the first of them opens at once."""
READER = "pydantic.type_adapter"
"""Reads what an act recorded; loaded last, so that the first Undo does not wait for it."""

_screens: list[tuple[str, str]] = []
"""Module and name of each screen that loads on demand."""


def load_first_screen() -> None:
    """Load what the first page will show, off the event loop."""
    for name in CONTROLS:
        getattr(ft, name)
    theme.theme(1)
    # The server reads the source of whoever answers a first websocket; reading one compiles what reading needs.
    inspect.getsourcelines(load_first_screen)


def on_demand(module: str, name: str) -> Callable[..., ft.Control]:
    """The screen of this name; its module loads when it is first opened, or a while after the first page."""
    _screens.append((module, name))

    @component
    def OnDemand() -> ft.Control:
        start: ModuleType | Unreadable | None = sys.modules.get(module)
        loaded, set_loaded = ft.use_state(start)
        loading = session_here().workers.loading

        async def load() -> None:
            if loaded is None:
                set_loaded(await _loaded(module, loading))

        use_effect(load, [])
        if isinstance(loaded, Unreadable):
            raise loaded.error
        screen: ft.Control = getattr(loaded, name)() if loaded else ft.Container(expand=True)
        return screen

    return OnDemand


async def _load(module: str, loading: Executor) -> ModuleType:
    return await asyncio.get_running_loop().run_in_executor(loading, importlib.import_module, module)


async def _loaded(module: str, loading: Executor) -> ModuleType | Unreadable:
    try:
        return await _load(module, loading)
    except Exception as error:  # noqa: BLE001  # raised again where the screen is drawn
        return Unreadable(error)


async def load_the_rest(tell: Callable[[Exception], None], loading: Executor) -> None:
    """Load the other screens, once the first page has come to rest. Tells of one that cannot be loaded, and goes on."""
    await asyncio.sleep(IDLE_BEFORE_LOADING)
    for module in (*dict(_screens), READER):
        try:
            await _load(module, loading)
        except Exception as error:  # noqa: BLE001  # told on the screen
            tell(error)
