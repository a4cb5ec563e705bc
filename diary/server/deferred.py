"""An application that is still being made: who asks for it waits."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from diary.server.asgi import Application, Receive, Scope, Send


class DeferredApp:
    """An ASGI application that stands for another until that has come."""

    def __init__(self) -> None:
        self._here = asyncio.Event()
        self._inner: Application = self._wait

    def come(self, inner: Application) -> None:
        """The application is made; to be called on the event loop."""
        self._inner = inner
        self._here.set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, once there is something to pass on to."""
        await self._inner(scope, receive, send)

    async def _wait(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._here.wait()
        await self._inner(scope, receive, send)
