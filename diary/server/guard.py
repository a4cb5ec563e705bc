"""The guard before the local server: only this machine's own page, opened by the person, gets through.

A page on localhost can be asked by any site that the browser shows. So each request must name this server as its
host, come from its own origin, and carry the cookie that a one-time token was traded for. What acts or listens (a
websocket, whatever is not only read) must carry the page's key as well: browsers send the cookie to every server of
this machine, and one of another user could take it.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from diary.server.asgi import answer, values
from diary.server.backdrop import GetBackdrop, systems_own
from diary.server.entry_page import POLICY_OF_ENTRY, entry_page
from diary.server.headers import POLICY
from diary.server.refusal_page import refusal_page
from diary.server.tokens import same

if TYPE_CHECKING:
    from diary.server.asgi import Application, Header, Receive, Scope, Send
    from diary.server.tokens import Tokens

HTTP_PORT = 80
"""The port that browsers leave out of an address."""
SAFE_METHODS = frozenset({"GET", "HEAD"})
"""What a browser may ask without naming its origin."""
OTHER_SITES = frozenset({"cross-site", "same-site"})
"""What a browser says of a request that another page made; another port of this machine is “same-site”."""
AMBIGUOUS = "\0"
"""Stands for a header or a token that was sent twice; it equals no good one."""
KEY_HEADER = "x-diary-key"
KEY_IN_QUERY = "key"
"""Where a websocket carries the page's key; a browser lets it send no headers of its own."""
WITHOUT_COOKIE = frozenset(
    {
        "/manifest.json",
        "/favicon.png",
        "/icons/apple-touch-icon-192.png",
        "/icons/icon-192.png",
        "/icons/icon-512.png",
        "/icons/icon-maskable-192.png",
        "/icons/icon-maskable-512.png",
    }
)
"""Name and pictures of the program, which browsers ask for without the cookie. They hold nothing of the diary."""
POLICY_VIOLATION = 1008
"""The code with which a websocket is refused."""


@dataclass(frozen=True, slots=True)
class Request:
    """What the guard looks at; empty where the request says nothing."""

    host: str = ""
    origin: str = ""
    cookie: str = ""
    page_key: str = ""
    token: str | None = None
    method: str = "GET"
    path: str = ""
    websocket: bool = False
    site: str = ""
    """Who made the request, in the browser's words (Sec-Fetch-Site)."""
    mode: str = ""
    """How, in the browser's words (Sec-Fetch-Mode)."""

    @property
    def acts(self) -> bool:
        """Whether it does more than fetch a file: a websocket brings everything that stands in the diary."""
        return self.websocket or self.method not in SAFE_METHODS


@dataclass(frozen=True, slots=True)
class Judgement:
    """What becomes of a request: an HTTP status, 200 for one that passes."""

    status: int


PASS = Judgement(200)
ENTRY = Judgement(200)
"""A good token: the page that takes the cookie and the key, and goes on to what was asked for."""
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
    bad token, without a good cookie (but for the program's icons), and, where the request acts, without the page's key.
    """
    if request.host not in own_hosts(port):
        return FOREIGN_HOST
    if is_from_elsewhere(request):
        return FOREIGN_ORIGIN
    if request.token is not None and request.method == "GET" and not request.websocket:
        return ENTRY if tokens.take(request.token) else NO_KEY
    if request.acts and not same(request.page_key, tokens.page_key):
        return NO_KEY
    is_let_through = request.path in WITHOUT_COOKIE or same(request.cookie, tokens.cookie)
    return PASS if is_let_through else NO_KEY


def is_from_elsewhere(request: Request) -> bool:
    """Whether another site made the request, or one that acts does not say where it comes from."""
    if (request.origin or request.acts) and request.origin != f"http://{request.host}":
        return True
    return request.site in OTHER_SITES and request.mode != "navigate"


def read(scope: Scope, *, cookie_name: str) -> Request:
    """What the guard looks at, from an ASGI scope."""

    def header(name: bytes) -> str:
        return _single_value(values(scope["headers"], name))

    return Request(
        host=header(b"host").lower(),
        origin=header(b"origin"),
        cookie=_single_value(_cookies(header(b"cookie"), cookie_name)),
        page_key=_page_key(scope, header(KEY_HEADER.encode())),
        token=_token(scope["query_string"]),
        method=scope.get("method", "GET"),
        path=scope.get("path", ""),
        websocket=scope["type"] == "websocket",
        site=header(b"sec-fetch-site"),
        mode=header(b"sec-fetch-mode"),
    )


def _single_value(values: list[str]) -> str:
    return values[0] if len(values) == 1 else AMBIGUOUS if values else ""


def _cookies(header: str, name: str) -> list[str]:
    # By hand: the standard library's parser gives up at the first odd cookie of another program on this machine.
    pairs = (pair.strip().partition("=") for pair in header.split(";"))
    return [value for key, _, value in pairs if key == name]


def _token(query: bytes) -> str | None:
    given = _in_query(query, "token")
    return _single_value(given) if given else None


def _page_key(scope: Scope, header: str) -> str:
    return _single_value(_in_query(scope["query_string"], KEY_IN_QUERY)) if scope["type"] == "websocket" else header


def _in_query(query: bytes, name: str) -> list[str]:
    return [value for key, value in parse_qsl(query.decode("latin-1"), keep_blank_values=True) if key == name]


def _query_without(query: bytes, name: str) -> bytes:
    return b"&".join(part for part in query.split(b"&") if not part.startswith(name.encode() + b"="))


def address_without_token(scope: Scope) -> str:
    """The path and the rest of the query as they were asked for. One slash at the start: “//host” leads elsewhere."""
    path: bytes = scope["raw_path"]
    rest = _query_without(scope["query_string"], "token")
    return (b"/" + path.lstrip(b"/\\") + (b"?" + rest if rest else b"")).decode("latin-1")


def cookie_name(port: int) -> str:
    """Browsers keep cookies by host alone: another diary on another port must not overwrite ours."""
    return f"night-cramp-diary-{port}"


def cookie_header(port: int, tokens: Tokens) -> Header:
    """What gives a page its cookie."""
    cookie = f"{cookie_name(port)}={tokens.cookie}; Path=/; HttpOnly; SameSite=Strict"
    return b"set-cookie", cookie.encode()


class Guard:
    """An ASGI application that lets requests through to another only where :func:`judge` passes them."""

    def __init__(
        self, inner: Application, *, port: int, tokens: Tokens, get_backdrop: GetBackdrop = systems_own
    ) -> None:
        self._inner = inner
        self._port = port
        self._tokens = tokens
        self._get_backdrop = get_backdrop

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass, trade or refuse."""
        if scope["type"] == "lifespan":
            await self._inner(scope, receive, send)
            return
        request = read(scope, cookie_name=cookie_name(self._port))
        judgement = judge(request, port=self._port, tokens=self._tokens)
        if judgement is PASS:
            # The key is not for who stands behind: Flet notes the address of each websocket.
            query = _query_without(scope["query_string"], KEY_IN_QUERY) if request.websocket else scope["query_string"]
            await self._inner({**scope, "query_string": query}, receive, send)
        elif request.websocket:
            await send({"type": "websocket.close", "code": POLICY_VIOLATION})
        elif judgement is ENTRY:
            await self._let_in(scope, send)
        else:
            await _refuse(send, judgement)

    async def _let_in(self, scope: Scope, send: Send) -> None:
        backdrop = await asyncio.to_thread(self._get_backdrop)
        page = entry_page(
            page_key=self._tokens.page_key,
            leads_to=address_without_token(scope),
            is_dark=backdrop is not None and backdrop.is_dark,
        )
        headers = [
            (b"content-type", b"text/html; charset=utf-8"),
            (POLICY, POLICY_OF_ENTRY.encode()),
            cookie_header(self._port, self._tokens),
            (b"cache-control", b"no-store"),
        ]
        await answer(send, ENTRY.status, body=page.encode(), headers=headers)


async def _refuse(send: Send, judgement: Judgement) -> None:
    headers = [(b"content-type", b"text/html; charset=utf-8"), (b"cache-control", b"no-store")]
    await answer(send, judgement.status, body=refusal_page(judgement.status).encode(), headers=headers)
