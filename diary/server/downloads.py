"""Files that a page hands to its person: secret addresses behind the guard, good once where the file is saved.

Flet's own way takes seconds a megabyte and gives up silently at eight.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import quote

from diary.server.asgi import answer
from diary.server.headers import POLICY
from diary.server.pictures import Pictures
from diary.server.tokens import secret

if TYPE_CHECKING:
    from diary.server.asgi import Application, Receive, Scope, Send

PREFIX = "/download/"
OF_A_FILE = (
    b"default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; "
    b"frame-ancestors 'none'"
)
"""The Content-Security-Policy of a file: no script, and nothing from anywhere."""
MOST_WAITING = 8
"""Offers that were never taken are dropped, the oldest first, beyond this many."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A file that waits to be taken."""

    name: str
    data: bytes
    media_type: str
    to_look_at: bool = False
    """Shown in a tab, as often as that is loaded anew; else saved, once."""


@dataclass(slots=True)
class Downloads:
    """The files that wait to be taken, by their addresses; and the pictures on the screens."""

    pictures: Pictures = field(default_factory=Pictures)
    _waiting: dict[str, Offer] = field(default_factory=dict)

    def offer(self, name: str, data: bytes, media_type: str) -> str:
        """The address, on this server, at which the file can be taken once."""
        return self._keep(Offer(name, data, media_type))

    def show(self, name: str, data: bytes, media_type: str) -> str:
        """The address, on this server, at which the file can be looked at."""
        return self._keep(Offer(name, data, media_type, to_look_at=True))

    def _keep(self, offer: Offer) -> str:
        address = f"{PREFIX}{secret()}"
        while len(self._waiting) >= MOST_WAITING:
            del self._waiting[next(iter(self._waiting))]
        self._waiting[address] = offer
        return address

    def take(self, address: str) -> Offer | None:
        """The file at this address, which from now on is gone unless it is to be looked at."""
        offer = self._waiting.get(address)
        if offer and not offer.to_look_at:
            del self._waiting[address]
        return offer


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
    how = "inline" if offer.to_look_at else "attachment"
    headers = [
        (b"content-type", offer.media_type.encode()),
        (b"content-disposition", f"{how}; filename*=UTF-8''{quote(offer.name, safe='')}".encode()),
        (b"cache-control", b"no-store"),
        (POLICY, OF_A_FILE),
    ]
    await answer(send, 200, body=offer.data, headers=headers)
