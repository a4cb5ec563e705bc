"""How far long work has come, and whether it is still wanted.

Who waits makes a `Progress` and hands it down. The work says on it what it is doing, and there hears that it is not
wanted any more; it then stops, and takes back what it began. From `finish` on it is too late for that.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from diary.language import tr
from diary.model.errors import DiaryError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Item = TypeVar("Item")


class WorkCancelledError(DiaryError):
    """Work that the person did not want to wait for."""

    def __init__(self) -> None:
        super().__init__(tr("Cancelled. Nothing was changed."))


@dataclass(frozen=True, slots=True)
class Stage:
    """What work is doing now."""

    words: str
    share: float | None = None
    """Of this stage, from 0 to 1; None where that is not known."""
    can_be_cancelled: bool = True


class Progress:
    """Used by the work and by who waits for it, each on a thread of its own."""

    def __init__(self, watch: Callable[[Stage], None] = lambda _: None) -> None:
        """`watch` is called on the work's thread with each stage."""
        self._watch = watch
        self._lock = threading.Lock()
        self._is_cancelled = self._is_final = False
        self.stage: Stage | None = None
        """None where the work has not begun."""

    def step(self, words: str, share: float | None = None) -> None:
        """Say what is being done. Raises WorkCancelledError where it is not wanted any more."""
        with self._lock:
            if self._is_cancelled:
                raise WorkCancelledError
            self.stage = Stage(words, share, can_be_cancelled=not self._is_final)
        self._watch(self.stage)

    def each(self, words: str, items: Sequence[Item]) -> Iterator[Item]:
        """The items, with a step before each. Raises WorkCancelledError."""
        for place, item in enumerate(items):
            self.step(words, place / len(items))
            yield item

    def finish(self, words: str) -> None:
        """Say what is being done last, and take no cancelling any more. Raises WorkCancelledError where it came before."""
        with self._lock:
            if self._is_cancelled:
                raise WorkCancelledError
            self._is_final = True
        self.step(words)

    def cancel(self) -> bool:
        """Let the work stop at its next step; gives whether it will."""
        with self._lock:
            self._is_cancelled = not self._is_final
            return self._is_cancelled


class _Unwatched(Progress):
    """Of work that nobody waits for; one for all, so it notes nothing."""

    def step(self, words: str, share: float | None = None) -> None:
        """Say it to nobody."""

    def finish(self, words: str) -> None:
        """Say it to nobody."""


UNWATCHED: Progress = _Unwatched()
"""Where nobody looks, and nobody cancels."""
