"""Your data: where it lies, a copy of everything, and steps back and forth."""

from __future__ import annotations

import flet as ft

from diary.language import tr
from diary.ui.component import component
from diary.ui.folder import open_outside, opener
from diary.ui.look import TARGET
from diary.ui.parts.layout import card, quiet_text
from diary.ui.parts.section import section
from diary.ui.saving import File, hand_over
from diary.ui.session import Notice, use_session


@component
def DataSection() -> ft.Control:
    """The folder, the export, undo and redo."""
    return section(tr("Your data"), FolderCard(), ExportCard(), StepsCard())


@component
def FolderCard() -> ft.Control:
    """Where the diary lies, to be copied, and opened where this machine can."""
    session = use_session()
    folder = session.book.folder
    program = opener()

    async def copy() -> None:
        await ft.Clipboard().set(str(folder))
        session.tell(Notice(tr("Copied: {path}").format(path=folder)))

    return card(
        tr("Where it lies"),
        ft.Text(str(folder)),
        quiet_text(tr("Everything is in this folder on this machine, and nowhere else.")),
        ft.Row(
            [
                ft.OutlinedButton(tr("Copy the path"), icon=ft.Icons.CONTENT_COPY, height=TARGET, on_click=copy),
                *([OpenFolder(program)] if program else []),
            ],
            wrap=True,
        ),
    )


@component
def OpenFolder(program: str) -> ft.Control:
    """Shows the folder in the machine's own file manager."""
    session = use_session()

    async def show() -> None:
        await session.read(lambda: open_outside(program, session.book.folder))

    return ft.OutlinedButton(tr("Open folder"), icon=ft.Icons.FOLDER_OPEN, height=TARGET, on_click=show)


@component
def ExportCard() -> ft.Control:
    """Everything as one file that other programs can read."""
    session = use_session()

    async def export() -> None:
        data = await session.compute(session.book.export_json)
        name = f"night-cramp-diary-{session.book.now().date().isoformat()}.json"
        await hand_over(session, File(name, data, "application/json"))

    return card(
        tr("A copy of everything"),
        quiet_text(tr("All nights, notes, profile and markers in one file (JSON). Keep it somewhere safe.")),
        ft.FilledTonalButton(tr("Export to JSON"), icon=ft.Icons.DOWNLOAD, height=TARGET, on_click=export),
    )


@component
def StepsCard() -> ft.Control:
    """The last thirty changes, back and forth."""
    session = use_session()

    async def redo() -> None:
        change = await session.act(session.book.redo)
        session.tell(
            Notice(tr("Done again: {act}").format(act=tr(change.words)) if change else tr("Nothing to do again."))
        )

    return card(
        tr("Undo and redo"),
        quiet_text(tr("The last thirty changes can be taken back, one after another, and done again.")),
        ft.Row(
            [
                ft.OutlinedButton(tr("Undo"), icon=ft.Icons.UNDO, height=TARGET, on_click=session.undo),
                ft.OutlinedButton(tr("Redo"), icon=ft.Icons.REDO, height=TARGET, on_click=redo),
            ],
            wrap=True,
        ),
    )
