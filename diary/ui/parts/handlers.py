"""Event handlers from plain calls. Every tap goes through `handler`, or `way`; a test sees to it that none goes by."""

from __future__ import annotations

import asyncio
import inspect
from typing import TYPE_CHECKING, Any

from diary.ui.page.taps import SHOWN, TapGuard, TapKind

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    import flet as ft

    Handler = Callable[[Any], Coroutine[Any, Any, None]]

TAP_GUARD = "tap-guard"
"""Where a page keeps its guard of taps."""


def guard_taps(page: ft.Page, clock: Callable[[], float], hearing: Callable[[], float] | None = None) -> None:
    """Let the taps of this page count once within a moment, by the clocks of a TapGuard."""
    page.session.store.set(TAP_GUARD, TapGuard(clock, hearing))


def event_handler(act: Callable[[], Any]) -> Callable[[], Coroutine[Any, Any, None]]:
    """The handler of an event that is no tap, and counts each time."""

    async def handle() -> None:
        await complete(act())

    return handle


def handler(act: Callable[[], Any], kind: TapKind = TapKind.ONCE) -> Handler:
    """A tap's handler that does this act and waits for it where it is asynchronous.

    Flet awaits a handler only if the handler itself is a coroutine function: a lambda that gives a coroutine is
    called, and the coroutine never runs.
    """

    async def handle(event: ft.Event[Any]) -> None:
        guard = _guard_of(event)
        tap = guard.admit(event.control._i, kind)  # noqa: SLF001  # Flet's own name for the control on the screen
        if tap is None:
            return
        SHOWN.set(lambda: guard.answer(tap))  # each handler runs in a context of its own
        try:
            await complete(act())
        finally:
            await _drawn()
            guard.answer(tap)

    return handle


def way(page: ft.Page, address: str) -> Handler:
    """The handler of a tap that leads to another screen: a second tap is not for what comes up there."""
    return handler(lambda: page.navigate(address), TapKind.CLOSING)


def dismissal(close: Callable[[], Any], reopen: Callable[[], Any]) -> Handler:
    """The handler of a dialog beside which a finger came down: it closes, and what lay below is not tapped by that.

    Where the finger is still on the tap that opened the dialog, the dialog comes up again.
    """

    async def handle(event: ft.Event[Any]) -> None:
        closes = _guard_of(event).close(event.control._i)  # noqa: SLF001  # as above
        await complete((close if closes else reopen)())

    return handle


async def complete(result: Any) -> None:
    """Wait for what an act began, where it is asynchronous."""
    if inspect.isawaitable(result):
        await result


def _guard_of(event: ft.Event[Any]) -> TapGuard:
    guard: TapGuard = event.page.session.store.get(TAP_GUARD)
    return guard


async def _drawn() -> None:
    """Let Flet draw what came of an act: its own task does that as soon as this one waits."""
    await asyncio.sleep(0)
    await asyncio.sleep(0)
