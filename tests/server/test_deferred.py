from __future__ import annotations

import asyncio
from threading import Event
from typing import TYPE_CHECKING

import pytest

from diary.server.deferred import DeferredApp
from tests.loops import run_apart

if TYPE_CHECKING:
    from diary.server.asgi import Message, Receive, Scope, Send
    from tests.server.conftest import Serve


async def nothing() -> Message:
    return {}


async def unheard(message: Message) -> None:
    raise AssertionError(message)


def test_who_asks_early_waits_and_is_answered_once_the_application_has_come() -> None:
    answered = []

    async def late(scope: Scope, receive: Receive, send: Send) -> None:
        del receive, send
        answered.append(scope["path"])

    async def story() -> None:
        later = DeferredApp()
        early = asyncio.create_task(later({"path": "/ws"}, nothing, unheard))
        await asyncio.sleep(0.05)
        assert answered == []
        later.come(late)
        await early
        await later({"path": "/again"}, nothing, unheard)

    run_apart(story())
    assert answered == ["/ws", "/again"]


def broken(*_: object) -> None:
    message = "no screens"
    raise ImportError(message)


def test_where_flet_cannot_be_loaded_the_server_ends_and_says_why(
    serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("diary.server.serve._load_flet", broken)
    served = serve()
    served.thread.join(10)
    assert not served.thread.is_alive()
    assert isinstance(served.ended_with[0], ImportError)


def test_where_nothing_could_be_made_ready_the_server_goes_on_for_the_page_to_say_so(serve: Serve) -> None:
    served = serve(get_ready=broken)
    assert served.ask("/", headers=served.cookie).status == 200
    assert served.thread.is_alive()


@pytest.mark.parametrize("path", ["/", "/trends", "/main.dart.mjs"])
def test_the_client_is_served_while_flet_still_loads(serve: Serve, path: str) -> None:
    go_on = Event()
    served = serve(get_ready=lambda: go_on.wait(10))
    try:
        assert served.ask(path, headers=served.cookie).status == 200
    finally:
        go_on.set()
