"""Saves the report, and then offers its folder and its printing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import flet as ft

from diary.language import tr
from diary.ui.folder import open_outside, opener
from diary.ui.look import TARGET
from diary.ui.parts.handlers import handler
from diary.ui.report_acts import remember_saving
from diary.ui.report_files import PDF_FILE, ReportFile
from diary.ui.saving import Saved, save, show_in_tab
from diary.ui.session import Session, use_session

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from diary.ui.period import Period

NOT_YET: Saved | None = None
"""Nothing was saved of this period."""


@ft.component
def SaveReport(period: Period) -> ft.Control:
    """The button that saves, below what was saved last."""
    session = use_session()
    busy, set_busy = ft.use_state(False)
    saved, set_saved = ft.use_state(NOT_YET)
    ft.use_effect(lambda: set_saved(NOT_YET), [period])

    async def save_as(kind: ReportFile) -> None:
        set_busy(True)
        try:
            file = await session.compute(lambda: kind.make(session.book, period))
            done = await save(session, file)
            set_saved(done)
            if done:
                await remember_saving(session)
        finally:
            set_busy(False)

    return ft.Container(
        padding=ft.Padding.only(bottom=8),
        content=ft.Column(
            [
                *([SavedLine(saved)] if saved else []),
                ft.FilledButton(
                    tr("Being made …") if busy else tr("Save PDF"),
                    icon=ft.Icons.PICTURE_AS_PDF,
                    disabled=busy,
                    height=56,
                    on_click=session.tapped(lambda _: save_as(PDF_FILE)),
                ),
            ],
            spacing=4,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
    )


@ft.component
def SavedLine(saved: Saved) -> ft.Control:
    """Where the file is, and what can be done with it."""
    session = use_session()
    program = opener()
    folder = saved.folder if program else None
    prints = saved.file.printable and (session.page.web or program is not None)
    buttons = [
        _next(tr("Open folder"), ft.Icons.FOLDER_OPEN, lambda: _open(session, folder), offered=folder is not None),
        _next(tr("Print"), ft.Icons.PRINT, lambda: _print(session, saved), offered=prints),
    ]
    return ft.Column(
        [
            ft.Semantics(live_region=True, content=ft.Text(saved.words)),
            ft.Row([button for button in buttons if button], wrap=True, spacing=8, run_spacing=4),
        ],
        spacing=4,
    )


def _next(words: str, icon: ft.IconData, act: Callable[[], Any], *, offered: bool) -> ft.Control | None:
    return ft.OutlinedButton(words, icon=icon, height=TARGET, on_click=handler(act)) if offered else None


async def _open(session: Session, path: Path | None) -> None:
    """Show a folder, or a file, in the machine's own program."""
    program = opener()
    if program and path:
        await session.read(lambda: open_outside(program, path))


async def _print(session: Session, saved: Saved) -> None:
    """Show the file where printing is one step: in a tab of the browser, or in the machine's own viewer."""
    if session.page.web:
        await show_in_tab(session, saved.file)
    else:
        await _open(session, saved.path)
