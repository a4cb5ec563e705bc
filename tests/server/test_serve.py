from __future__ import annotations

import asyncio
import logging
import socket
import sys
import time
from typing import TYPE_CHECKING

import flet as ft
import pytest
from uvicorn import Config

from diary.server.deferred import DeferredApp
from diary.server.ending_server import EndingServer
from diary.server.open_pages import CountPages, OpenPages
from diary.server.serve import FAREWELL, PortNotUsableError, listen
from tests.loops import run_apart

if TYPE_CHECKING:
    from tests.conftest import OpenPage
    from tests.server.conftest import Serve, Served

OTHER_SCRIPTS = "ليل हिन्दी לילה ราตรี 夜间 こむら 다리 → ✓"


def test_it_listens_on_this_machine_only() -> None:
    with listen(0) as listener:
        assert listener.getsockname()[0] == "127.0.0.1"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere 127.0.0.2 is not an address of this machine")
def test_no_other_address_of_this_machine_answers(served: Served) -> None:
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.2", served.port), timeout=5)


def test_a_port_that_is_taken_is_refused_in_a_sentence(served: Served) -> None:
    with pytest.raises(
        PortNotUsableError,
        match=f"^Port {served.port} cannot be used \\(another program has taken it\\). Choose another with --port.$",
    ):
        listen(served.port)


def test_the_port_of_a_diary_closed_just_now_is_free_again(serve: Serve) -> None:
    first = serve()
    first.ask("/")
    first.server.stop()
    first.thread.join(10)
    listen(first.port).close()


def test_it_ends_when_no_page_has_come_for_as_long_as_it_stays(serve: Serve) -> None:
    served = serve(stay=0.2)
    served.thread.join(10)
    assert not served.thread.is_alive()


@pytest.mark.browser
def test_the_real_page_renders_behind_the_guard(served: Served, open_page: OpenPage) -> None:
    page = open_page(served.fresh_address())
    page.get_by_role("button", name="Press").wait_for()
    assert page.title() == "Small"
    assert page.evaluate("crossOriginIsolated")


@pytest.mark.browser
def test_a_page_reloads_without_a_token(served: Served, open_page: OpenPage) -> None:
    page = open_page(served.fresh_address())
    page.get_by_role("button", name="Press").wait_for()
    page.reload()
    page.get_by_role("button", name="Press").wait_for()


@pytest.mark.browser
def test_it_stays_while_a_page_is_open_and_ends_after_the_last(serve: Serve, open_page: OpenPage) -> None:
    served = serve(stay=3)
    page = open_page(served.fresh_address())
    page.get_by_role("button", name="Press").wait_for()
    served.thread.join(4)
    assert served.thread.is_alive()
    page.close()
    served.thread.join(10)
    assert not served.thread.is_alive()


@pytest.mark.browser
def test_text_in_many_scripts_asks_for_each_font_once(serve: Serve, open_page: OpenPage) -> None:
    async def many_scripts(page: ft.Page) -> None:
        page.add(ft.Text(OTHER_SCRIPTS), ft.FilledButton("Press"))

    page = open_page("about:blank")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(serve(many_scripts).fresh_address())
    page.get_by_role("button", name="Press").wait_for()
    page.wait_for_timeout(3000)
    fonts = [url for url in asked if "/assets/fonts/noto" in url]
    families = {url.split("/")[5] for url in fonts}
    assert {"notosansarabic", "notosanshebrew", "notosansthai", "notosanskr"} <= families
    assert len(fonts) == len(set(fonts))


@pytest.mark.browser
def test_a_file_of_many_megabytes_downloads_at_once(serve: Serve, open_page: OpenPage) -> None:
    data = bytes(range(256)) * 40_000

    async def with_file(page: ft.Page) -> None:
        async def save() -> None:
            where = served.downloads.offer("Nächte 2026.csv", data, "text/csv")
            await ft.UrlLauncher().launch_url(where, web_only_window_name="_self")

        page.add(ft.FilledButton("Save", on_click=save))

    served = serve(with_file)
    page = open_page(served.fresh_address())
    page.get_by_role("button", name="Save").wait_for()
    with page.expect_download(timeout=5000) as download:
        page.get_by_role("button", name="Save").dispatch_event("click")
    assert download.value.suggested_filename == "Nächte 2026.csv"
    assert download.value.path().read_bytes() == data
    assert page.get_by_role("button", name="Save").is_visible()


UPGRADE = (
    "GET /ws HTTP/1.1",
    "Host: 127.0.0.1",
    "Connection: Upgrade",
    "Upgrade: websocket",
    "Sec-WebSocket-Version: 13",
    "Sec-WebSocket-Key: MDEyMzQ1Njc4OTAxMjM0NQ==",
)


@pytest.mark.parametrize("turns", range(8))
@pytest.mark.parametrize("request_lines", [(), UPGRADE], ids=["says nothing", "a page"])
def test_who_connects_just_as_it_ends_is_let_go_without_a_word(
    turns: int, request_lines: tuple[str, ...], caplog: pytest.LogCaptureFixture
) -> None:
    """Wherever the event loop stands in taking the connection."""

    async def connect_and_end() -> float:
        app = CountPages(DeferredApp(), pages=OpenPages(60))
        with listen(0) as listener:
            address = listener.getsockname()
            server = EndingServer(Config(app, log_config=None, lifespan="off", timeout_graceful_shutdown=FAREWELL))
            serving = asyncio.create_task(server.serve([listener]))
            while not server.started:  # noqa: ASYNC110  # uvicorn has no event for it
                await asyncio.sleep(0.01)
            with socket.create_connection(address) as late:
                late.sendall("".join(f"{line}\r\n" for line in (*request_lines, "")).encode())
                for _ in range(turns):
                    await asyncio.sleep(0)
                began = time.monotonic()
                await server.shutdown([listener])
                lasted = time.monotonic() - began
            server.should_exit = True
            await serving
        return lasted

    with caplog.at_level(logging.WARNING):
        assert run_apart(connect_and_end()) < FAREWELL
    assert caplog.messages == []
