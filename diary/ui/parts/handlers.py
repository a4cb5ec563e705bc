"""Event handlers from plain calls: every tap goes through here, and the same tap twice is one."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any

from diary.ui.taps import TapGuard, TapKind

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    import flet as ft

TAP_GUARD = "tap-guard"
"""Where a page keeps its guard of taps."""


def guard_taps(page: ft.Page, clock: Callable[[], float]) -> None:
    """Let the taps of this page count once within a moment; the clock gives seconds and never runs back."""
    page.session.store.set(TAP_GUARD, TapGuard(clock))


def event_handler(act: Callable[[], Any]) -> Callable[[], Coroutine[Any, Any, None]]:
    """The handler of an event that is no tap, and counts each time."""

    async def handle() -> None:
        await complete(act())

    return handle


def handler(act: Callable[[], Any], kind: TapKind = TapKind.ONCE) -> Callable[[Any], Coroutine[Any, Any, None]]:
    """A tap's handler that does this act and waits for it where it is asynchronous.

    Flet awaits a handler only if the handler itself is a coroutine function: a lambda that gives a coroutine is
    called, and the coroutine never runs.
    """

    async def handle(event: ft.Event[Any]) -> None:
        guard = event.page.session.store.get(TAP_GUARD)
        tap = guard.admit(event.control._i, kind)  # noqa: SLF001  # Flet's own name for the control on the screen
        if tap is None:
            return
        try:
            await complete(act())
        finally:
            guard.answer(tap)

    return handle


async def complete(result: Any) -> None:
    """Wait for what an act began, where it is asynchronous."""
    if inspect.isawaitable(result):
        await result
