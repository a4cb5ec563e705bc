"""Handing a file to the person: a download in the browser, a save dialog in the native window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import flet as ft

from diary.language import tr
from diary.ui.session import Notice

if TYPE_CHECKING:
    from diary.ui.session import Session


@dataclass(frozen=True, slots=True)
class File:
    """A file that the person gets."""

    name: str
    data: bytes
    media_type: str


async def hand_over(session: Session, file: File) -> None:
    """Save the file where the person wants it, and tell so.

    In the browser it goes as a plain download: through Flet's file picker more than a megabyte takes many seconds.
    """
    if session.page.web:
        path = session.downloads.offer(file.name, file.data, file.media_type)
        await ft.UrlLauncher().launch_url(path, web_only_window_name="_self")
        session.tell(Notice(tr("{name} is in your browser's downloads.").format(name=file.name)))
        return
    chosen = await ft.FilePicker().save_file(file_name=file.name, src_bytes=file.data)
    session.tell(Notice(tr("Saved: {path}").format(path=chosen) if chosen else tr("Not saved.")))
