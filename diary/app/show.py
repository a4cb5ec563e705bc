"""The diary in its window, in the browser, or only at an address."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from diary import paths
from diary.app.console import say
from diary.app.pages import page_main_of
from diary.app.serving import serve
from diary.app.settling import settle
from diary.language import tr
from diary.model.preferences import WindowKind
from diary.server.control import InstanceFile
from diary.window import client
from diary.window.browsers import app_window_browser
from diary.window.show import Machine, Showing, show_window, showing

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    import flet as ft

    from diary.app.program import Program


def show(program: Program) -> None:
    """Show the diary until it is closed."""
    machine = _machine()
    how = _showing(program, machine)
    main = page_main_of(program)
    if how is Showing.FLET_WINDOW:
        if _show_in_flet_window(program, main):
            return
        say(tr("The window did not come up, so the diary opens in your browser."), sys.stderr)
        how = Showing.TAB
    serve(program, main, how, machine.browser)


def _showing(program: Program, machine: Machine) -> Showing:
    options = program.options
    if options.no_open:
        return Showing.ADDRESS
    # A port is asked for only to reach the diary by a browser.
    window = WindowKind.TAB if options.port is not None else options.window or program.startup.preferences().window
    how = showing(machine, window)
    if how is Showing.TAB and options.window is WindowKind.OWN:
        say(
            tr(
                "For a window of its own the diary needs Chromium, Chrome, Brave or Edge, and found none of them, so it "
                "opens in your browser."
            ),
            sys.stderr,
        )
    return how


def _machine() -> Machine:
    platform, home = sys.platform, Path.home()
    os.environ[client.FLAVOR] = client.flavor(os.environ, platform)
    return Machine(
        os.environ,
        platform,
        has_client=client.is_there(os.environ, platform, home=home),
        browser=app_window_browser(os.environ, platform, home),
    )


def _show_in_flet_window(program: Program, main: Callable[[ft.Page], Awaitable[None]]) -> bool:
    """Show the diary until its window is closed; whether the window came up at all."""
    InstanceFile(None).write(program.startup.folder)
    try:
        return show_window(main, assets=paths.assets())
    finally:  # Ctrl-C too
        asyncio.run(settle(program))
