"""The browsers of this machine that can show a page in a window of its own: Chromium and its relatives."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "brave-browser", "microsoft-edge")
"""What they are called on Linux."""
APPLICATIONS = ("Chromium", "Google Chrome", "Brave Browser", "Microsoft Edge")
"""What they are called on a Mac."""
_BOXES = (b"/snap/", b"flatpak run")
"""What starts a browser that may not read or write the diary's folder, which is hidden from it."""
_BEGINNING = 4096
"""Bytes of a program in which a script says what it starts."""


def app_window_browser(environment: Mapping[str, str], platform: str, home: Path) -> Path | None:
    """The browser to open an app window with; None where there is none.

    In Windows there is none: the pipe by which its window is led has never been tried there.
    """
    if platform == "win32":
        return None
    found = _on_mac(home) if platform == "darwin" else _on_path(environment.get("PATH", ""))
    return next((program for program in found if not _is_in_a_box(program)), None)


def _on_mac(home: Path) -> Iterator[Path]:
    for name in APPLICATIONS:
        for folder in (Path("/Applications"), home / "Applications"):
            program = folder / f"{name}.app" / "Contents" / "MacOS" / name
            if program.exists():
                yield program


def _on_path(path: str) -> Iterator[Path]:
    for name in PROGRAMS:
        if found := shutil.which(name, path=path):
            yield Path(found).absolute()


def _is_in_a_box(program: Path) -> bool:
    if f"{program}".startswith("/snap/") or program.resolve().name == "snap":
        return True
    try:
        with program.open("rb") as file:
            beginning = file.read(_BEGINNING)
    except OSError:
        return False
    return beginning.startswith(b"#!") and any(box in beginning for box in _BOXES)
