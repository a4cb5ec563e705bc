"""The bedside sheet for a diary that has no report yet: paper is a way to begin."""

from __future__ import annotations

import flet as ft

from diary.language import tr
from diary.model.period import Period
from diary.ui.page.component import component
from diary.ui.page.saving import hand_over
from diary.ui.page.session import use_session
from diary.ui.parts.buttons import tall_enough
from diary.ui.parts.handlers import handler
from diary.ui.parts.layout import card, quiet_text
from diary.ui.report.files import SHEET_FILE


@component
def SheetButton() -> ft.Control:
    """Saves the sheet whose first night is the one that comes."""
    session = use_session()
    today = session.state.now.date()

    async def save(_: None) -> None:
        file = await session.compute_long(
            lambda progress: SHEET_FILE.make(session.book, Period(today, today), progress)
        )
        await hand_over(session, file)

    save_or_tell = session.tapped(save)
    return card(
        tr("Paper by the bed"),
        quiet_text(tr("A page for 14 nights, to print and fill in by hand. Type it in here when you like.")),
        ft.OutlinedButton(
            tr("Save the bedside sheet"),
            icon=ft.Icons.PICTURE_AS_PDF,
            style=tall_enough(),
            on_click=handler(lambda: save_or_tell(None)),
        ),
    )
