"""The question which night a tap was meant for, where the day changed between the screen and the tap."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import flet as ft

from diary.language import tr
from diary.model.mornings import night_name
from diary.ui.component import component
from diary.ui.look import TARGET
from diary.ui.parts.handlers import handler
from diary.ui.session import use_session

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from diary.ui.night_question import NightQuestion


@component
def WhichNight() -> ft.Control:
    """A dialog with both nights by name, and a way out; nothing is saved before one is chosen."""
    session = use_session()
    question = session.state.night_question

    def close() -> None:
        session.state.night_question = None

    async def choose(asked: NightQuestion, morning: dt.date) -> None:
        close()
        await asked.choose(morning)

    ft.use_dialog(_dialog(question.mornings, lambda morning: choose(question, morning), close) if question else None)
    return ft.Container(height=0)


def _dialog(
    mornings: tuple[dt.date, dt.date], choose: Callable[[dt.date], Any], close: Callable[[], None]
) -> ft.AlertDialog:
    def button(morning: dt.date) -> ft.Control:
        return ft.FilledTonalButton(night_name(morning), height=TARGET, on_click=handler(lambda: choose(morning)))

    return ft.AlertDialog(
        title=ft.Text(tr("Which night is it for?")),
        content=ft.Column(
            [
                ft.Text(tr("The day has changed while this page was open. Nothing is saved yet.")),
                *[button(morning) for morning in mornings],
            ],
            tight=True,
            spacing=12,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        scrollable=True,
        actions=[ft.TextButton(tr("Save nothing"), height=TARGET, on_click=handler(close))],
        on_dismiss=lambda _event: close(),
    )
