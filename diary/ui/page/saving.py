"""Handing a file to the person: a download in the browser, a save dialog in the native window."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import flet as ft

from diary.exchange.whole_file import write_whole
from diary.language import tr
from diary.model.clean_text import path_words
from diary.ui.page.folder import downloads_folder, free_place
from diary.ui.page.session import Notice

if TYPE_CHECKING:
    from diary.ui.page.session import Session


@dataclass(frozen=True, slots=True)
class File:
    """A file that the person gets."""

    name: str
    data: bytes
    media_type: str
    printable: bool = False
    """Whether a browser or viewer shows it as pages."""


@dataclass(frozen=True, slots=True)
class Saved:
    """A file that the person got."""

    file: File
    path: Path | None
    """Where it lies; None where only the browser knows."""
    folder: Path | None
    """The folder to look in; None where that is not known."""

    @property
    def words(self) -> str:
        """Where it is, in a sentence."""
        if self.path is None:
            return tr("{name} is in your browser's downloads.").format(name=self.file.name)
        return tr("Saved: {path}").format(path=path_words(self.path))


async def save(session: Session, file: File) -> Saved | None:
    """Save the file where the person wants it; None where they thought better of it.

    In the browser it goes as a plain download: through Flet's file picker more than a megabyte takes many seconds. In
    the window the dialog gives a place, and the file is written there whole or not at all: raises a refusal in words.
    """
    if session.page.web:
        address = session.downloads.offer(file.name, file.data, file.media_type)
        await ft.UrlLauncher().launch_url(address, web_only_window_name="_self")
        return Saved(file, None, await session.read(downloads_folder))
    path = await _place(session, file.name)
    if path is None:
        return None
    await session.read(lambda: write_whole(path, file.data))
    return Saved(file, path, path.parent)


async def _place(session: Session, name: str) -> Path | None:
    """Where the person wants a file; on a machine that shows no such dialog, a free name among their downloads."""
    try:
        chosen = await ft.FilePicker().save_file(file_name=name)
    except RuntimeError:  # Linux without the program that shows it
        return await session.read(lambda: free_place(downloads_folder() or Path.home(), name))
    return Path(chosen) if chosen else None


async def hand_over(session: Session, file: File) -> None:
    """Save the file, and tell in a line where it is."""
    try_saving = session.tapped(lambda _: _save_and_tell(session, file))
    await try_saving(None)


async def _save_and_tell(session: Session, file: File) -> None:
    saved = await save(session, file)
    session.tell(Notice(saved.words if saved else tr("Not saved.")))


async def show_in_tab(session: Session, file: File) -> None:
    """Show the file in a tab of the browser, to be looked at and printed."""
    address = session.downloads.show(file.name, file.data, file.media_type)
    await ft.UrlLauncher().launch_url(address, web_only_window_name="_blank")
