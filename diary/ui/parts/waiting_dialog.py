"""Shows what one waits for, how far it is, and a button that stops it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from diary.language import tr
from diary.ui.page.component import component
from diary.ui.page.taps import TapKind
from diary.ui.parts.closable import use_closable
from diary.ui.parts.handlers import handler

if TYPE_CHECKING:
    from diary.model.progress import Stage
    from diary.ui.page.waiting import Waiting


@component
def WaitingDialog(waiting: Waiting) -> ft.Control:
    """Over the whole page, for as long as anything is waited for: what is tapped below would have to wait with it."""
    ft.use_state(waiting)
    use_closable(_dialog(waiting, waiting.stage) if waiting.stage else None, waiting.cancel)
    return ft.Container(height=0)


def _dialog(waiting: Waiting, stage: Stage) -> ft.AlertDialog:
    words = tr("Stopping") if waiting.is_cancelled else stage.words
    cancel = ft.TextButton(
        tr("Cancel"),
        disabled=waiting.is_cancelled or not stage.can_be_cancelled,
        on_click=handler(waiting.cancel, TapKind.CLOSING),
    )
    return ft.AlertDialog(
        modal=True,
        title=ft.Text(tr("One moment")),
        content=ft.Column(
            [
                ft.Semantics(live_region=True, content=ft.Text(tr("{words} …").format(words=words))),
                ft.ProgressBar(value=stage.share),
            ],
            tight=True,
        ),
        actions=[cancel],
    )
