"""The diary in an app window of an installed browser: without tabs and address line, with a profile of its own.

The browser is told through a pipe where to go, so that no address stands in its command line, which every user of this
machine can read. When the program ends, the pipe ends, and the window with it.
"""

from __future__ import annotations

import json
import os
from concurrent.futures import Future
from contextlib import suppress
from threading import Event, Thread
from typing import TYPE_CHECKING

from diary.language import tr
from diary.window.devtools_pipe import TIMEOUT, DevtoolsPipe
from diary.window.menu_entry import NAME
from diary.window.show import HEIGHT, WIDTH

if TYPE_CHECKING:
    from pathlib import Path

    from diary.window.devtools_pipe import Message

CLOSES = 2.0
"""Seconds that the browser has to end, once it was told to."""
OPTIONS = (
    f"--class={NAME}",
    "--remote-debugging-pipe",
    "--no-first-run",
    "--no-default-browser-check",
    "--hide-crash-restore-bubble",
    # What it keeps is no secret of another program, so the person need not unlock their key ring for it.
    "--password-store=basic",
    "--disable-extensions",
    # Nothing leaves this machine: a browser asks its makers for news, for translations and for what to fill in where.
    # What these options forget goes to a port on which nobody listens; this machine itself is asked without a proxy.
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-pings",
    "--disable-features=AutofillServerCommunication,MediaRouter,OptimizationHints,Translate",
    "--proxy-server=http://127.0.0.1:9",
)
_FOR_PAGES = [{"type": "page"}]
_BROWSER_READS, _BROWSER_WRITES = 3, 4
"""Where the browser looks for its ends of the pipes."""
_BEYOND_THESE = 10


class AppWindow:
    """A browser that shows one window."""

    def __init__(self, process_id: int, pipe: DevtoolsPipe) -> None:
        self._process_id = process_id
        self._pipe = pipe
        self._first_page: Future[str] = Future()
        self._pages: set[str] = set()
        self._ended = Event()
        Thread(target=self._read, daemon=True).start()

    @classmethod
    def start(cls, program: Path, profile: Path) -> AppWindow:
        """Start a browser with an empty window. Raises OSError."""
        size = () if remembers_size(profile) else (f"--window-size={WIDTH},{HEIGHT}",)
        command = [str(program), f"--user-data-dir={profile}", f"--app={start_page()}", *size, *OPTIONS]
        profile.mkdir(mode=0o700, exist_ok=True)
        return cls(*_start(command))

    def lead_to(self, address: str) -> None:
        """Show the page of this address. Raises OSError where the window does not come up."""
        self._pipe.call("Target.setDiscoverTargets", discover=True, filter=_FOR_PAGES)
        page = self._first_page.result(TIMEOUT)
        session = self._pipe.call("Target.attachToTarget", targetId=page, flatten=True)["sessionId"]
        self._pipe.call("Page.navigate", session=session, url=address)
        self._pipe.call("Target.detachFromTarget", sessionId=session)

    def raise_(self) -> bool:
        """Bring the window to the front, also from the task bar; whether that could be done."""
        try:
            page = self._first_page.result(0)
            window = self._pipe.call("Browser.getWindowForTarget", targetId=page)
            if window["bounds"].get("windowState") == "minimized":
                normal = {"windowState": "normal"}
                self._pipe.call("Browser.setWindowBounds", windowId=window["windowId"], bounds=normal)
            self._pipe.call("Target.activateTarget", targetId=page)
        except OSError:
            return False
        return True

    def wait(self) -> None:
        """Wait until it was closed."""
        self._ended.wait()

    def close(self) -> None:
        """Close it, and give it a moment to keep its size."""
        self._pipe.close()
        self._ended.wait(CLOSES)

    def _read(self) -> None:
        self._pipe.read_to_the_end(self._note)
        if not self._first_page.done():
            self._first_page.set_exception(BrokenPipeError())
        with suppress(ChildProcessError):
            os.waitpid(self._process_id, 0)
        self._ended.set()

    def _note(self, event: Message) -> None:
        match event:
            case {"method": "Target.targetCreated", "params": {"targetInfo": {"targetId": page}}}:
                self._pages.add(page)
                if not self._first_page.done():
                    self._first_page.set_result(page)
            case {"method": "Target.targetDestroyed", "params": {"targetId": page}}:
                self._pages.discard(page)
                if not self._pages:  # on a Mac a browser goes on without a window
                    self._pipe.close()
            case _:
                pass


def start_page() -> str:
    """What stands in the window before the diary does.

    Under the name of this page the browser remembers the size of the window; it forgets what has a dot in its name, as
    every address of this machine has.
    """
    return f'data:text/html,<title>{tr("Night Cramp Diary")}</title><meta name="color-scheme" content="light dark">'


def remembers_size(profile: Path) -> bool:
    """Whether the browser has the size of last time."""
    try:
        preferences = json.loads((profile / "Default" / "Preferences").read_text(encoding="utf-8"))
        return bool(preferences["browser"]["app_window_placement"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return False


def _start(command: list[str]) -> tuple[int, DevtoolsPipe]:
    """Start a browser with a pipe to it and one from it; its number, and our ends of them."""
    reads, sending = os.pipe()
    receiving, writes = os.pipe()
    # Out of the way of the numbers that they are to have: a file is not moved onto itself.
    reads, writes = _moved(reads), _moved(writes)
    try:
        process_id = os.posix_spawn(
            command[0],
            command,
            os.environ,
            file_actions=[
                (os.POSIX_SPAWN_DUP2, reads, _BROWSER_READS),
                (os.POSIX_SPAWN_DUP2, writes, _BROWSER_WRITES),
                *[(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_RDWR, 0) for stream in (0, 1, 2)],
            ],
            setpgroup=0,  # Ctrl-C is the program's alone: it closes the window when all is saved
        )
    except OSError:
        os.close(sending)
        os.close(receiving)
        raise
    finally:
        os.close(reads)
        os.close(writes)
    return process_id, DevtoolsPipe(sending, receiving)


def _moved(file: int) -> int:
    import fcntl  # not in Windows

    moved = fcntl.fcntl(file, fcntl.F_DUPFD_CLOEXEC, _BEYOND_THESE)
    os.close(file)
    return moved
