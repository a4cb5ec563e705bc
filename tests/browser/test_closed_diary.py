"""The program ends while its page is open, and comes back."""

from __future__ import annotations

import signal
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.conftest import Phone
    from tests.conftest import OpenPage, StartDiary

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(sys.platform == "win32", reason="Windows ends a program without asking it"),
]
WITHIN = 5000
"""Milliseconds in which the page says that the diary was closed."""
BACK = 30_000
"""Milliseconds in which the page has loaded anew, once the diary was started again."""

SOCKETS = """
window.sockets = [];
window.WebSocket = class extends WebSocket {
  constructor(...given) {
    super(...given);
    sockets.push(this);
  }
};
"""
"""Keeps each websocket of a page where a test can cut it."""


def says_it_was_closed(page: Page) -> None:
    alert = page.get_by_role("alert")
    alert.get_by_text("The diary was closed").wait_for(timeout=WITHIN)
    assert "Nothing that you saved is lost." in alert.inner_text()


def is_back(page: Page) -> None:
    page.get_by_role("tab", name="Log").wait_for(timeout=BACK)
    assert page.get_by_role("alert").count() == 0


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_the_page_says_that_the_diary_was_closed_and_comes_back_with_it(
    fork_diary: StartDiary, open_phone: Callable[..., Phone], tmp_path: Path, how: signal.Signals
) -> None:
    diary = fork_diary(tmp_path)
    page = open_phone(diary.address).page
    page.get_by_role("tab", name="Trends").click()
    page.wait_for_url("**/trends")
    diary.process.send_signal(how)
    says_it_was_closed(page)
    assert page.get_by_role("tab").count() == 0
    assert page.evaluate("document.activeElement.getAttribute('role')") == "alert"
    diary.process.wait(10)
    assert fork_diary(tmp_path).port == diary.port
    is_back(page)
    assert page.url.endswith("/trends")


class Squatter(BaseHTTPRequestHandler):
    """A program of another user that took the port, and answers as a diary would that does not know the secret."""

    heard: list[str]

    def do_POST(self) -> None:
        self.do_GET()

    def do_GET(self) -> None:
        self.heard.append(f"{self.command} {self.path}\n{self.headers}")
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b'{"run": "r", "nonce": "n", "proof": "p", "key": "k"}')

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def squat() -> Iterator[Callable[[int], list[str]]]:
    """Take a port; gives what is heard there from now on."""
    servers = []

    def take(port: int) -> list[str]:
        heard: list[str] = []
        server = ThreadingHTTPServer(("127.0.0.1", port), type("Handler", (Squatter,), {"heard": heard}))
        servers.append(server)
        Thread(target=server.serve_forever, daemon=True).start()
        return heard

    yield take
    for server in servers:
        server.shutdown()
        server.server_close()


def test_a_program_that_took_the_port_meanwhile_gets_nothing_and_the_page_warns_of_it(
    fork_diary: StartDiary, open_phone: Callable[..., Phone], squat: Callable[[int], list[str]], tmp_path: Path
) -> None:
    diary = fork_diary(tmp_path)
    page = open_phone(diary.address).page
    diary.process.kill()
    diary.process.wait(10)
    heard = squat(diary.port)
    says_it_was_closed(page)
    page.get_by_text("Another program answers at this address now").wait_for(timeout=WITHIN)
    page.wait_for_timeout(3000)
    # The client may still look for a font; the cookie that it sends along went with the program that gave it.
    asked = {request.split("\n")[0] for request in heard if " /assets/fonts/" not in request}
    assert asked == {"POST /alive"}
    assert page.evaluate("localStorage.getItem('night-cramp-diary-key')") not in "".join(heard)
    assert fork_diary(tmp_path).port != diary.port


def test_a_program_that_was_stopped_for_a_while_goes_on_with_what_was_typed(
    fork_diary: StartDiary, open_phone: Callable[..., Phone], tmp_path: Path
) -> None:
    diary = fork_diary(tmp_path)
    phone = open_phone(diary.address)
    phone.page.evaluate("window.sameDocument = true")
    field = phone.page.get_by_label("Anything else about this night")
    phone.scroll_to(field)
    box = field.bounding_box()
    assert box is not None
    phone.page.mouse.click(box["x"] + 40, box["y"] + box["height"] / 2)
    phone.page.wait_for_timeout(400)
    phone.page.keyboard.type("Woke ", delay=25)
    diary.process.send_signal(signal.SIGSTOP)
    phone.page.keyboard.type("twice", delay=25)
    phone.page.wait_for_timeout(6000)
    diary.process.send_signal(signal.SIGCONT)
    phone.page.keyboard.press("Tab")
    phone.page.wait_for_timeout(2000)
    assert field.input_value() == "Woke twice"
    assert phone.page.evaluate("window.sameDocument")
    assert phone.page.get_by_role("alert").count() == 0


def test_a_connection_that_was_cut_comes_back_to_what_stood_on_the_screen(
    fork_diary: StartDiary, open_page: OpenPage, tmp_path: Path
) -> None:
    diary = fork_diary(tmp_path)
    page = open_page("about:blank")
    page.add_init_script(SOCKETS)
    page.goto(diary.address)
    is_back(page)
    with page.expect_event("load", timeout=BACK):
        page.evaluate("sockets[0].close()")
    is_back(page)
