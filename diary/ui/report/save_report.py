"""Saves the report, and then offers its folder and its printing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import flet as ft

from diary.language import tr
from diary.ui.page.component import component
from diary.ui.page.effects import use_effect
from diary.ui.page.folder import open_outside, opener
from diary.ui.page.saving import Saved, save, show_in_tab
from diary.ui.page.session import Notice, Session, Tapped, use_session
from diary.ui.page.taps import TapKind
from diary.ui.page.theme import TARGET
from diary.ui.parts.buttons import NamedIconButton
from diary.ui.parts.closable import use_closable
from diary.ui.parts.handlers import handler
from diary.ui.report.acts import remember_saving
from diary.ui.report.files import OTHER_FILES, PDF_FILE, ReportFile

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from diary.model.period import Period

LARGEST_BESIDE = 1.3
"""The scale of text up to which both buttons have room beside one another."""
NOT_YET: Saved | None = None
"""Nothing was saved of this period."""


@component
def SaveReport(period: Period) -> ft.Control:
    """The buttons that save, below what was saved last."""
    session = use_session()
    busy, set_busy = ft.use_state(False)
    choosing, set_choosing = ft.use_state(False)
    saved, set_saved = ft.use_state(NOT_YET)
    use_effect(lambda: set_saved(NOT_YET), [period])

    async def save_as(kind: ReportFile) -> None:
        set_choosing(False)
        set_busy(True)
        try:
            file = await session.compute_long(lambda progress: kind.make(session.book, period, progress))
            done = await save(session, file)
            set_saved(done)
            if done is None:
                session.tell(Notice(tr("Not saved.")))
            elif kind.is_report:
                await remember_saving(session)
        finally:
            set_busy(False)

    async def print_pages(kind: ReportFile) -> None:
        """Show the pages where printing is one step; nothing is saved."""
        set_busy(True)
        try:
            await show_in_tab(
                session, await session.compute_long(lambda progress: kind.make(session.book, period, progress))
            )
        finally:
            set_busy(False)

    save_or_tell, print_or_tell = session.tapped(save_as), session.tapped(print_pages)

    def close() -> None:
        set_choosing(False)

    use_closable(_choice(save_or_tell, close) if choosing else None, close)
    return ft.Container(
        padding=ft.Padding.only(bottom=8),
        content=ft.Column(
            [
                *([SavedLine(saved)] if saved else []),
                _buttons(
                    session,
                    ft.FilledButton(
                        tr("Being made …") if busy else tr("Save PDF"),
                        icon=ft.Icons.PICTURE_AS_PDF,
                        disabled=busy,
                        height=56,
                        on_click=handler(lambda: save_or_tell(PDF_FILE)),
                    ),
                    *([_print_button(lambda: print_or_tell(PDF_FILE), busy=busy)] if session.page.web else []),
                    ft.OutlinedButton(
                        tr("Other files"),
                        disabled=busy,
                        height=56,
                        on_click=handler(lambda: set_choosing(True), TapKind.CLOSING),
                    ),
                ),
            ],
            spacing=4,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
    )


def _print_button(act: Callable[[], Any], *, busy: bool) -> ft.Control:
    """Prints without saving first: in a browser the pages open in a tab."""
    return NamedIconButton(ft.Icons.PRINT, tr("Print without saving"), act, color=ft.Colors.PRIMARY, disabled=busy)


def _buttons(session: Session, first: ft.Control, *others: ft.Control) -> ft.Control:
    """Beside one another; one below the other where the text is large."""
    if session.state.preferences.text_scale > LARGEST_BESIDE:
        return ft.Column([first, *others], spacing=4, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
    first.expand = True
    return ft.Row([first, *others], spacing=8)


def _choice(save_as: Tapped[ReportFile], close: Callable[[], Any]) -> ft.AlertDialog:
    """The other kinds of files, each with what it is for."""
    return ft.AlertDialog(
        title=ft.Text(tr("Save as")),
        scrollable=True,
        content_padding=ft.Padding.symmetric(horizontal=8, vertical=8),
        content=ft.Column(
            [
                ft.ListTile(
                    title=ft.Text(tr(kind.name)),
                    subtitle=ft.Text(tr(kind.use)),
                    on_click=handler(partial(save_as, kind), TapKind.CLOSING),
                )
                for kind in OTHER_FILES
            ],
            tight=True,
            spacing=0,
        ),
        actions=[ft.TextButton(tr("Cancel"), on_click=handler(close, TapKind.CLOSING))],
    )


@component
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
