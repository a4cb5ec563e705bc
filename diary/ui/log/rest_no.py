"""After *No cramps*: one tap says that what was left open was not so. Nothing is answered unasked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from diary.language import tr, trn
from diary.model.mornings import night_name
from diary.model.rest_no import AnswerRestNo, open_yes_no
from diary.ui.page.component import component
from diary.ui.page.session import use_session
from diary.ui.parts.buttons import tall_enough
from diary.ui.parts.handlers import handler

if TYPE_CHECKING:
    import datetime as dt

    from diary.model.night import Night
    from diary.ui.page.open_night import OpenNight


@component
def RestNo(open_night: OpenNight, night: Night | None) -> ft.Control:
    """The button; nothing where no yes-or-no question of a quiet night is open."""
    open_questions = len(open_yes_no(night, use_session().state.catalogue)) if night else 0

    async def answer() -> None:
        await open_night.tap(AnswerRestNo(), _words)

    if not open_questions:
        return ft.Container(height=0)
    return ft.OutlinedButton(
        trn("The rest: no ({n} open question)", "The rest: no ({n} open questions)", open_questions).format(
            n=open_questions
        ),
        icon=ft.Icons.DONE_ALL,
        style=tall_enough(),
        on_click=handler(answer),
    )


def _words(morning: dt.date) -> str:
    return tr("Saved: no to the rest, {night}.").format(night=night_name(morning))
