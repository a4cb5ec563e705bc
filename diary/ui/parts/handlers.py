"""Event handlers from plain calls."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine


def handler(act: Callable[[], Any]) -> Callable[[], Coroutine[Any, Any, None]]:
    """An event handler that does this act and waits for it where it is asynchronous.

    Flet awaits a handler only if the handler itself is a coroutine function: a lambda that gives a coroutine is
    called, and the coroutine never runs.
    """

    async def handle() -> None:
        result = act()
        if inspect.isawaitable(result):
            await result

    return handle
