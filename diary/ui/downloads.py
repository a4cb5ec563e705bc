"""Files that a page hands to its person: one-time addresses behind the guard.

Flet's own way takes seconds a megabyte and gives up silently at eight.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import quote

from diary.ui.asgi import answer
from diary.ui.tokens import secret

if TYPE_CHECKING:
    from diary.ui.asgi import Application, Receive, Scope, Send

PREFIX = "/download/"
MOST_WAITING = 8
"""Offers that were never taken are dropped, the oldest first, beyond this many."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A file that waits to be taken."""

    name: str
    data: bytes
    media_type: str


@dataclass(slots=True)
class Downloads:
    """The files that wait to be taken, by their addresses."""

    _waiting: dict[str, Offer] = field(default_factory=dict)

    def offer(self, name: str, data: bytes, media_type: str) -> str:
        """The address, on this server, at which the file can be taken once."""
        address = f"{PREFIX}{secret()}"
        while len(self._waiting) >= MOST_WAITING:
            del self._waiting[next(iter(self._waiting))]
        self._waiting[address] = Offer(name, data, media_type)
        return address

    def take(self, address: str) -> Offer | None:
        """The file at this address, which from now on is gone."""
        return self._waiting.pop(address, None)


class DownloadRoute:
    """An ASGI application that answers the addresses of offers, and passes all others on."""

    def __init__(self, inner: Application, *, downloads: Downloads) -> None:
        self._inner = inner
        self._downloads = downloads

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with the offered file, or pass on."""
        if scope["type"] != "http" or not scope["path"].startswith(PREFIX):
            await self._inner(scope, receive, send)
            return
        offer = self._downloads.take(scope["path"]) if scope["method"] == "GET" else None
        if offer is None:
            await answer(send, 404, headers=[(b"cache-control", b"no-store")])
        else:
            await _hand_over(send, offer)


async def _hand_over(send: Send, offer: Offer) -> None:
    headers = [
        (b"content-type", offer.media_type.encode()),
        (b"content-disposition", f"attachment; filename*=UTF-8''{quote(offer.name, safe='')}".encode()),
        (b"cache-control", b"no-store"),
    ]
    await answer(send, 200, body=offer.data, headers=headers)
