"""Pictures on the screens: each has an address behind the guard, for as long as it may be looked at.

Sent as bytes they would need the browser's ImageDecoder, which Firefox and Safari lack or gained late, and would be
decoded anew wherever a screen is drawn anew.
"""

from __future__ import annotations

import hmac
import secrets
from collections import OrderedDict
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING

from diary.server.asgi import answer

if TYPE_CHECKING:
    from diary.server.asgi import Application, Header, Receive, Scope, Send

PREFIX = "/picture/"
MOST_BYTES = 48 * 1024 * 1024
"""Of all pictures that are remembered: some hundreds of charts, or fifty pages of a report at its largest."""
KEY_LENGTH = 32
"""Random bytes of the key that makes addresses impossible to guess."""
HEADERS: tuple[Header, ...] = ((b"content-type", b"image/png"), (b"cache-control", b"no-store"))
"""What a diary shows stays out of the browser's cache on disk."""


@dataclass(slots=True)
class Pictures:
    """The pictures that were shown last, by their addresses.

    The same picture has the same address, so that a screen drawn anew does not fetch it anew; the key is this run's,
    so that nobody who knows a picture knows its address.
    """

    most_bytes: int = MOST_BYTES
    _key: bytes = field(default_factory=lambda: secrets.token_bytes(KEY_LENGTH), repr=False)
    _shown: OrderedDict[str, bytes] = field(default_factory=OrderedDict, repr=False)
    _size: int = 0

    def address(self, png: bytes) -> str:
        """The address, on this server, of a picture; what was not looked at for longest gives way to it."""
        address = f"{PREFIX}{hmac.digest(self._key, png, sha256).hex()}"
        if address not in self._shown:
            self._size += len(png)
            self._shown[address] = png
        self._shown.move_to_end(address)
        while self._size > self.most_bytes and len(self._shown) > 1:
            self._size -= len(self._shown.popitem(last=False)[1])
        return address

    def at(self, address: str) -> bytes | None:
        """The picture at this address; None where there is none, or it had to give way."""
        if address not in self._shown:
            return None
        self._shown.move_to_end(address)
        return self._shown[address]


class PictureRoute:
    """An ASGI application that answers the addresses of pictures, and passes all others on."""

    def __init__(self, inner: Application, *, pictures: Pictures) -> None:
        self._inner = inner
        self._pictures = pictures

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with the picture, or pass on."""
        if scope["type"] != "http" or not scope["path"].startswith(PREFIX):
            await self._inner(scope, receive, send)
            return
        picture = self._pictures.at(scope["path"]) if scope["method"] == "GET" else None
        if picture is None:
            await answer(send, 404, headers=HEADERS[1:])
        else:
            await answer(send, 200, body=picture, headers=HEADERS)
