"""The diary at its address on this machine, and what opens there: an app window, a tab, or nothing of ours."""

from __future__ import annotations

import asyncio
import signal
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from diary import paths
from diary.app.browser_tab import open_tab
from diary.app.console import say
from diary.app.own_window import OwnWindow
from diary.app.pages import backdrop_of, get_ready
from diary.app.settling import settle
from diary.language import tr
from diary.server.addresses import Addresses, remove_files
from diary.server.control import InstanceFile
from diary.server.open_pages import OpenPages
from diary.server.resume import Resume, read_last
from diary.server.serve import Parts, PortNotUsableError, Server, listen
from diary.server.tokens import Tokens
from diary.window.show import Showing

if TYPE_CHECKING:
    import socket
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    import flet as ft

    from diary.app.program import Program

INTERRUPTIONS = (signal.SIGINT, signal.SIGTERM)


def serve(program: Program, main: Callable[[ft.Page], Awaitable[None]], how: Showing, browser: Path | None) -> None:
    """Serve until no page has been open for long, the window was closed, or the program is asked to end."""
    folder, options = program.startup.folder, program.options
    last = read_last(folder)
    listener = _listen(options.port, last)
    port = int(listener.getsockname()[1])
    remove_files(folder)
    addresses, pages = Addresses(port, Tokens(), folder), OpenPages(options.grace)
    instance, resume = InstanceFile(port), replace(last, port=port) if last else Resume(port)
    window = OwnWindow(browser, folder, addresses, pages) if browser and how is Showing.APP_WINDOW else None
    parts = Parts(
        main,
        paths.assets(),
        addresses,
        instance,
        program.downloads,
        pages,
        resume,
        get_ready=lambda: get_ready(program.startup),
        get_backdrop=lambda: backdrop_of(program.startup),
        raise_window=window.raise_ if window else lambda: False,
        thread=program.workers.start,
    )
    server = Server(parts, listener)
    # From here on an interruption ends the server in peace, at whatever moment it comes.
    for interruption in INTERRUPTIONS:
        signal.signal(interruption, lambda *_: server.stop())
    instance.write(folder)
    resume.write(folder)
    say(tr("Open {address}").format(address=addresses.fresh()))
    if window:
        window.show(when_closed=server.stop)
    elif how is Showing.TAB:
        open_tab(addresses.file())
    try:
        asyncio.run(_serve_and_settle(server, program))
    finally:
        if window:
            window.close()


async def _serve_and_settle(server: Server, program: Program) -> None:
    try:
        await server.serve()
    finally:
        await settle(program)


def _listen(port: int | None, last: Resume | None) -> socket.socket:
    """At the port that was asked for; else that of last time, where its pages still look for the diary; else any."""
    if port is None and last is not None:
        with suppress(PortNotUsableError):
            return listen(last.port)
    return listen(port or 0)
