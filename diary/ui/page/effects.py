"""Work that nobody waits for, and that may not fail unseen: effects of components, and tasks beside a page."""

from __future__ import annotations

import inspect
import traceback
from typing import TYPE_CHECKING, Any

import flet as ft

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence


def use_effect(
    setup: Callable[[], Any], dependencies: Sequence[Any] | None = None, cleanup: Callable[[], Any] | None = None
) -> None:
    """Flet's hook, but for an effect that fails while it waits for something: of that Flet tells nobody."""
    page = ft.context.page

    async def wait() -> None:
        await tell_failure(page, setup())

    ft.use_effect(wait if inspect.iscoroutinefunction(setup) else setup, dependencies, cleanup)


async def tell_failure(page: ft.Page, work: Awaitable[object]) -> None:
    """Wait for some work, and tell the person where it failed."""
    try:
        await work
    except Exception:  # noqa: BLE001  # whatever it is, the page tells it and logs it
        page.session.error(traceback.format_exc())
