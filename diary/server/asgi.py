"""The shape of an ASGI application, and an answer sent in one piece."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

Message = MutableMapping[str, Any]
Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]
Header = tuple[bytes, bytes]


async def answer(send: Send, status: int, *, body: bytes = b"", headers: Iterable[Header] = ()) -> None:
    """Send a whole answer; its length is told for it."""
    all_headers = [*headers, (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": all_headers})
    await send({"type": "http.response.body", "body": body})


def values(headers: Iterable[Header], name: bytes) -> list[str]:
    """What the headers of this name say, in order; the name in lower case."""
    return [value.decode("latin-1") for key, value in headers if key.lower() == name]
