"""Stories of an event loop, told beside the browser tests."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Coroutine

Result = TypeVar("Result")


def run_apart(story: Coroutine[Any, Any, Result]) -> Result:
    """What a coroutine gives, in a thread of its own: once a browser has been driven, this one's loop is running."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, story).result()
