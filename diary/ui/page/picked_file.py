"""A file that the person picks: its path where the window can tell it, its content where only the browser can read it."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import flet as ft

from diary.language import tr
from diary.model.errors import DiaryError

if TYPE_CHECKING:
    from collections.abc import Iterator


class NoFileDialogError(DiaryError):
    """A machine on which no program shows files to choose from."""

    def __init__(self, command: str) -> None:
        words = tr("No program here shows files to choose from. In a terminal: {command}.")
        super().__init__(words.format(command=command))


@dataclass(frozen=True, slots=True)
class PickedFile:
    """A file that was picked."""

    name: str
    data: bytes | None
    path: Path | None

    @contextmanager
    def as_path(self) -> Iterator[Path]:
        """Where the file lies, for as long as it is used."""
        if self.path is not None:
            yield self.path
            return
        with TemporaryDirectory(prefix="night-cramp-diary-") as place:
            path = Path(place) / "picked.db"
            path.write_bytes(self.data or b"")
            yield path


async def pick_file(page: ft.Page, command: str) -> PickedFile | None:
    """The file that the person picks; None where they pick none.

    Raises NoFileDialogError, which names a command that does the same, where nothing shows files.
    """
    try:
        files = await ft.FilePicker().pick_files(with_data=page.web)
    except RuntimeError:  # Linux without the program that shows such a dialog
        raise NoFileDialogError(command) from None
    if not files:
        return None
    picked = files[0]
    if picked.bytes is None and picked.path is None:
        return None
    return PickedFile(picked.name, picked.bytes, Path(str(picked.path)) if picked.bytes is None else None)
