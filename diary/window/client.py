"""Flet's own client, which draws a native window: whether it is on this machine.

It is never fetched: Flet would take some 30 MB of it from its own place on GitHub, and run them without a check.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

PROGRAMS = ("flet", "flet.exe", "*.app")
"""What the client is called on the systems that have one."""
FLAVOR = "FLET_DESKTOP_FLAVOR"
"""The setting that names which of Flet's clients is used."""


def flavor(environment: Mapping[str, str], platform: str) -> str:
    """Which of Flet's clients is used here. Left to itself, Flet looks for a wish in the folder it is started in."""
    return environment.get(FLAVOR) or ("light" if platform == "linux" else "full")


def is_there(environment: Mapping[str, str], platform: str, *, home: Path) -> bool:
    """Whether the client is on this machine: in the folder that FLET_VIEW_PATH names, or fetched earlier."""
    from flet_desktop.version import version

    fetched = home / ".flet" / "client" / f"flet-desktop-{flavor(environment, platform)}-{version}"
    named = environment.get("FLET_VIEW_PATH")
    return fetched.is_dir() or (named is not None and any(any(Path(named).glob(each)) for each in PROGRAMS))
