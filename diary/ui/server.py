"""The local server of the browser window: one socket on 127.0.0.1, the guard, and an end when no page is left."""

from __future__ import annotations

import asyncio
import os
import socket
import sys
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import flet as ft

from diary.language import tr
from diary.model.errors import DiaryError
from diary.ui.document import Document
from diary.ui.downloads import DownloadRoute, Downloads
from diary.ui.fallback_fonts import FallbackFonts
from diary.ui.guard import Guard
from diary.ui.headers import Headers
from diary.ui.open_pages import CountPages, OpenPages
from diary.ui.running import Door, Running
from diary.ui.tokens import Tokens

if TYPE_CHECKING:
    import uvicorn

    from diary.ui.asgi import Application

HOST = "127.0.0.1"
LARGEST_MESSAGE = 64 * 1024 * 1024
"""Bytes of one message from a page; uvicorn's own limit of 16 MiB is too small for an import."""
FAREWELL = 2
"""Whole seconds that pages and downloads get to finish when the program ends."""


class PortNotUsableError(DiaryError):
    """A port that cannot be listened on."""

    def __init__(self, port: int, reason: str) -> None:
        super().__init__(
            tr("Port {port} cannot be used ({reason}). Choose another with --port.").format(port=port, reason=reason)
        )


def listen(port: int) -> socket.socket:
    """A socket that listens on 127.0.0.1; port 0 takes any free one. Raises PortNotUsableError."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    # On Windows this option would let two programs listen on one port; elsewhere, without it, the port of a diary
    # closed just now stays taken for a minute.
    if sys.platform != "win32":
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((HOST, port))
        listener.listen()
    except OSError as trouble:
        listener.close()
        raise PortNotUsableError(port, os.strerror(trouble.errno or 0)) from None
    return listener


@dataclass(frozen=True, slots=True)
class Parts:
    """What the server is put together from."""

    main: Callable[[ft.Page], Awaitable[Any]]
    """What Flet calls for each page that opens."""
    assets: Path
    tokens: Tokens
    running: Running
    downloads: Downloads
    pages: OpenPages


def application(parts: Parts, *, port: int) -> Application:
    """The whole application: headers and guard outermost, Flet innermost."""
    app: Application = ft.run(parts.main, export_asgi_app=True, no_cdn=True, assets_dir=str(parts.assets))
    app = CountPages(Document(app, port=port), pages=parts.pages)
    app = FallbackFonts(app, folder=parts.assets / "fonts")
    app = DownloadRoute(app, downloads=parts.downloads)
    app = Guard(app, port=port, tokens=parts.tokens)
    return Headers(Door(app, running=parts.running, tokens=parts.tokens), port=port)


class Server:
    """The server on a socket that listens already."""

    def __init__(self, parts: Parts, listener: socket.socket) -> None:
        self._pages = parts.pages
        self._listener = listener
        self._server = _uvicorn(application(parts, port=listener.getsockname()[1]))

    async def serve(self) -> None:
        """Serve until no page has been open for long, or until :meth:`stop`."""
        watch = asyncio.create_task(self._end_when_alone())
        try:
            await self._server.serve(sockets=[self._listener])
        finally:
            watch.cancel()
            self._listener.close()

    def stop(self) -> None:
        """Let the server end, also before it has begun; from any thread."""
        self._server.should_exit = True

    async def _end_when_alone(self) -> None:
        await self._pages.all_gone()
        self.stop()


def _uvicorn(app: Application) -> uvicorn.Server:
    import uvicorn  # about 0.1 s

    config = uvicorn.Config(
        app,
        log_config=None,  # only what goes wrong is told, on standard error
        access_log=False,
        proxy_headers=False,  # nothing stands between us and the browser: such headers would be made up
        server_header=False,
        ws_max_size=LARGEST_MESSAGE,
        timeout_graceful_shutdown=FAREWELL,
    )
    return uvicorn.Server(config)
