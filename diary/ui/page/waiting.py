"""Work that a person waits for: once it takes a second, the page shows what is being done, and a way out of it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import flet as ft

from diary.language import tr
from diary.model.progress import Progress, Stage, WorkCancelledError
from diary.ui.page.taps import SHOWN

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

Result = TypeVar("Result")
SOON = 1.0
"""Seconds; what is done by then would only flash by."""
LOOK = 0.2
"""Seconds between two looks at how far it is."""


@ft.observable
@dataclass
class Waiting:
    """What one page waits for; nothing where that takes no time to speak of."""

    stage: Stage | None = None
    progress: Progress | None = None
    is_cancelled: bool = False

    def cancel(self) -> None:
        """Let the work stop at its next step; where it is too late for that, it goes on."""
        if self.progress is not None and self.progress.cancel():
            self.is_cancelled = True


async def wait_for(
    waiting: Waiting, work: Callable[[Progress], Awaitable[Result]], *, changes_nothing: bool = False
) -> Result:
    """What the work gives, shown on the page meanwhile. Raises what the work raises.

    Work that changes nothing need not be waited for once it is cancelled: it raises WorkCancelledError at once, and the
    thread that it runs on stops at its next step.
    """
    progress = Progress()
    task = asyncio.ensure_future(work(progress))
    try:
        done, _ = await asyncio.wait({task}, timeout=SOON)
        if not done:
            SHOWN.get()()
            waiting.progress, waiting.is_cancelled = progress, False
        while not task.done():
            waiting.stage = progress.stage or Stage(tr("Waiting for its turn"))
            await asyncio.wait({task}, timeout=LOOK)
            if changes_nothing and waiting.is_cancelled and not task.done():
                task.add_done_callback(_take_result)
                raise WorkCancelledError
        return await task
    finally:
        waiting.stage = waiting.progress = None


def _take_result(task: asyncio.Future[Any]) -> None:
    """Hear what came of work that nobody waits for any more, so that nobody complains that nobody did."""
    if not task.cancelled():
        task.exception()
