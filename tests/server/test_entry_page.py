from __future__ import annotations

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from diary.server.entry_page import entry_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

    from tests.conftest import OpenPage
    from tests.server.conftest import Served

SOCKET = (
    "GET /ws HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nOrigin: http://127.0.0.1:{port}\r\nCookie: {cookie}\r\n"
    "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
    "Sec-WebSocket-Key: MDEyMzQ1Njc4OTAxMjM0NQ==\r\n\r\n"
)


class Neighbour(BaseHTTPRequestHandler):
    """A server on another port of this machine, which keeps what it is sent."""

    cookies: list[str]

    def do_GET(self) -> None:
        self.cookies.append(self.headers["Cookie"] or "")
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def neighbour() -> Iterator[tuple[int, list[str]]]:
    cookies: list[str] = []
    handler = type("Handler", (Neighbour,), {"cookies": cookies})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port, cookies
        server.shutdown()


def shows_the_page(page: Page) -> None:
    page.get_by_role("button", name="Press").wait_for()


def test_what_the_page_carries_cannot_break_out_of_it() -> None:
    page = entry_page(page_key="k", leads_to='/"><script>alert(1)</script>')
    assert page.count("<script>") == 1


@pytest.mark.browser
def test_a_second_tab_and_a_reload_need_no_token(served: Served, open_page: OpenPage) -> None:
    first = open_page(served.fresh_address())
    shows_the_page(first)
    second = first.context.new_page()
    second.goto(f"http://127.0.0.1:{served.port}/")
    shows_the_page(second)
    second.reload()
    shows_the_page(second)


@pytest.mark.browser
def test_a_deep_link_keeps_its_path_and_query_and_shows_no_token(served: Served, open_page: OpenPage) -> None:
    page = open_page(f"http://127.0.0.1:{served.port}/trends/a?x=1&token={served.tokens.hand_out()}&y=2")
    shows_the_page(page)
    assert page.url == f"http://127.0.0.1:{served.port}/trends/a?x=1&y=2"


@pytest.mark.browser
def test_a_server_on_another_port_is_sent_the_cookie_and_cannot_open_the_diary_with_it(
    served: Served, open_page: OpenPage, neighbour: tuple[int, list[str]]
) -> None:
    port, cookies = neighbour
    page = open_page(served.fresh_address())
    shows_the_page(page)
    page.context.new_page().goto(f"http://127.0.0.1:{port}/")
    assert served.tokens.cookie in cookies[0]
    assert served.status_of(SOCKET.format(port=served.port, cookie=cookies[0]).encode()) == 403
