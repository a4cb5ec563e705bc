"""A process that is split off from this one, so that it need not load the program anew; by POSIX alone.

Only for programs of one thread that have no diary open meanwhile: SQLite bears no other.
"""

from __future__ import annotations

import os
import signal
import sys
import traceback
from dataclasses import dataclass
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Callable

FAILED = 3


@dataclass(frozen=True)
class Forked:
    """The process, and the lines that it says."""

    number: int
    lines: TextIO

    def kill(self) -> None:
        """As `kill -9` does."""
        os.kill(self.number, signal.SIGKILL)

    def rest(self) -> list[str]:
        """The whole lines that it said since the last one that was read, when it has ended."""
        text = self.lines.read()
        self.lines.close()
        return [line.rstrip("\n") for line in text.splitlines(keepends=True) if line.endswith("\n")]

    def wait(self) -> int:
        """Its exit code; minus the signal that killed it."""
        return os.waitstatus_to_exitcode(os.waitpid(self.number, 0)[1])


def forked(work: Callable[[Callable[[str], None]], None]) -> Forked:
    """Do this work in a process of its own, which ends with it; it is given what writes a line to who started it."""
    reading, writing = os.pipe()
    number = os.fork()
    if number:
        os.close(writing)
        return Forked(number, os.fdopen(reading, encoding="utf-8"))
    os.close(reading)
    code = FAILED
    try:
        work(lambda line: _write(writing, f"{line}\n".encode()))
        code = 0
    except BaseException:  # noqa: BLE001  # told on standard error, and by the code
        traceback.print_exc()
        sys.stderr.flush()
    finally:
        os._exit(code)


def _write(descriptor: int, data: bytes) -> None:
    while data:
        data = data[os.write(descriptor, data) :]
