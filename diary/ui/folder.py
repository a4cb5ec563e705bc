"""Opening a folder in the machine's own file manager."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path


def opener(
    platform: str = sys.platform,
    environment: Mapping[str, str] = os.environ,
    *,
    find: Callable[[str], str | None] = shutil.which,
) -> str | None:
    """The program that opens folders here; None where there is none, or no display to show one on."""
    if platform == "win32":
        return find("explorer")
    if platform == "darwin":
        return find("open")
    has_display = environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")
    return find("xdg-open") if has_display else None


def open_folder(program: str, folder: Path) -> None:
    """Show the folder, without waiting for the program that shows it."""
    subprocess.Popen(  # noqa: S603  # one of three known programs, on the folder of the diary
        [program, str(folder)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
