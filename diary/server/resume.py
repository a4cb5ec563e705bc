"""How an open page finds its diary again after that was closed and started anew.

While the diary is closed, any program of this machine may listen at its port, another user's too. So page and program
first prove to one another that both know a secret, which neither says: the page holds it in its memory, the program in
the diary's folder. Each proof names the port, so that it cannot be handed on to or from another one, and what the
other side made up for it, so that it is good once.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from diary.server.asgi import answer, values
from diary.server.guard import cookie_header, cookie_name, is_from_elsewhere, own_hosts, read
from diary.server.private_file import write_private
from diary.server.tokens import same
from diary.server.tokens import secret as new_secret

if TYPE_CHECKING:
    from pathlib import Path

    from diary.server.asgi import Application, Header, Receive, Scope, Send
    from diary.server.tokens import Tokens

FILE_NAME = "resume.json"
ALIVE, RESUME, SECRET = "/alive", "/resume", "/resume/secret"
NONCE, PROOF = b"x-diary-nonce", b"x-diary-proof"
LONGEST_NONCE = 100
MOST_OPEN = 32
"""Challenges that wait for a page's proof; beyond these the oldest is dropped."""


@dataclass(frozen=True, slots=True)
class Resume:
    """What one run of the program knows, to find its pages again."""

    port: int
    secret: str = field(default_factory=new_secret)
    """The same in every run, so that the pages of any earlier one know it."""
    run: str = field(default_factory=new_secret)
    """Names this run; no secret."""

    def proof(self, *parts: str) -> str:
        """What only somebody who knows the secret can say of these parts."""
        message = "\n".join(parts).encode()
        return hmac.new(self.secret.encode(), message, hashlib.sha256).hexdigest()

    def proof_of_diary(self, page_nonce: str, own_nonce: str) -> str:
        """What shows a page that this is its diary."""
        return self.proof("diary", str(self.port), self.run, page_nonce, own_nonce)

    def proof_of_page(self, own_nonce: str) -> str:
        """What a page of this diary shows."""
        return self.proof("page", str(self.port), own_nonce)

    def write(self, folder: Path) -> None:
        """Keep it for the next run."""
        write_private(folder / FILE_NAME, json.dumps({"port": self.port, "secret": self.secret}))


def read_last(folder: Path) -> Resume | None:
    """What the last run kept; None where there was none, or its file cannot be read."""
    try:
        content = json.loads((folder / FILE_NAME).read_text(encoding="utf-8"))
        return Resume(int(content["port"]), str(content["secret"]))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


class ResumeRoute:
    """An ASGI application, before the guard, for pages that look for their diary; it passes all else on."""

    def __init__(self, inner: Application, *, resume: Resume, tokens: Tokens) -> None:
        self._inner = inner
        self._resume = resume
        self._tokens = tokens
        self._open: deque[str] = deque(maxlen=MOST_OPEN)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Prove who this is, let a page in that proved who it is, or pass on."""
        if scope["type"] == "http" and scope["method"] == "POST" and self._is_own_page(scope):
            nonce = _only_value(scope, NONCE)
            if scope["path"] == ALIVE and 0 < len(nonce) <= LONGEST_NONCE:
                await _answer_json(send, self._challenge(nonce))
                return
            if scope["path"] == RESUME and self._is_proved(nonce, _only_value(scope, PROOF)):
                content = {"key": self._tokens.page_key}
                await _answer_json(send, content, cookie_header(self._resume.port, self._tokens))
                return
        await self._inner(scope, receive, send)

    def _is_own_page(self, scope: Scope) -> bool:
        port = self._resume.port
        request = read(scope, cookie_name=cookie_name(port))
        return request.host in own_hosts(port) and not is_from_elsewhere(request)

    def _challenge(self, page_nonce: str) -> dict[str, str]:
        own_nonce = new_secret()
        self._open.append(own_nonce)
        proof = self._resume.proof_of_diary(page_nonce, own_nonce)
        return {"run": self._resume.run, "nonce": own_nonce, "proof": proof}

    def _is_proved(self, nonce: str, proof: str) -> bool:
        if nonce not in self._open:
            return False
        self._open.remove(nonce)
        return same(proof, self._resume.proof_of_page(nonce))


class SecretRoute:
    """An ASGI application, behind the guard, that tells a page the secret to find its diary again by."""

    def __init__(self, inner: Application, *, resume: Resume) -> None:
        self._inner = inner
        self._resume = resume

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Tell the secret, or pass on. The guard lets a POST through only with the page's key."""
        if scope["type"] == "http" and scope["method"] == "POST" and scope["path"] == SECRET:
            await _answer_json(send, {"run": self._resume.run, "secret": self._resume.secret})
        else:
            await self._inner(scope, receive, send)


def _only_value(scope: Scope, name: bytes) -> str:
    given = values(scope["headers"], name)
    return given[0] if len(given) == 1 else ""


async def _answer_json(send: Send, content: dict[str, str], *headers: Header) -> None:
    own = ((b"content-type", b"application/json"), (b"cache-control", b"no-store"))
    await answer(send, 200, body=json.dumps(content).encode(), headers=(*own, *headers))
