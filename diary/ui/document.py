"""The page that Flet serves, made ours: its language, its name, its icon, and a tree for screen readers from the start.

Flet has no switch for the semantics tree: Flutter builds it when a hidden button is pressed, so a script presses it.
"""

from __future__ import annotations

import base64
import hashlib
import re
from typing import TYPE_CHECKING

from diary.language import tr
from diary.ui.asgi import answer, values, without
from diary.ui.headers import POLICY, policy

if TYPE_CHECKING:
    from diary.ui.asgi import Application, Message, Receive, Scope, Send

SEMANTICS = """<script>
addEventListener("flutter-first-frame", () => {
  const press = () => {
    const button = document.querySelector("flt-semantics-placeholder");
    button ? button.click() : setTimeout(press, 50);
  };
  press();
}, { once: true });
</script>
"""
_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def amended(page: str) -> str:
    """The page with our language, name, icon, colours while it loads, and semantics."""
    name = tr("Night Cramp Diary")
    for theirs, ours in (
        ("<html>", '<html lang="en">'),
        ("<title>Flet</title>", f"<title>{name}</title>"),
        ('content="Flet application."', f'content="{name}"'),
        ('content="Flet"', f'content="{name}"'),
        ('src="icons/loading-animation.png"', 'src="icons/icon-192.png"'),
        ("width: 200px", "width: 96px"),
        ("background: #ffffff", "background: #faf8ff"),
        ("background: #222222", "background: #121318"),
        ("</body>", SEMANTICS + "</body>"),
    ):
        page = page.replace(theirs, ours, 1)
    return page


def script_hashes(page: str) -> list[str]:
    """The hashes, as a Content-Security-Policy names them, of the scripts written into a page."""
    digests = (hashlib.sha256(script.encode()).digest() for script in _SCRIPT.findall(page))
    return [f"sha256-{base64.b64encode(digest).decode()}" for digest in digests]


class Document:
    """An ASGI application that amends the HTML pages of another."""

    def __init__(self, inner: Application, *, port: int) -> None:
        self._inner = inner
        self._port = port

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with the amended page where it is one."""
        if scope["type"] != "http" or scope["method"] != "GET":
            await self._inner(scope, receive, send)
            return
        start: Message = {}
        body = bytearray()

        async def collect(message: Message) -> None:
            if message["type"] == "http.response.start" and _is_page(message):
                start.update(message)
            elif not start:
                await send(message)
            else:
                body.extend(message.get("body", b""))
                if not message.get("more_body"):
                    await self._send_page(send, start, page=amended(body.decode()))

        await self._inner(scope, receive, collect)

    async def _send_page(self, send: Send, start: Message, *, page: str) -> None:
        # The validators speak of the page before it was amended, and it holds this run's settings: never kept.
        kept = without(start["headers"], b"content-length", b"etag", b"last-modified")
        ours = policy(port=self._port, scripts=script_hashes(page))
        headers = [*kept, (POLICY, ours.encode()), (b"cache-control", b"no-store")]
        await answer(send, start["status"], body=page.encode(), headers=headers)


def _is_page(message: Message) -> bool:
    return message["status"] == 200 and any(
        kind.startswith("text/html") for kind in values(message["headers"], b"content-type")
    )
