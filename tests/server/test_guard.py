from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

import pytest

from diary.server.entry_page import script_hashes
from diary.server.guard import ENTRY, KEY_HEADER, NO_KEY, PASS, Guard, Request, judge, own_hosts
from diary.server.tokens import Tokens
from tests.loops import run_apart

if TYPE_CHECKING:
    from diary.server.asgi import Message, Receive, Scope, Send
    from tests.server.conftest import Served

OWN, LOCAL = "127.0.0.1:{port}", "localhost:{port}"
HTTP, SOCKET, WRITING = "http", "websocket", "a request that writes"
ENTERS = 200
"""The status of the page that a good token opens; it alone gives a cookie."""
Row = tuple[str, str, str | None, str | None, str | None, str | None, int]
"""Kind, Host, Origin, cookie, the page's key, token, and the status it is answered with."""
TABLE: list[Row] = [
    # A page that traded its token.
    (HTTP, OWN, None, "good", None, None, 200),
    (HTTP, LOCAL, None, "good", None, None, 200),
    (HTTP, "LOCALHOST:{port}", None, "good", None, None, 200),
    (HTTP, OWN, "http://127.0.0.1:{port}", "good", None, None, 200),
    (HTTP, LOCAL, "http://localhost:{port}", "good", None, None, 200),
    (HTTP, OWN, None, "among others", None, None, 200),
    (SOCKET, OWN, "http://127.0.0.1:{port}", "good", "good", None, 101),
    (SOCKET, LOCAL, "http://localhost:{port}", "good", "good", None, 101),
    (SOCKET, OWN, "http://127.0.0.1:{port}", "among others", "good", None, 101),
    # A first opening.
    (HTTP, OWN, None, None, None, "fresh", ENTERS),
    (HTTP, LOCAL, None, None, None, "fresh", ENTERS),
    (HTTP, OWN, None, "wrong", None, "fresh", ENTERS),
    (HTTP, OWN, None, "good", None, "fresh", ENTERS),
    # A token that is not good, whatever else is.
    (HTTP, OWN, None, None, None, "used", 401),
    (HTTP, OWN, None, "good", None, "used", 401),
    (HTTP, OWN, None, None, None, "wrong", 401),
    (HTTP, OWN, None, "good", None, "wrong", 401),
    (HTTP, OWN, None, None, None, "empty", 401),
    (HTTP, OWN, None, None, None, "fresh twice", 401),
    (SOCKET, OWN, "http://127.0.0.1:{port}", None, "good", "fresh", 403),
    # No cookie, or not this one.
    (HTTP, OWN, None, None, None, None, 401),
    (HTTP, LOCAL, None, None, None, None, 401),
    (HTTP, OWN, "http://127.0.0.1:{port}", None, None, None, 401),
    (HTTP, OWN, None, "wrong", None, None, 401),
    (HTTP, OWN, None, "cut short", None, None, 401),
    (HTTP, OWN, None, "twice", None, None, 401),
    (HTTP, OWN, None, "of another port", None, None, 401),
    (SOCKET, OWN, "http://127.0.0.1:{port}", None, "good", None, 403),
    (SOCKET, OWN, "http://127.0.0.1:{port}", "wrong", "good", None, 403),
    (SOCKET, OWN, "http://127.0.0.1:{port}", "twice", "good", None, 403),
    # The cookie without the page's key: another server of this machine was sent it.
    (SOCKET, OWN, "http://127.0.0.1:{port}", "good", None, None, 403),
    (SOCKET, LOCAL, "http://localhost:{port}", "good", None, None, 403),
    (SOCKET, OWN, "http://127.0.0.1:{port}", "good", "wrong", None, 403),
    (SOCKET, OWN, "http://127.0.0.1:{port}", "good", "cut short", None, 403),
    (SOCKET, OWN, "http://127.0.0.1:{port}", "good", "empty", None, 403),
    (SOCKET, OWN, "http://127.0.0.1:{port}", "good", "twice", None, 403),
    (SOCKET, OWN, "http://127.0.0.1:{port}", "good", "the cookie", None, 403),
    (SOCKET, OWN, "http://127.0.0.1:{port}", "good", "in a header", None, 403),
    (SOCKET, OWN, "http://127.0.0.1:{port}", "good", None, "fresh", 403),
    (WRITING, OWN, "http://127.0.0.1:{port}", "good", None, None, 401),
    (WRITING, OWN, "http://127.0.0.1:{port}", "good", "wrong", None, 401),
    (WRITING, OWN, "http://127.0.0.1:{port}", "good", "the cookie", None, 401),
    (WRITING, OWN, "http://127.0.0.1:{port}", "good", "twice", None, 401),
    # The key without the cookie, and both, where they may be and where not.
    (WRITING, OWN, "http://127.0.0.1:{port}", None, "good", None, 401),
    (WRITING, OWN, "http://127.0.0.1:{port}", "wrong", "good", None, 401),
    (WRITING, OWN, "http://127.0.0.1:1", "good", "good", None, 403),
    (WRITING, OWN, None, "good", "good", None, 403),
    (WRITING, "evil.example:{port}", "http://evil.example:{port}", "good", "good", None, 421),
    # A foreign host: a name that was made to point here.
    (HTTP, "evil.example:{port}", None, "good", None, None, 421),
    (HTTP, "evil.example:{port}", None, None, None, "fresh", 421),
    (HTTP, "evil.example", "http://evil.example", "good", None, None, 421),
    (HTTP, "localhost.evil.example:{port}", None, "good", None, None, 421),
    (HTTP, "127.0.0.1.evil.example:{port}", None, "good", None, None, 421),
    (HTTP, "localhost.:{port}", None, "good", None, None, 421),
    (HTTP, "127.0.0.1", None, "good", None, None, 421),
    (HTTP, "127.0.0.1:1", None, "good", None, None, 421),
    (HTTP, "127.0.0.2:{port}", None, "good", None, None, 421),
    (HTTP, "0.0.0.0:{port}", None, "good", None, None, 421),
    (HTTP, "[::1]:{port}", None, "good", None, None, 421),
    (HTTP, "", None, "good", None, None, 421),
    (SOCKET, "evil.example:{port}", "http://evil.example:{port}", "good", "good", None, 403),
    (SOCKET, "evil.example:{port}", "http://127.0.0.1:{port}", "good", "good", None, 403),
    # A foreign origin: a page of another site.
    (HTTP, OWN, "http://evil.example", "good", None, None, 403),
    (HTTP, OWN, "http://evil.example", None, None, "fresh", 403),
    (HTTP, OWN, "https://127.0.0.1:{port}", "good", None, None, 403),
    (HTTP, OWN, "http://127.0.0.1:1", "good", None, None, 403),
    (HTTP, OWN, "http://127.0.0.1", "good", None, None, 403),
    (HTTP, OWN, "http://localhost:{port}", "good", None, None, 403),
    (HTTP, OWN, "null", "good", None, None, 403),
    (SOCKET, OWN, None, "good", "good", None, 403),
    (SOCKET, OWN, "null", "good", "good", None, 403),
    (SOCKET, OWN, "http://evil.example", "good", "good", None, 403),
    (SOCKET, OWN, "http://127.0.0.1:1", "good", "good", None, 403),
    (SOCKET, OWN, "https://127.0.0.1:{port}", "good", "good", None, 403),
    (SOCKET, LOCAL, "http://127.0.0.1:{port}", "good", "good", None, 403),
]


def cookie_header(kind: str | None, served: Served) -> str | None:
    name, good = f"night-cramp-diary-{served.port}", served.tokens.cookie
    return {
        None: None,
        "good": f"{name}={good}",
        "wrong": f"{name}={good[::-1]}",
        "cut short": f"{name}={good[:-1]}",
        "twice": f"{name}={good}; {name}={good}",
        "among others": f'odd[]={{"a":1}},x; {name}={good}; _xsrf=2|3',
        "of another port": f"night-cramp-diary-1={good}",
    }[kind]


def key_in_query(kind: str | None, served: Served) -> str:
    good = served.tokens.page_key
    return {
        None: "",
        "good": f"&key={good}",
        "wrong": f"&key={good[::-1]}",
        "cut short": f"&key={good[:-1]}",
        "empty": "&key=",
        "twice": f"&key={good}&key={good}",
        "the cookie": f"&key={served.tokens.cookie}",
        "in a header": "",
    }[kind]


def key_headers(kind: str | None, served: Served) -> list[str]:
    good = served.tokens.page_key
    line = f"{KEY_HEADER}: {good}"
    return {
        None: [],
        "good": [line],
        "in a header": [line],
        "wrong": [f"{KEY_HEADER}: {good[::-1]}"],
        "twice": [line, line],
        "the cookie": [f"{KEY_HEADER}: {served.tokens.cookie}"],
    }[kind]


def query(kind: str | None, served: Served) -> str:
    fresh = served.tokens.hand_out()
    if kind == "used":
        served.tokens.take(fresh)
    return {
        None: "",
        "fresh": f"?token={fresh}",
        "used": f"?token={fresh}",
        "wrong": f"?token={fresh[::-1]}",
        "empty": "?token=",
        "fresh twice": f"?token={fresh}&token={fresh}",
    }[kind]


@pytest.mark.parametrize("row", TABLE, ids=str)
def test_only_the_own_page_gets_through(served: Served, row: Row) -> None:
    kind, host, origin, cookie, key, token, status = row
    asked = f"/{query(token, served)}"
    if kind == SOCKET:
        asked = f"/ws{query(token, served) or '?'}{key_in_query(key, served)}"
    lines = [f"{'POST' if kind == WRITING else 'GET'} {asked} HTTP/1.1"]
    lines.append(f"Host: {host.format(port=served.port)}")
    if origin is not None:
        lines.append(f"Origin: {origin.format(port=served.port)}")
    if (held := cookie_header(cookie, served)) is not None:
        lines.append(f"Cookie: {held}")
    if kind == WRITING or key == "in a header":
        lines += key_headers(key, served)
    if kind == SOCKET:
        lines += ["Upgrade: websocket", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: MDEyMzQ1Njc4OTAxMjM0NQ=="]
    lines += [f"Connection: {'Upgrade' if kind == SOCKET else 'close'}", "", ""]
    assert served.status_of("\r\n".join(lines).encode()) == status


def test_the_table_is_as_long_as_promised() -> None:
    assert len(TABLE) >= 40
    assert len(set(TABLE)) == len(TABLE)


def test_a_host_sent_twice_is_refused(served: Served) -> None:
    own = f"Host: 127.0.0.1:{served.port}\r\n"
    cookie = f"Cookie: {served.cookie['Cookie']}\r\n"
    assert served.status_of(f"GET / HTTP/1.1\r\n{own}{own}{cookie}\r\n".encode()) in {400, 421}


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_whatever_writes_must_name_its_origin(served: Served, method: str) -> None:
    assert served.ask("/", method=method, headers=served.cookie).status == 403


@pytest.mark.parametrize(
    ("site", "mode", "status"),
    [
        ("same-origin", "cors", 200),
        ("none", "navigate", 200),
        ("cross-site", "navigate", 200),
        ("cross-site", "no-cors", 403),
        ("same-site", "no-cors", 403),
        ("cross-site", "websocket", 403),
    ],
)
def test_what_another_site_embeds_is_refused_even_with_the_cookie(
    served: Served, site: str, mode: str, status: int
) -> None:
    headers = {**served.cookie, "Sec-Fetch-Site": site, "Sec-Fetch-Mode": mode}
    assert served.ask("/", headers=headers).status == status


def where_it_leads(page: bytes) -> str:
    found = re.search(r'data-leads-to="([^"]*)"', page.decode())
    assert found
    return unescape(found[1])


def test_a_token_leads_to_the_asked_path_with_the_rest_of_its_query(served: Served) -> None:
    told = served.ask(f"/trends/a%20b?x=1&token={served.tokens.hand_out()}&y=&z=%C3%A9")
    assert (told.status, where_it_leads(told.body)) == (200, "/trends/a%20b?x=1&y=&z=%C3%A9")


@pytest.mark.parametrize("path", ["//evil.example/", "/\\evil.example/", "///evil.example/"])
def test_a_token_never_leads_to_another_site(served: Served, path: str) -> None:
    assert where_it_leads(served.ask(f"{path}?token={served.tokens.hand_out()}").body) == "/evil.example/"


def test_a_path_cannot_write_headers_or_a_page_of_its_own(served: Served) -> None:
    path = '/a%0d%0aSet-Cookie:%20b=c"><script>alert(1)</script>'
    told = served.ask(f"{path}?token={served.tokens.hand_out()}")
    assert where_it_leads(told.body) == path
    assert told.body.count(b"<script>") == 1
    assert told.headers["set-cookie"].startswith("night-cramp-diary-")


def test_only_a_good_token_gives_the_cookie_and_the_key(served: Served) -> None:
    entered = served.ask(f"/?token={served.tokens.hand_out()}")
    assert served.tokens.cookie in entered.headers["set-cookie"]
    assert served.tokens.page_key.encode() in entered.body
    for address, headers in (("/", served.cookie), ("/", {}), ("/?token=wrong", served.cookie)):
        told = served.ask(address, headers=headers)
        assert "set-cookie" not in told.headers
        assert served.tokens.page_key.encode() not in told.body


def test_the_page_that_a_token_opens_is_not_kept_and_runs_its_own_script_alone(served: Served) -> None:
    told = served.ask(f"/?token={served.tokens.hand_out()}")
    assert told.headers["cache-control"] == "no-store"
    policy = told.headers["content-security-policy"]
    assert policy.startswith(f"default-src 'none'; script-src '{script_hashes(told.body.decode())[0]}';")


def test_who_stands_behind_the_guard_never_sees_the_key() -> None:
    tokens, seen = Tokens(), []

    async def behind(scope: Scope, receive: Receive, send: Send) -> None:
        del receive, send
        seen.append(scope["query_string"])

    async def receive() -> Message:
        return {}

    async def send(_message: Message) -> None:
        pass

    scope = {
        "type": "websocket",
        "query_string": f"a=1&key={tokens.page_key}&b=2".encode(),
        "headers": [
            (b"host", b"localhost:7000"),
            (b"origin", b"http://localhost:7000"),
            (b"cookie", f"night-cramp-diary-7000={tokens.cookie}".encode()),
        ],
    }
    run_apart(Guard(behind, port=7000, tokens=tokens)(scope, receive, send))
    assert seen == [b"a=1&b=2"]


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(served: Served) -> None:
    cookie = served.ask(f"/?token={served.tokens.hand_out()}").headers["set-cookie"]
    assert {"HttpOnly", "SameSite=Strict", "Path=/"} <= {part.strip() for part in cookie.split(";")}


def test_looking_at_an_address_does_not_use_up_its_token(served: Served) -> None:
    token = served.tokens.hand_out()
    assert served.ask(f"/?token={token}", method="HEAD").status == 401
    assert served.ask(f"/?token={token}").status == 200


def test_a_refusal_says_how_to_open_the_diary_and_tells_nothing_of_it(served: Served) -> None:
    told = served.ask("/")
    assert "Start the diary again to get a new one." in told.body.decode()
    assert "flutter" not in told.body.decode()
    assert told.headers["x-content-type-options"] == "nosniff"


def test_a_token_is_good_once() -> None:
    tokens = Tokens()
    request = Request(host="localhost:7000", token=tokens.hand_out())
    assert judge(request, port=7000, tokens=tokens) is ENTRY
    assert judge(request, port=7000, tokens=tokens) is NO_KEY


def test_each_opening_has_a_token_of_its_own() -> None:
    tokens = Tokens()
    first, second = tokens.hand_out(), tokens.hand_out()
    assert first != second
    assert tokens.take(second)
    assert tokens.take(first)


def test_on_port_80_browsers_leave_the_port_out() -> None:
    tokens = Tokens()
    assert "localhost" in own_hosts(80)
    assert judge(Request(host="127.0.0.1", cookie=tokens.cookie), port=80, tokens=tokens) is PASS
