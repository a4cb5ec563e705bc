"""What a command says while one waits for it, and Ctrl-C in the midst of it."""

from __future__ import annotations

import signal
import sys
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from diary.language import tr
from diary.model.progress import Progress

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType
    from typing import TextIO

SOON = 1.0
"""Seconds without a word: what is done by then needs none."""
BETWEEN = 0.2
"""Seconds between two lines."""
CLEAR = "\r\x1b[K"
"""Back to the beginning of the line, and all of it away."""


class ProgressLine:
    """A line of a terminal that is written over; where nobody looks, as in a file or a pipe, there is none.

    It drives the terminal, so it goes past the stream that keeps others from it; its words are the program's own.
    """

    def __init__(self, stream: TextIO, clock: Callable[[], float]) -> None:
        self._stream = stream
        self._clock = clock
        self._next = clock() + SOON
        self._is_shown = False

    def show(self, words: str, share: float | None) -> None:
        """Show what is being done, unless that was done a moment ago."""
        if not self._stream.isatty() or self._clock() < self._next:
            return
        self._next = self._clock() + BETWEEN
        self._is_shown = True
        line = tr("{words} …") if share is None else tr("{words} … {percent} %")
        self._write(CLEAR + line.format(words=words, percent=int((share or 0) * 100)))

    def clear(self) -> None:
        """Leave the line as it was."""
        if self._is_shown:
            self._write(CLEAR)

    def _write(self, text: str) -> None:
        self._stream.write(text)
        self._stream.flush()


@contextmanager
def waited_for(stream: TextIO | None = None, clock: Callable[[], float] = time.monotonic) -> Iterator[Progress]:
    """The progress of work that a command does: told on a terminal, and cancelled by Ctrl-C, which leaves all as it was.

    A second Ctrl-C does not wait for the next step; the file bears that, as it bears a power cut.
    """
    line = ProgressLine(stream or sys.__stderr__ or sys.stderr, clock)
    progress = Progress(lambda stage: line.show(stage.words, stage.share))
    is_main = threading.current_thread() is threading.main_thread()
    before = signal.getsignal(signal.SIGINT) if is_main else None

    def interrupt(_signal: int, _frame: FrameType | None) -> None:
        signal.signal(signal.SIGINT, before or signal.default_int_handler)
        progress.cancel()

    if is_main:
        signal.signal(signal.SIGINT, interrupt)
    try:
        yield progress
    finally:
        if is_main:
            signal.signal(signal.SIGINT, before or signal.default_int_handler)
        line.clear()
