"""How many pages are connected, and the end of a program that has none."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Awaitable, Coroutine

    from diary.server.asgi import Application, Message, Receive, Scope, Send

LEAVE = 0.5
"""Seconds that Flet has to take leave of a page that has gone; fewer than the server has when the program ends."""


@dataclass(slots=True)
class OpenPages:
    """How many pages are connected, and whether the last has been gone for long."""

    grace: float
    """Seconds that the program goes on without a page, at its start too."""
    count: int = 0
    _changed: asyncio.Event = field(default_factory=asyncio.Event)

    def opened(self) -> None:
        """A page connected."""
        self.count += 1
        self._changed.set()

    def closed(self) -> None:
        """A page disconnected."""
        self.count -= 1
        self._changed.set()

    async def all_gone(self) -> None:
        """Wait until no page has been connected for as long as the program stays."""
        while True:
            self._changed.clear()
            try:
                await asyncio.wait_for(self._changed.wait(), None if self.count else self.grace)
            except TimeoutError:
                return


class CountPages:
    """An ASGI application that counts the websockets of another: one for each page.

    What is still on its way to a page that has gone is let go: it is no error that a person could do anything about.
    """

    def __init__(self, inner: Application, *, pages: OpenPages) -> None:
        self._inner = inner
        self._pages = pages

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, counting pages."""
        if scope["type"] != "websocket":
            await self._inner(scope, receive, send)
            return

        async def send_while_there(message: Message) -> None:
            with suppress(OSError):  # as the server tells that the page has gone
                await send(message)

        messages: asyncio.Queue[Message] = asyncio.Queue()
        self._pages.opened()
        try:
            await _while_there(_read_to_the_end(receive, messages), self._inner(scope, messages.get, send_while_there))
        finally:
            self._pages.closed()


async def _read_to_the_end(receive: Receive, messages: asyncio.Queue[Message]) -> None:
    """Pass messages on until the page has gone, which so is noticed also while nobody asks for the next message."""
    while True:
        message = await receive()
        messages.put_nowait(message)
        if message["type"] == "websocket.disconnect":
            return


async def _while_there(reading: Coroutine[Any, Any, None], handling: Awaitable[None]) -> None:
    """Handle a page's websocket until the page has gone, and a moment longer, to take leave of it.

    Left alone, Flet waits for ever for more from a page that went before it said who it is.
    """
    handler, reader = asyncio.ensure_future(handling), asyncio.create_task(reading)
    try:
        await asyncio.wait({handler, reader}, return_when=asyncio.FIRST_COMPLETED)
        await asyncio.wait({handler}, timeout=LEAVE)
    finally:
        reader.cancel()
        handler.cancel()
    with suppress(asyncio.CancelledError):
        await handler
