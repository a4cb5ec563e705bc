"""Your data: where it lies, a copy of everything, steps back and forth, and backups."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import flet as ft

from diary.language import tr
from diary.model.clean_text import path_words
from diary.store.change import UndoStep, UndoSteps
from diary.ui.page.component import component
from diary.ui.page.folder import open_outside, opener
from diary.ui.page.saving import File, hand_over
from diary.ui.page.session import Notice, use_read, use_session
from diary.ui.page.theme import TARGET
from diary.ui.page.undoing import redo, undo
from diary.ui.parts.buttons import tall_enough
from diary.ui.parts.handlers import handler
from diary.ui.parts.layout import card, quiet_text
from diary.ui.settings.backups import Backups, RestoreElsewhereCard
from diary.ui.settings.check_card import CheckCard
from diary.ui.settings.import_card import ImportCard
from diary.ui.settings.section import section

if TYPE_CHECKING:
    from collections.abc import Callable

    from diary.book import Diary


@component
def DataSection() -> ft.Control:
    """The folder, files out and in, undo and redo, the backups."""
    return section(
        tr("Your data"),
        FileNoticesCard(),
        DamageCard(),
        FolderCard(),
        ExportCard(),
        ImportCard(),
        StepsCard(),
        CheckCard(),
        RestoreElsewhereCard(),
        Backups(),
    )


@component
def RestoreSection() -> ft.Control:
    """Where a first start on a new machine leads whoever has a backup."""
    return section(tr("Bring your diary here"), RestoreElsewhereCard(), Backups())


@component
def FileNoticesCard() -> ft.Control:
    """What was noticed of the file when it was opened, until the person has seen it; nothing where it is as it was left."""
    session = use_session()
    notices = use_read(session, session.book.files.notices, on=[session.state.revision])
    if not notices:
        return ft.Container(height=0)

    async def forget() -> None:
        await session.act(session.book.files.forget_notices)

    return card(
        tr("What was noticed of the diary's file"),
        *[ft.Text(notice.sentence) for notice in notices],
        ft.OutlinedButton(tr("I have seen this"), icon=ft.Icons.CHECK, height=TARGET, on_click=handler(forget)),
    )


@component
def DamageCard() -> ft.Control:
    """What of the diary cannot be read; nothing where it is whole."""
    session = use_session()
    found = use_read(session, lambda: _damage(session.book), on=[session.state.revision])
    if not found:
        return ft.Container(height=0)
    return card(
        tr("What cannot be read"),
        *[ft.Text(sentence) for sentence in found],
        quiet_text(
            tr(
                "It is kept as it is, counts nowhere, and is not in what you export. If you have a backup from before, "
                "it may hold it whole."
            )
        ),
    )


def _damage(book: Diary) -> tuple[str, ...]:
    build = (tr("The file is damaged, so nothing more is written to it. Check it below."),) if book.is_damaged else ()
    nights = (night.sentence for night in book.nights.damaged())
    return (*build, *nights, *(record.sentence for record in book.files.damaged_records()))


@component
def FolderCard() -> ft.Control:
    """Where the diary lies, to be copied, and opened where this machine can."""
    session = use_session()
    folder = path_words(session.book.folder)
    program = opener()
    place = use_read(session, session.book.files.risky_place, on=[])

    async def copy() -> None:
        await ft.Clipboard().set(folder)
        session.tell(Notice(tr("Copied: {path}").format(path=folder)))

    return card(
        tr("Where it lies"),
        ft.Text(folder),
        *([ft.Text(place.sentence)] if place else []),
        quiet_text(
            tr("Everything is in this folder, and nowhere else but in a second folder for backups, if you choose one.")
        ),
        ft.Row(
            [
                ft.OutlinedButton(
                    tr("Copy the path"), icon=ft.Icons.CONTENT_COPY, height=TARGET, on_click=handler(copy)
                ),
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

    return ft.OutlinedButton(tr("Open folder"), icon=ft.Icons.FOLDER_OPEN, height=TARGET, on_click=handler(show))


@component
def ExportCard() -> ft.Control:
    """Everything as one file that other programs can read."""
    session = use_session()

    async def export() -> None:
        data = await session.compute(session.book.files.export_json)
        name = f"night-cramp-diary-{session.book.now().date().isoformat()}.json"
        await hand_over(session, File(name, data, "application/json"))

    return card(
        tr("A copy of everything"),
        quiet_text(tr("All nights, notes, profile and markers in one file (JSON). Keep it somewhere safe.")),
        ft.FilledTonalButton(tr("Export to JSON"), icon=ft.Icons.DOWNLOAD, height=TARGET, on_click=handler(export)),
    )


@component
def StepsCard() -> ft.Control:
    """The last thirty changes, back and forth; each button names what it takes back or does again."""
    session = use_session()
    steps = use_read(session, session.book.steps, on=[session.state.revision]) or UndoSteps()
    return card(
        tr("Undo and redo"),
        quiet_text(tr("The last thirty changes can be taken back, one after another, and done again.")),
        _step_button(ft.Icons.UNDO, tr("Undo: {act}"), tr("Nothing to take back."), steps.undo, partial(undo, session)),
        _step_button(ft.Icons.REDO, tr("Redo: {act}"), tr("Nothing to do again."), steps.redo, partial(redo, session)),
    )


def _step_button(
    icon: ft.IconData, name: str, nothing: str, step: UndoStep | None, take: Callable[[UndoStep], Any]
) -> ft.Control:
    """A button that takes this step and no other; where there is none, it says so and cannot be tapped."""
    return ft.OutlinedButton(
        name.format(act=tr(step.words)) if step else nothing,
        icon=icon,
        style=tall_enough(),
        disabled=step is None,
        on_click=handler(partial(take, step)) if step else None,
    )
