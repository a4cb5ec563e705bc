"""The local server of the browser window: one socket on 127.0.0.1, the guard, and an end when no page is left."""

from __future__ import annotations

import asyncio
import gc
import logging
import socket
import sys
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import Executor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from diary.language import tr
from diary.model.causes import cause_of
from diary.model.errors import DiaryError
from diary.server.addresses import Addresses
from diary.server.backdrop import GetBackdrop, systems_own
from diary.server.client_files import ClientFiles
from diary.server.control import ControlRoute, InstanceFile
from diary.server.deferred import DeferredApp
from diary.server.document import Document
from diary.server.downloads import DownloadRoute, Downloads
from diary.server.fallback_fonts import FallbackFonts
from diary.server.guard import Guard
from diary.server.headers import Headers
from diary.server.open_pages import CountPages, OpenPages
from diary.server.pictures import PictureRoute
from diary.server.resume import Resume, ResumeRoute, SecretRoute

if TYPE_CHECKING:
    import uvicorn
    from fastapi import FastAPI

    from diary.server.asgi import Application

HOST = "127.0.0.1"
LARGEST_MESSAGE = 64 * 1024 * 1024
"""Bytes of one message from a page; uvicorn's own limit of 16 MiB is too small for an import."""
FAREWELL = 1
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
        raise PortNotUsableError(port, cause_of(trouble).reason) from None
    return listener


@dataclass(frozen=True, slots=True)
class Parts:
    """What the server is put together from."""

    main: Callable[..., Awaitable[Any]]
    """What Flet calls for each page that opens."""
    assets: Path
    addresses: Addresses
    running: InstanceFile
    downloads: Downloads
    pages: OpenPages
    resume: Resume
    get_ready: Callable[[], object] = lambda: None
    """What the first page will need, done in a thread while the browser fetches the client."""
    get_backdrop: GetBackdrop = systems_own
    """Gives the ground on which a page comes up."""
    thread: Executor | None = None
    """In which Flet loads; None: in one that the program's end waits for."""


def application(parts: Parts, flet: Application, *, port: int) -> Application:
    """The whole application: headers and guard outermost, Flet innermost."""
    app: Application = CountPages(flet, pages=parts.pages)
    app = Document(ClientFiles(app, assets=parts.assets), port=port, get_backdrop=parts.get_backdrop)
    app = FallbackFonts(app, folder=parts.assets / "fonts")
    app = DownloadRoute(app, downloads=parts.downloads)
    app = PictureRoute(app, pictures=parts.downloads.pictures)
    app = SecretRoute(app, resume=parts.resume)
    app = Guard(app, port=port, tokens=parts.addresses.tokens, get_backdrop=parts.get_backdrop)
    app = ResumeRoute(app, resume=parts.resume, tokens=parts.addresses.tokens)
    return Headers(ControlRoute(app, running=parts.running, addresses=parts.addresses), port=port)


class Server:
    """The server on a socket that listens already.

    It serves from the first moment; Flet is loaded beside it, while the browser fetches the client.
    """

    def __init__(self, parts: Parts, listener: socket.socket) -> None:
        self._parts = parts
        self._listener = listener
        self._deferred_flet = DeferredApp()
        self._server = _uvicorn(application(parts, self._deferred_flet, port=listener.getsockname()[1]))

    async def serve(self) -> None:
        """Serve until no page has been open for long, or until :meth:`stop`."""
        watch = asyncio.create_task(self._end_when_alone())
        flet = asyncio.create_task(self._run_flet())
        flet.add_done_callback(lambda _: self.stop())  # it goes on for ever, unless it cannot be loaded
        try:
            await self._server.serve(sockets=[self._listener])
        finally:
            watch.cancel()
            flet.cancel()
            self._listener.close()
            with suppress(asyncio.CancelledError):
                await flet

    def stop(self) -> None:
        """Let the server end, also before it has begun; from any thread."""
        self._server.should_exit = True

    async def _end_when_alone(self) -> None:
        await self._parts.pages.all_gone()
        self.stop()

    async def _run_flet(self) -> None:
        app = await asyncio.get_running_loop().run_in_executor(self._parts.thread, _load_flet, self._parts)
        async with app.router.lifespan_context(app):
            self._deferred_flet.come(app)
            await asyncio.Event().wait()


def _load_flet(parts: Parts) -> FastAPI:
    with _in_haste():
        import flet as ft  # with its server 0.3 s

        app: FastAPI = ft.run(parts.main, export_asgi_app=True, no_cdn=True)
        try:
            parts.get_ready()
        except Exception:  # the page asks for the same, and can tell the person
            logging.getLogger(__name__).exception("Nothing is ready for the first page.")
    return app


@contextmanager
def _in_haste() -> Iterator[None]:
    """Let threads take turns ten times as often as Python does, for one that imports holds up the one that serves.

    Importing makes much that stays and nothing to collect, so the collector rests.
    """
    before = sys.getswitchinterval()
    sys.setswitchinterval(before / 10)
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        sys.setswitchinterval(before)


def _uvicorn(app: Application) -> uvicorn.Server:
    import uvicorn  # about 0.1 s

    from diary.server.ending_server import EndingServer

    config = uvicorn.Config(
        app,
        log_config=None,  # only what goes wrong is told, on standard error
        access_log=False,
        lifespan="off",  # Flet's is run when Flet has come
        proxy_headers=False,  # nothing stands between us and the browser: such headers would be made up
        server_header=False,
        ws_max_size=LARGEST_MESSAGE,
        # On one machine the system says when the other side has gone. Unanswered questions whether it is there only cut
        # off a page whose browser, or whose program, was stopped for a while.
        ws_ping_interval=None,
        timeout_graceful_shutdown=FAREWELL,
    )
    return EndingServer(config)
