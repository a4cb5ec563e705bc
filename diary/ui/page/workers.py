"""The threads that disk and slow work run on, shared by all pages.

None of them keeps the program from ending: what is being drawn or loaded then is of no use to anybody. Acts are waited
for by :meth:`Workers.settle`.
"""

from __future__ import annotations

import asyncio
import queue
import threading
from concurrent.futures import Executor, Future
from functools import partial
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

P = ParamSpec("P")
Result = TypeVar("Result")


class Worker(Executor):
    """One thread that does what it is given, in order, for as long as the program runs.

    Python's own pools let the program end only when all their threads are done, however long that takes.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._jobs: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._left = 0

    @property
    def is_busy(self) -> bool:
        """Whether it is at work, or will be."""
        return self._left > 0

    def submit(self, function: Callable[P, Result], /, *args: P.args, **kwargs: P.kwargs) -> Future[Result]:
        """Let it do this, after all that it was given before."""
        future: Future[Result] = Future()
        with self._lock:
            self._left += 1
            self._jobs.put(partial(self._do, future, partial(function, *args, **kwargs)))
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name=self._name, daemon=True)
                self._thread.start()
        return future

    def _work(self) -> None:
        while True:
            self._jobs.get()()

    def _do(self, future: Future[Any], job: Callable[[], Any]) -> None:
        if not future.set_running_or_notify_cancel():
            self._count_done()
            return
        try:
            result = job()
        except BaseException as error:  # noqa: BLE001  # raised again where the future is waited for
            self._count_done()
            future.set_exception(error)
        else:
            self._count_done()
            future.set_result(result)

    def _count_done(self) -> None:
        """Before the future tells of it: who waited for the last job finds the worker idle."""
        with self._lock:
            self._left -= 1


class Workers:
    """A thread for each kind of work."""

    def __init__(self) -> None:
        self.book = Worker("book")
        """Acts and quick reads, in the order in which they were tapped."""
        self.slow = Worker("slow")
        """Findings, charts, reports."""
        self.loading = Worker("loading")
        """The modules of the screens."""
        self.backups = Worker("backups")
        """Backups, which no act waits for."""
        self.start = Worker("start")
        """What the program begins and ends with."""

    @property
    def are_busy(self) -> bool:
        """Whether any of them is at work."""
        return any(worker.is_busy for worker in (self.book, self.slow, self.loading, self.backups, self.start))

    async def settle(self, patience: float) -> bool:
        """Let the acts under way be done. False where they were not, after these seconds."""
        last = asyncio.wrap_future(self.book.submit(lambda: None))
        done, _ = await asyncio.wait({last}, timeout=patience)
        return bool(done)
