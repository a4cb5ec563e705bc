"""The diary in the system's menu of programs: an entry and its icon, as the freedesktop.org specifications name them."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from diary.language import tr
from diary.model.errors import DiaryError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

NAME = "night-cramp-diary"
"""Of the entry, of its icon, and of the class of the program's windows."""
ICON_SIZES = (192, 512)
"""Pixels."""
_QUOTED = str.maketrans({each: f"\\{each}" for each in '"`$\\'})


class NoMenuEntryError(DiaryError):
    """A system whose menu only its person can change."""

    def __init__(self, platform: str, command: str) -> None:
        words = (
            tr("In Windows, put it there yourself: a new shortcut on the desktop, with this as its place: {command}")
            if platform == "win32"
            else tr("On a Mac, put it there yourself: in Automator a new application that runs in a shell: {command}")
        )
        super().__init__(words.format(command=command))


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """The entry of one person's menu."""

    data: Path
    """The person's folder for what programs bring along (XDG_DATA_HOME)."""
    icons: Path
    """Where the program's own icons lie."""

    @classmethod
    def of(cls, environment: Mapping[str, str], home: Path, icons: Path) -> MenuEntry:
        """Of the person whose environment and home these are; what is no absolute path counts as not set."""
        named = Path(environment.get("XDG_DATA_HOME", ""))
        return cls(named if named.is_absolute() else home / ".local" / "share", icons)

    @property
    def path(self) -> Path:
        """The entry's file."""
        return self.data / "applications" / f"{NAME}.desktop"

    def files(self, command: Sequence[str]) -> dict[Path, bytes]:
        """What belongs there: the entry that starts this command, and the icons."""
        icons = {self._icon(size): (self.icons / f"icon-{size}.png").read_bytes() for size in ICON_SIZES}
        return {**icons, self.path: entry_text(command).encode()}

    def take_away(self) -> bool:
        """Take them away again; whether there was an entry."""
        was_there = self.path.exists()
        for path in (self.path, *map(self._icon, ICON_SIZES)):
            with suppress(FileNotFoundError):
                path.unlink()
        return was_there

    def _icon(self, size: int) -> Path:
        return self.data / "icons" / "hicolor" / f"{size}x{size}" / "apps" / f"{NAME}.png"


def entry_text(command: Sequence[str]) -> str:
    """The file of an entry that starts this command."""
    lines = (
        "[Desktop Entry]",
        "Type=Application",
        f"Name={tr('Night Cramp Diary')}",
        f"Comment={tr('A private diary of night cramps')}",
        f"Exec={' '.join(map(_argument, command))}",
        f"Icon={NAME}",
        "Terminal=false",
        "Categories=Utility;",
        f"StartupWMClass={NAME}",
    )
    return "".join(f"{line}\n" for line in lines)


def _argument(text: str) -> str:
    """One word of the command: quoted for its reader, with its own signs doubled, and escaped once more as every value is."""
    return f'"{text.replace("%", "%%").translate(_QUOTED)}"'.replace("\\", "\\\\")
