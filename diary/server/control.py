"""How a second start finds the diary that is open: an instance file in its folder, and requests that only its reader can make.

The instance file holds the port and a secret, readable by the person alone. Whoever knows the secret may ask the running
diary for one more one-time token.
"""

from __future__ import annotations

import asyncio
import json
import urllib.request
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from diary.server.addresses import address
from diary.server.asgi import answer, values
from diary.server.private_file import remove, write_private
from diary.server.tokens import same, secret

if TYPE_CHECKING:
    from collections.abc import Callable

    from diary.server.addresses import Addresses
    from diary.server.asgi import Application, Receive, Scope, Send

INSTANCE_NAME = "running.json"
ADDRESS_PATH, FILE_PATH = "/knock", "/knock/file"
HEADER = "x-diary-knock"
TIMEOUT = 3.0
"""Seconds to wait for the running diary's answer."""
LONGEST_ANSWER = 5000
"""Bytes; a longer answer is not from a diary."""


@dataclass(frozen=True, slots=True)
class InstanceFile:
    """Where the open diary can be asked for an address."""

    port: int | None
    """None: it is open in a window of its own, and there is nothing to ask."""
    secret: str = field(default_factory=secret)

    def write(self, folder: Path) -> None:
        """Leave the instance file, readable by the person alone."""
        write_private(folder / INSTANCE_NAME, json.dumps(asdict(self)))


def read_instance(folder: Path) -> InstanceFile | None:
    """What the instance file in this folder says; None where there is none, or it cannot be read."""
    try:
        instance = json.loads((folder / INSTANCE_NAME).read_text(encoding="utf-8"))
        return InstanceFile(None if instance["port"] is None else int(instance["port"]), str(instance["secret"]))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def forget(folder: Path) -> None:
    """Take the instance file away: the diary closes, or an earlier one could not."""
    remove(folder / INSTANCE_NAME)


def request_address(running: InstanceFile) -> str | None:
    """A fresh one-time address of the running diary; None where it does not answer."""
    token = _ask(running, ADDRESS_PATH)
    return None if token is None or running.port is None else address(running.port, token)


def request_file(running: InstanceFile) -> Path | None:
    """A fresh file of the running diary that opens it once; None where it does not answer with one."""
    name = _ask(running, FILE_PATH)
    return Path(name) if name else None


def _ask(running: InstanceFile, path: str) -> str | None:
    if running.port is None:
        return None
    request = urllib.request.Request(  # always http, always this machine
        f"http://127.0.0.1:{running.port}{path}", method="POST", headers={HEADER: running.secret}
    )
    # Past any proxy that the machine is told to use: the secret stays here.
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with direct.open(request, timeout=TIMEOUT) as response:
            return str(response.read(LONGEST_ANSWER).decode("utf-8"))
    except (OSError, ValueError):
        return None


class ControlRoute:
    """An ASGI application, before the guard, that answers a request of a reader of the file and passes all else on."""

    def __init__(self, inner: Application, *, running: InstanceFile, addresses: Addresses) -> None:
        self._inner = inner
        self._running = running
        self._answers: dict[str, Callable[[], str]] = {
            ADDRESS_PATH: addresses.tokens.hand_out,
            FILE_PATH: lambda: str(addresses.file() or ""),
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a control request, or pass on."""
        if not self._is_request(scope):
            await self._inner(scope, receive, send)
            return
        headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"cache-control", b"no-store")]
        body = await asyncio.to_thread(self._answers[scope["path"]])
        await answer(send, 200, body=body.encode(), headers=headers)

    def _is_request(self, scope: Scope) -> bool:
        if scope["type"] != "http" or scope["method"] != "POST" or scope["path"] not in self._answers:
            return False
        given = values(scope["headers"], HEADER.encode())
        return len(given) == 1 and same(given[0], self._running.secret)
