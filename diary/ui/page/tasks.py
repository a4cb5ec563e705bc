"""What goes on beside a page, for as long as somebody can see it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class PageTasks:
    """The tasks of one page: they begin when it is connected, and end when its connection is lost."""

    works: tuple[Callable[[], Coroutine[Any, Any, None]], ...]
    _tasks: list[asyncio.Task[None]] = field(default_factory=list)

    def begin(self) -> None:
        """Begin them, from their beginning, where they do not run; on the event loop, in the page's context."""
        if not self._tasks:
            self._tasks = [asyncio.create_task(work()) for work in self.works]

    def end(self) -> None:
        """End them."""
        for task in self._tasks:
            task.cancel()
        self._tasks = []
