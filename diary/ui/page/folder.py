"""Opening a folder or a file in the machine's own programs, and where a browser puts what it saves."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

MOST_NUMBERED = 10_000
"""Files of one name in one folder, beyond which no free name is looked for."""


def opener(
    platform: str = sys.platform,
    environment: Mapping[str, str] = os.environ,
    *,
    find: Callable[[str], str | None] = shutil.which,
) -> str | None:
    """The program that opens folders and files here; None where there is none, or no display to show one on."""
    if platform == "win32":
        return find("explorer")
    if platform == "darwin":
        return find("open")
    has_display = environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")
    return find("xdg-open") if has_display else None


def open_outside(program: str, path: Path) -> None:
    """Show a folder, or a file in what shows such files, without waiting for the program that shows it."""
    subprocess.Popen(  # noqa: S603  # one of three known programs, on a path that the person saved to
        [program, str(path)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )


def downloads_folder() -> Path | None:
    """Where browsers save, unless they were told otherwise; None where there is no such folder."""
    from platformdirs import user_downloads_path  # not needed on the first screen

    folder = Path(user_downloads_path())
    return folder if folder.is_dir() else None


def free_place(folder: Path, name: str) -> Path:
    """A path in the folder at which nothing lies: of this name, or with a number after its first part."""
    stem, dot, ending = name.partition(".")
    names = (name, *(f"{stem} ({number}){dot}{ending}" for number in range(2, MOST_NUMBERED)))
    return next(path for path in (folder / each for each in names) if not path.exists())
