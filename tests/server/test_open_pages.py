from __future__ import annotations

import asyncio
import random
import socket
import struct
import time
from typing import TYPE_CHECKING

import pytest
from uvicorn.protocols.utils import ClientDisconnected

from diary.server.deferred import DeferredApp
from diary.server.open_pages import LEAVE, CountPages, OpenPages
from tests.loops import run_apart

if TYPE_CHECKING:
    from diary.server.asgi import Message, Receive, Scope, Send
    from tests.conftest import OpenPage
    from tests.server.conftest import Serve, Served

STAY = 0.2


async def silence() -> Message:
    """A page that is there and says nothing."""
    await asyncio.Event().wait()
    return {}


async def unheard(_message: Message) -> None:
    """What is said to a page that nobody looks at."""


def gone_at_once() -> Receive:
    """What a page sends that connects and is closed at once."""
    messages = iter([{"type": "websocket.connect"}, {"type": "websocket.disconnect"}])

    async def receive() -> Message:
        return next(messages)

    return receive


def websocket_request(served: Served) -> bytes:
    """What a page of its own asks the server for a websocket with."""
    lines = (
        f"GET /ws?key={served.tokens.page_key} HTTP/1.1",
        f"Host: 127.0.0.1:{served.port}",
        f"Origin: http://127.0.0.1:{served.port}",
        f"Cookie: {served.cookie['Cookie']}",
        "Connection: Upgrade",
        "Upgrade: websocket",
        "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Key: MDEyMzQ1Njc4OTAxMjM0NQ==",
    )
    return "".join(f"{line}\r\n" for line in (*lines, "")).encode()


def seconds_until_gone(*acts: tuple[float, str]) -> float:
    """How long a program stays whose pages open and close after these seconds."""

    async def live() -> float:
        pages, begun = OpenPages(STAY), time.monotonic()
        waiting = asyncio.create_task(pages.all_gone())
        for after, act in acts:
            await asyncio.sleep(after)
            assert not waiting.done()
            getattr(pages, act)()
        await waiting
        return time.monotonic() - begun

    return run_apart(live())


def test_a_program_without_any_page_ends_after_its_stay() -> None:
    assert seconds_until_gone() >= STAY


def test_a_page_keeps_the_program_for_as_long_as_it_is_open() -> None:
    assert seconds_until_gone((0, "opened"), (3 * STAY, "closed")) >= 4 * STAY


def test_a_reload_within_the_stay_does_not_end_the_program() -> None:
    assert seconds_until_gone((0, "opened"), (0, "closed"), (STAY / 2, "opened"), (2 * STAY, "closed")) >= 3 * STAY


def test_one_of_two_pages_keeps_the_program() -> None:
    assert seconds_until_gone((0, "opened"), (0, "opened"), (0, "closed"), (2 * STAY, "closed")) >= 3 * STAY


def test_what_is_on_its_way_to_a_page_that_has_gone_is_let_go() -> None:
    pages, sent = OpenPages(STAY), []

    async def flet(_scope: Scope, _receive: Receive, send: Send) -> None:
        for number in range(3):
            await send({"type": "websocket.send", "bytes": bytes([number])})

    async def receive() -> Message:
        return {"type": "websocket.disconnect"}

    async def gone(message: Message) -> None:
        sent.append((pages.count, message["bytes"]))
        raise ClientDisconnected

    run_apart(CountPages(flet, pages=pages)({"type": "websocket"}, receive, gone))
    assert sent == [(1, b"\0"), (1, b"\1"), (1, b"\2")]
    assert pages.count == 0


def test_a_page_that_went_before_it_said_who_it_is_counts_no_longer() -> None:
    pages = OpenPages(STAY)

    async def flet(_scope: Scope, receive: Receive, _send: Send) -> None:
        while (await receive())["type"] != "websocket.disconnect":
            pass
        await asyncio.Event().wait()

    run_apart(CountPages(flet, pages=pages)({"type": "websocket"}, gone_at_once(), unheard))
    assert pages.count == 0


def test_a_page_that_went_while_flet_was_still_loading_counts_no_longer() -> None:
    pages = OpenPages(STAY)
    run_apart(CountPages(DeferredApp(), pages=pages)({"type": "websocket"}, gone_at_once(), unheard))
    assert pages.count == 0


def test_a_server_that_ends_a_page_leaves_nothing_of_it_behind() -> None:
    pages, left = OpenPages(STAY), []

    async def flet(_scope: Scope, receive: Receive, _send: Send) -> None:
        try:
            await receive()
        finally:
            left.append(pages.count)

    async def story() -> None:
        page = asyncio.ensure_future(CountPages(flet, pages=pages)({"type": "websocket"}, silence, unheard))
        await asyncio.sleep(0.05)
        page.cancel()
        with pytest.raises(asyncio.CancelledError):
            await page
        await asyncio.sleep(0)

    run_apart(story())
    assert left == [0]
    assert pages.count == 0


def test_what_goes_wrong_with_a_page_reaches_the_server() -> None:
    async def broken(_scope: Scope, _receive: Receive, _send: Send) -> None:
        message = "broken"
        raise ValueError(message)

    with pytest.raises(ValueError, match="broken"):
        run_apart(CountPages(broken, pages=OpenPages(STAY))({"type": "websocket"}, silence, unheard))


def test_after_thirty_pages_that_went_at_any_moment_the_program_ends(serve: Serve) -> None:
    chance, served = random.Random(20_261_129), serve(stay=3)
    for _ in range(30):
        connection = socket.create_connection(("127.0.0.1", served.port))
        connection.sendall(websocket_request(served)[: chance.choice([40, None, None])])
        time.sleep(chance.choice([0, 0.01, 0.05]))
        if chance.random() < 0.5:  # as a browser that was killed
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        connection.close()
    served.thread.join(10)
    assert not served.thread.is_alive()
    assert (served.pages.count, served.ended_with) == (0, [])


@pytest.mark.browser
def test_tabs_that_were_closed_or_reloaded_in_their_first_two_seconds_do_not_count(
    serve: Serve, open_page: OpenPage
) -> None:
    chance, served = random.Random(20_261_129), serve(stay=600)
    page = open_page(served.fresh_address())
    page.get_by_role("button", name="Press").wait_for()
    for number in range(10):
        tab = page.context.new_page()
        tab.goto(f"http://127.0.0.1:{served.port}/", wait_until="commit")
        tab.wait_for_timeout(chance.uniform(0, 2000))
        if number % 3 == 0:
            tab.reload(wait_until="commit")
            tab.wait_for_timeout(chance.uniform(0, 2000))
        tab.close()
    page.wait_for_timeout(1000 * (LEAVE + 2))
    assert served.pages.count == 1
