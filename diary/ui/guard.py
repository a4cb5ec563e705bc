"""The guard before the local server: only this machine's own page, opened by the person, gets through.

A page on localhost can be asked by any site that the browser shows. So each request must name this server as its
host, come from its own origin, and carry the cookie that a one-time token was traded for.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from diary.ui.asgi import answer, values
from diary.ui.refusal_page import refusal_page
from diary.ui.tokens import same

if TYPE_CHECKING:
    from diary.ui.asgi import Application, Receive, Scope, Send
    from diary.ui.tokens import Tokens

HTTP_PORT = 80
"""The port that browsers leave out of an address."""
SAFE_METHODS = frozenset({"GET", "HEAD"})
"""What a browser may ask without naming its origin."""
OTHER_SITES = frozenset({"cross-site", "same-site"})
"""What a browser says of a request that another page made; another port of this machine is “same-site”."""
AMBIGUOUS = "\0"
"""Stands for a header or a token that was sent twice; it equals no good one."""
POLICY_VIOLATION = 1008
"""The code with which a websocket is refused."""


@dataclass(frozen=True, slots=True)
class Request:
    """What the guard looks at; empty where the request says nothing."""

    host: str = ""
    origin: str = ""
    cookie: str = ""
    token: str | None = None
    method: str = "GET"
    websocket: bool = False
    site: str = ""
    """Who made the request, in the browser's words (Sec-Fetch-Site)."""
    mode: str = ""
    """How, in the browser's words (Sec-Fetch-Mode)."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What becomes of a request: an HTTP status, 200 for one that passes."""

    status: int


PASS = Judgement(200)
TRADE = Judgement(303)
NO_KEY = Judgement(401)
FOREIGN_ORIGIN = Judgement(403)
FOREIGN_HOST = Judgement(421)


def own_hosts(port: int) -> frozenset[str]:
    """The names under which this server is asked for."""
    names = ("127.0.0.1", "localhost")
    return frozenset({f"{name}:{port}" for name in names} | (set(names) if port == HTTP_PORT else set()))


def judge(request: Request, *, port: int, tokens: Tokens) -> Judgement:
    """Whether a request may pass; a good token is used up by it.

    421 for a foreign host; 403 for a foreign origin (a websocket, and whatever writes, must name its own); 401 for a
    bad token, and without a good cookie.
    """
    if request.host not in own_hosts(port):
        return FOREIGN_HOST
    if _is_from_elsewhere(request):
        return FOREIGN_ORIGIN
    if request.token is not None and request.method == "GET" and not request.websocket:
        return TRADE if tokens.take(request.token) else NO_KEY
    return PASS if same(request.cookie, tokens.cookie) else NO_KEY


def _is_from_elsewhere(request: Request) -> bool:
    must_say = request.websocket or request.method not in SAFE_METHODS
    if (request.origin or must_say) and request.origin != f"http://{request.host}":
        return True
    return request.site in OTHER_SITES and request.mode != "navigate"


def read(scope: Scope, *, cookie_name: str) -> Request:
    """What the guard looks at, from an ASGI scope."""

    def told(name: bytes) -> str:
        return _one(values(scope["headers"], name))

    return Request(
        host=told(b"host").lower(),
        origin=told(b"origin"),
        cookie=_one(_cookies(told(b"cookie"), cookie_name)),
        token=_token(scope["query_string"]),
        method=scope.get("method", "GET"),
        websocket=scope["type"] == "websocket",
        site=told(b"sec-fetch-site"),
        mode=told(b"sec-fetch-mode"),
    )


def _one(told: list[str]) -> str:
    return told[0] if len(told) == 1 else AMBIGUOUS if told else ""


def _cookies(header: str, name: str) -> list[str]:
    # By hand: the standard library's parser gives up at the first odd cookie of another program on this machine.
    pairs = (pair.strip().partition("=") for pair in header.split(";"))
    return [value for key, _, value in pairs if key == name]


def _token(query: bytes) -> str | None:
    told = [value for key, value in parse_qsl(query.decode("latin-1"), keep_blank_values=True) if key == "token"]
    return _one(told) if told else None


def address_without_token(scope: Scope) -> bytes:
    """The path and the rest of the query as they were asked for. One slash at the start: “//host” leads elsewhere."""
    path: bytes = scope["raw_path"]
    query: bytes = scope["query_string"]
    rest = b"&".join(part for part in query.split(b"&") if not part.startswith(b"token="))
    return b"/" + path.lstrip(b"/\\") + (b"?" + rest if rest else b"")


class Guard:
    """An ASGI application that lets requests through to another only where :func:`judge` passes them."""

    def __init__(self, inner: Application, *, port: int, tokens: Tokens) -> None:
        self._inner = inner
        self._port = port
        self._tokens = tokens
        # Browsers keep cookies by host alone: another diary on another port must not overwrite ours.
        self._cookie_name = f"night-cramp-diary-{port}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass, trade or refuse."""
        if scope["type"] == "lifespan":
            await self._inner(scope, receive, send)
            return
        request = read(scope, cookie_name=self._cookie_name)
        judgement = judge(request, port=self._port, tokens=self._tokens)
        if judgement is PASS:
            await self._inner(scope, receive, send)
        elif request.websocket:
            await send({"type": "websocket.close", "code": POLICY_VIOLATION})
        elif judgement is TRADE:
            await self._trade(scope, send)
        else:
            await _refuse(send, judgement)

    async def _trade(self, scope: Scope, send: Send) -> None:
        cookie = f"{self._cookie_name}={self._tokens.cookie}; Path=/; HttpOnly; SameSite=Strict"
        headers = [(b"location", address_without_token(scope)), (b"set-cookie", cookie.encode())]
        await answer(send, TRADE.status, headers=[*headers, (b"cache-control", b"no-store")])


async def _refuse(send: Send, judgement: Judgement) -> None:
    headers = [(b"content-type", b"text/html; charset=utf-8"), (b"cache-control", b"no-store")]
    await answer(send, judgement.status, body=refusal_page(judgement.status).encode(), headers=headers)
