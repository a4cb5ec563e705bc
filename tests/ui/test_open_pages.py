from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING

from uvicorn.protocols.utils import ClientDisconnected

from diary.ui.open_pages import CountPages, OpenPages

if TYPE_CHECKING:
    from diary.ui.asgi import Message, Receive, Scope, Send

STAY = 0.2


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

    return asyncio.run(live())


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

    asyncio.run(CountPages(flet, pages=pages)({"type": "websocket"}, receive, gone))
    assert sent == [(1, b"\0"), (1, b"\1"), (1, b"\2")]
    assert pages.count == 0
