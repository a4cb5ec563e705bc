"""A page of another site, open in the same browser as the diary, tries to get at it."""

from __future__ import annotations

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext, Page

    from tests.server.conftest import Served

pytestmark = pytest.mark.browser


class Evil(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(b"<p>You have won a bicycle")

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def evil_port() -> Iterator[int]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Evil) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port
        server.shutdown()


@pytest.fixture(scope="module")
def beside_the_diary(chromium: Browser, served: Served) -> Iterator[BrowserContext]:
    """A browser in which the diary is open."""
    context = chromium.new_context()
    diary = context.new_page()
    diary.goto(served.fresh_address())
    diary.get_by_role("button", name="Press").wait_for()
    yield context
    context.close()


@pytest.fixture(params=["evil.example", "127.0.0.1"])
def foreign_page(request: pytest.FixtureRequest, beside_the_diary: BrowserContext, evil_port: int) -> Iterator[Page]:
    """A page of another name, or of another port of this machine, beside an open diary."""
    page = beside_the_diary.new_page()
    page.goto(f"http://{request.param}:{evil_port}/")
    yield page
    page.close()


def test_it_cannot_open_the_diarys_websocket(foreign_page: Page, served: Served) -> None:
    opened = foreign_page.evaluate(
        """address => new Promise(done => {
            const socket = new WebSocket(address);
            socket.onopen = () => done("opened");
            socket.onclose = () => done("refused");
        })""",
        f"ws://127.0.0.1:{served.port}/ws",
    )
    assert opened == "refused"


@pytest.mark.parametrize("credentials", ["include", "omit"])
def test_it_cannot_read_an_answer(foreign_page: Page, served: Served, credentials: str) -> None:
    read = foreign_page.evaluate(
        "([address, credentials]) => fetch(address, { credentials }).then(() => 'read', () => 'refused')",
        [f"http://127.0.0.1:{served.port}/", credentials],
    )
    assert read == "refused"


@pytest.mark.parametrize("kind", ["img", "script"])
def test_it_cannot_show_or_run_a_file(foreign_page: Page, served: Served, kind: str) -> None:
    path = {"img": "icons/icon-192.png", "script": "python.js"}[kind]
    loaded = foreign_page.evaluate(
        """([kind, address]) => new Promise(done => {
            const element = document.createElement(kind);
            element.onload = () => done("loaded");
            element.onerror = () => done("refused");
            element.src = address;
            document.body.append(element);
        })""",
        [kind, f"http://127.0.0.1:{served.port}/{path}"],
    )
    assert loaded == "refused"


def test_it_cannot_frame_the_diary(foreign_page: Page, served: Served) -> None:
    foreign_page.evaluate(
        """address => {
            const frame = document.createElement("iframe");
            frame.src = address;
            document.body.append(frame);
        }""",
        f"http://127.0.0.1:{served.port}/",
    )
    foreign_page.wait_for_timeout(2000)
    assert all("flutter" not in frame.content() for frame in foreign_page.frames)


def test_a_name_that_was_made_to_point_here_is_not_answered(chromium: Browser, served: Served) -> None:
    page = chromium.new_page()
    told = page.goto(f"http://evil.example:{served.port}/?token={served.tokens.hand_out()}")
    assert told is not None
    assert told.status == 421
    page.close()
