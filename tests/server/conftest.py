"""A running local server around a small page, and requests to it as forged as a test wants them."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from tempfile import mkdtemp
from threading import Thread
from typing import Any

import flet as ft
import pytest

from diary import paths
from diary.server.addresses import Addresses, address
from diary.server.control import InstanceFile
from diary.server.downloads import Downloads
from diary.server.open_pages import OpenPages
from diary.server.resume import Resume
from diary.server.serve import Parts, Server, listen
from diary.server.tokens import Tokens


@dataclass(frozen=True)
class Answer:
    """What the server said."""

    status: int
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True)
class Served:
    """A running server."""

    port: int
    server: Server
    thread: Thread
    running: InstanceFile
    resume: Resume
    tokens: Tokens = field(default_factory=Tokens)
    downloads: Downloads = field(default_factory=Downloads)
    pages: OpenPages = field(default_factory=lambda: OpenPages(60))
    ended_with: list[BaseException] = field(default_factory=list)
    """What ended it, if it did not end in peace."""

    @property
    def cookie(self) -> dict[str, str]:
        """The header of a page that traded its token."""
        return {"Cookie": f"night-cramp-diary-{self.port}={self.tokens.cookie}"}

    def fresh_address(self) -> str:
        """An address that opens the page once."""
        return address(self.port, self.tokens.hand_out())

    def ask(self, path: str, *, method: str = "GET", headers: dict[str, str] | None = None) -> Answer:
        """Ask over HTTP, with these headers and no others but Host."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request(method, path, headers=headers or {})
            told = connection.getresponse()
            return Answer(told.status, {key.lower(): value for key, value in told.getheaders()}, told.read())
        finally:
            connection.close()

    def status_of(self, request: bytes) -> int:
        """The status that raw bytes are answered with."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=10) as connection:
            connection.sendall(request)
            return int(connection.recv(4096).split(b" ", 2)[1])


Main = Callable[[ft.Page], Awaitable[None]]
Serve = Callable[..., Served]


async def small_page(page: ft.Page) -> None:
    """One line and one button."""
    page.title = "Small"
    page.add(ft.Text("A small page"), ft.FilledButton("Press"))


def _start(main: Main, *, stay: float = 60.0, **parts: Any) -> Served:
    listener = listen(0)
    port = listener.getsockname()[1]
    pages, tokens, downloads, running = (
        OpenPages(stay),
        Tokens(),
        parts.get("downloads", Downloads()),
        InstanceFile(port),
    )
    get_ready = parts.get("get_ready", lambda: None)
    resume = parts.get("resume", Resume(port))
    addresses = Addresses(port, tokens, Path(mkdtemp(prefix="night-cramp-diary-test-")))
    server = Server(Parts(main, paths.assets(), addresses, running, downloads, pages, resume, get_ready), listener)
    ended_with: list[BaseException] = []

    def serve() -> None:
        try:
            asyncio.run(server.serve())
        except Exception as trouble:  # noqa: BLE001  # a test looks at it
            ended_with.append(trouble)

    thread = Thread(target=serve)
    thread.start()
    return Served(port, server, thread, running, resume, tokens, downloads, pages, ended_with)


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Start a server: serve(main=small_page, stay=60, get_ready=...)."""
    started = []

    def start(main: Main = small_page, **how: Any) -> Served:
        started.append(_start(main, **how))
        return started[-1]

    yield start
    for each in started:
        each.server.stop()
        each.thread.join(10)


@pytest.fixture(scope="module")
def served() -> Iterator[Served]:
    """A server around a small page, shared by the tests of a module."""
    started = _start(small_page)
    yield started
    started.server.stop()
    started.thread.join(10)
