"""What every answer of the local server says about itself: that it is for this server's own page, and no other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.server.asgi import values

if TYPE_CHECKING:
    from collections.abc import Iterable

    from diary.server.asgi import Application, Header, Message, Receive, Scope, Send

POLICY = b"content-security-policy"
OPENS_TO_OTHERS = b"access-control-"
"""Flet lets every site read its answers; headers of this kind are taken away."""


def policy(*, port: int, scripts: Iterable[str] = ()) -> str:
    """The Content-Security-Policy: everything from this server, and nothing from elsewhere.

    Scripts inside the page run only where their hash is given. The client compiles WebAssembly, draws in a worker made
    from a blob, and, in browsers without ImageDecoder, decodes pictures from blobs.
    """
    hashes = "".join(f" '{script}'" for script in scripts)
    return (
        f"default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{hashes}; worker-src 'self' blob:; "
        # Older Safari does not count websockets as 'self'.
        f"connect-src 'self' ws://127.0.0.1:{port} ws://localhost:{port}; img-src 'self' blob:; font-src 'self'; "
        "style-src 'self' 'unsafe-inline'; manifest-src 'self'; base-uri 'self'; form-action 'none'; "
        "frame-ancestors 'none'; object-src 'none'"
    )


class Headers:
    """An ASGI application that gives another's answers our headers, and takes away what opens them to other sites."""

    def __init__(self, inner: Application, *, port: int) -> None:
        self._inner = inner
        self._ours = [
            (POLICY, policy(port=port).encode()),
            (b"referrer-policy", b"no-referrer"),
            (b"x-content-type-options", b"nosniff"),
            (b"cross-origin-resource-policy", b"same-origin"),
            # With these two the client may draw in threads.
            (b"cross-origin-opener-policy", b"same-origin"),
            (b"cross-origin-embedder-policy", b"require-corp"),
            # The browser may keep an answer, and asks each time whether it is still good: the client's files bear
            # the same names in every version.
            (b"cache-control", b"no-cache"),
        ]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with our headers."""

        async def send_with_ours(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": self._headers(message["headers"])}
            await send(message)

        await self._inner(scope, receive, send_with_ours)

    def _headers(self, theirs: Iterable[Header]) -> list[Header]:
        headers = [(key, value) for key, value in theirs if not key.lower().startswith(OPENS_TO_OTHERS)]
        return headers + [(key, value) for key, value in self._ours if not values(headers, key)]
