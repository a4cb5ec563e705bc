"""The client program of the native window: whether it is there, and fetching it once the person chose the window.

Flet keeps it in the home folder, and fetches some 30 MB of it from its own place on GitHub, without a time limit and
without a check of what came. So it is fetched in a process of its own that can be ended, and never unasked.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Mapping

TIMEOUT = 180.0
"""Seconds that fetching may take."""
IDLE = 10
"""Seconds after which a server that says nothing is given up."""
PROGRAMS = ("flet", "flet.exe", "*.app")
"""What the client is called on the systems that have one."""
_FETCH = f"import socket, flet_desktop; socket.setdefaulttimeout({IDLE}); flet_desktop.ensure_client_cached()"


FLAVOR = "FLET_DESKTOP_FLAVOR"
"""The setting that names which of Flet's clients is used."""
_FLETS_PLACE = "github.com"


def flavor(environment: Mapping[str, str], platform: str) -> str:
    """Which of Flet's clients is used here. Left to itself, Flet looks for a wish in the folder it is started in."""
    return environment.get(FLAVOR) or ("light" if platform == "linux" else "full")


def place(environment: Mapping[str, str]) -> str:
    """The name of the server that the client would be fetched from."""
    return urlsplit(environment.get("FLET_CLIENT_URL", "")).hostname or _FLETS_PLACE


def is_there(environment: Mapping[str, str], platform: str, *, home: Path) -> bool:
    """Whether the client is on this machine: in the folder that FLET_VIEW_PATH names, or fetched earlier."""
    from flet_desktop.version import version

    fetched = home / ".flet" / "client" / f"flet-desktop-{flavor(environment, platform)}-{version}"
    named = environment.get("FLET_VIEW_PATH")
    return fetched.is_dir() or (named is not None and any(any(Path(named).glob(each)) for each in PROGRAMS))


def fetch(environment: Mapping[str, str], *, timeout: float = TIMEOUT) -> bool:
    """Fetch the client; whether that could be done within so many seconds. A person at a terminal sees its progress."""
    # What it has to say when it fails is for a programmer; the caller says in one line how we go on.
    progress = sys.stderr if sys.stderr.isatty() else subprocess.DEVNULL
    try:
        done = subprocess.run(  # noqa: S603  # our own Python
            [sys.executable, "-c", _FETCH],
            env=dict(environment),
            timeout=timeout,
            check=False,
            stdout=progress,
            stderr=subprocess.DEVNULL,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
