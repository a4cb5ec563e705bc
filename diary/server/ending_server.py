"""Uvicorn's server, with an end that leaves nobody waiting."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import uvicorn

if TYPE_CHECKING:
    import socket

ROUND = 0.05
"""Seconds between two looks for who connected while the server was ending."""


class EndingServer(uvicorn.Server):
    """Lets go also of who connected just as the server ended.

    Uvicorn asks each connection that it knows of to close. One that was accepted in that very moment becomes known after
    that; it would be waited for as long as the farewell lasts, and then be called an error.
    """

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End, as uvicorn does, and ask those who come meanwhile to close as well."""
        closing = asyncio.create_task(self._close_latecomers(set(self.server_state.connections)))
        try:
            await super().shutdown(sockets)
        finally:
            closing.cancel()

    async def _close_latecomers(self, asked: set[Any]) -> None:
        while True:
            late = self.server_state.connections - asked
            for connection in late:
                connection.shutdown()
            asked |= late
            await asyncio.sleep(ROUND)
