"""A process that has loaded the whole program, and forks a diary from it each time a test wants one.

A start takes two to four seconds of a processor, nearly all of them for loading modules. What a fork does from then on
is what main.py does. Tests of starts and of ends start the program itself.
"""

from __future__ import annotations

import json
import os
import selectors
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn, TextIO

ROOT = Path(__file__).resolve().parent.parent
MODULES = (
    "diary.app",
    "diary.charts.make",
    "diary.cli",
    "diary.report.make",
    "diary.ui.root",
    "flet_web.fastapi",
    "matplotlib.backends.backend_agg",
    "pandas",
    "pydantic.type_adapter",
    "uvicorn",
    "uvicorn.protocols.http.h11_impl",
    "uvicorn.protocols.websockets.websockets_sansio_impl",
)
"""What a diary loads before and after its first page."""
LONGEST_ORDER = 65536
PAUSE = 0.01
"""Seconds between two looks whether a fork has ended."""


@dataclass
class Fork:
    """A diary that was forked, as subprocess.Popen gives one that was started."""

    pid: int
    stdout: TextIO
    stderr: TextIO
    _home: Preloaded
    args: Sequence[str] = ()

    @property
    def returncode(self) -> int | None:
        """Its exit code; below zero the signal that ended it; None while it runs."""
        return self._home.codes().get(self.pid)

    def poll(self) -> int | None:
        """Its exit code, or None while it runs."""
        return self.returncode

    def send_signal(self, number: int) -> None:
        """Send it a signal, unless it has ended."""
        if self.returncode is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        """End it at once."""
        self.send_signal(signal.SIGKILL)

    def wait(self, timeout: float) -> int:
        """Wait so many seconds for its end; gives its exit code. Raises subprocess.TimeoutExpired."""
        until = time.monotonic() + timeout
        while (code := self.returncode) is None:
            if time.monotonic() > until:
                raise subprocess.TimeoutExpired(list(self.args), timeout)
            time.sleep(PAUSE)
        return code

    def communicate(self, timeout: float = 20) -> tuple[str, str]:
        """Wait for its end; gives the rest of what it printed and of its errors, a few lines each."""
        self.wait(timeout)
        return self.stdout.read(), self.stderr.read()


@dataclass
class Preloaded:
    """The process that forks, as tests hold it."""

    _orders: socket.socket
    _process: subprocess.Popen[bytes]
    _codes: dict[int, int] = field(default_factory=dict)

    @classmethod
    def start(cls) -> Preloaded:
        """Start it, and wait until it has loaded everything."""
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            command = [sys.executable, str(Path(__file__)), str(theirs.fileno())]
            process = subprocess.Popen(command, pass_fds=[theirs.fileno()], cwd=ROOT)
        assert ours.recv(LONGEST_ORDER) == b"ready"
        return cls(ours, process)

    def fork(self, arguments: Sequence[str], *, clock: Path | None) -> Fork:
        """Open a diary by these arguments of main.py, at this moment's or a file's clock."""
        (out, out_end), (errors, errors_end) = os.pipe(), os.pipe()
        order = {"arguments": list(arguments), "clock": str(clock or "")}
        socket.send_fds(self._orders, [json.dumps(order).encode()], [out_end, errors_end])
        os.close(out_end)
        os.close(errors_end)
        while "pid" not in (news := self._read()):
            pass
        return Fork(news["pid"], os.fdopen(out, encoding="utf-8"), os.fdopen(errors, encoding="utf-8"), self, arguments)

    def codes(self) -> dict[int, int]:
        """The exit codes of the forks that have ended."""
        self._orders.setblocking(False)
        with suppress(BlockingIOError):
            while True:
                self._read()
        self._orders.setblocking(True)
        return self._codes

    def end(self) -> None:
        """End it."""
        self._orders.close()
        self._process.wait(20)

    def _read(self) -> dict[str, int]:
        news: dict[str, int] = json.loads(self._orders.recv(LONGEST_ORDER))
        if "ended" in news:
            self._codes[news["ended"]] = news["code"]
        return news


def _serve(orders: socket.socket) -> None:
    """Fork what is ordered, and tell what has ended, until nobody orders any more."""
    with selectors.DefaultSelector() as awaited:
        awaited.register(orders, selectors.EVENT_READ)
        while True:
            for key, _ in awaited.select():
                if key.fileobj is not orders:
                    awaited.unregister(key.fileobj)
                    os.close(key.fd)
                    code = os.waitstatus_to_exitcode(os.waitpid(key.data, 0)[1])
                    orders.send(json.dumps({"ended": key.data, "code": code}).encode())
                    continue
                order, ends, _, _ = socket.recv_fds(orders, LONGEST_ORDER, 2)
                if not order:
                    return
                pid = os.fork()
                if pid == 0:
                    awaited.close()
                    orders.close()
                    _become_diary(ends, **json.loads(order))
                for end in ends:
                    os.close(end)
                awaited.register(os.pidfd_open(pid), selectors.EVENT_READ, pid)
                orders.send(json.dumps({"pid": pid}).encode())


def _become_diary(ends: Sequence[int], arguments: Sequence[str], clock: str) -> NoReturn:
    for name, number, end in zip(("stdout", "stderr"), (1, 2), ends, strict=True):
        os.dup2(end, number)
        os.close(end)
        setattr(
            sys, name, os.fdopen(number, "w", encoding="utf-8", closefd=False)
        )  # what stood there was of another kind
    if clock:
        from diary.cli import run
        from tests.clocked_diary import FileClock

        sys.exit(run(arguments, clock=FileClock(Path(clock))))
    sys.argv = [str(ROOT / "main.py"), *arguments]
    from main import main

    sys.exit(main())


def _load() -> None:
    import importlib

    sys.path.insert(0, str(ROOT))
    for module in MODULES:
        importlib.import_module(module)
    from diary.ui import ready

    ready.load_first_screen()
    for module, _ in ready._screens:  # what it loads once the first page has come to rest
        importlib.import_module(module)


if __name__ == "__main__":
    with socket.socket(fileno=int(sys.argv[1])) as theirs:
        _load()
        theirs.send(b"ready")
        _serve(theirs)
