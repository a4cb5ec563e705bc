"""What the program writes on the terminal: words and line ends, and nothing that drives it.

A note, a path or an argument may hold an escape sequence that clears the screen or writes over what stands there. All
that is written passes here, so that no command has to think of it.
"""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager, redirect_stderr, redirect_stdout, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO, cast

from diary.model.clean_text import printed_text

if TYPE_CHECKING:
    from collections.abc import Iterator


class CleanStream:
    """A stream whose texts are cleaned; in all else the stream that it stands for."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write the text as it can be seen."""
        return self._stream.write(printed_text(text))

    def __getattr__(self, name: str) -> Any:
        """Whatever else the stream has."""
        return getattr(self._stream, name)


@contextmanager
def clean_output() -> Iterator[None]:
    """Within it, everything that is written on standard output and standard error is cleaned."""
    with redirect_stdout(_clean(sys.stdout)), redirect_stderr(_clean(sys.stderr)):
        yield


def flush_output() -> None:
    """Write out what waits; what cannot be written goes nowhere, or it would fail anew as the program ends."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except OSError:
            _redirect_to_null(stream)


def _redirect_to_null(stream: TextIO) -> None:
    with suppress(OSError), Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), stream.fileno())


def _clean(stream: TextIO | None) -> Any:
    """The stream, cleaned; a program whose output was closed has none."""
    return None if stream is None else cast("TextIO", CleanStream(stream))
