"""Places that take bytes as a stream and keep none: the program's own output, a pipe, a device.

What is written there goes on at once. Nothing there can be replaced, and reading from it, as from a file of whose kind one
wants to be sure, would wait for ever.
"""

from __future__ import annotations

import errno
import os
import re
import stat
from typing import TYPE_CHECKING

from diary.exchange.errors import NobodyReadsError, NotAFileToReadError, ToTerminalError

if TYPE_CHECKING:
    from pathlib import Path

_OUTPUTS = {"-": 1, "/dev/stdout": 1, "/dev/stderr": 2}
"""The program's own outputs by their names."""
_INPUT = "/dev/stdin"
_OPEN_FILE = re.compile(r"/(?:dev|proc/(?:self|thread-self|\d+))/fd/(\d+)")
_AT_ONCE = getattr(os, "O_NONBLOCK", 0)
"""Opening a pipe that nobody reads would else wait until somebody does; Windows has no such pipes."""
_DRIVES_TERMINAL = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def is_stream(path: Path) -> bool:
    """Whether bytes that are written to this place go on from there."""
    if _own_output(path) is not None:
        return True
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return stat.S_ISFIFO(mode) or stat.S_ISCHR(mode)


def refuse_waiting(path: Path) -> None:
    """Refuse a pipe or device that is to be read by its name, for who opens it may wait for ever for a writer.

    What the program was started with, as `/dev/stdin`, has one.
    """
    if is_stream(path) and _OPEN_FILE.fullmatch(path.as_posix()) is None and path.as_posix() != _INPUT:
        raise NotAFileToReadError(path)


def write_stream(path: Path, data: bytes) -> None:
    """Write the bytes there. Raises a refusal where nobody would read them, and OSError where they cannot be written."""
    handle = _open_stream(path)
    with os.fdopen(handle, "wb") as stream:
        if stream.isatty() and _DRIVES_TERMINAL.search(data):
            raise ToTerminalError
        stream.write(data)


def _open_stream(path: Path) -> int:
    output = _own_output(path)
    if output is not None:
        return os.dup(output)
    try:
        handle = os.open(path, os.O_WRONLY | _AT_ONCE)
    except OSError as trouble:
        if trouble.errno == errno.ENXIO:
            raise NobodyReadsError(path) from None
        raise
    if _AT_ONCE:
        os.set_blocking(handle, True)
    return handle


def _own_output(path: Path) -> int | None:
    """The number of the open file that is named like this; None where it is a path like any other."""
    name = path.as_posix()
    match = _OPEN_FILE.fullmatch(name)
    return int(match[1]) if match else _OUTPUTS.get(name)
