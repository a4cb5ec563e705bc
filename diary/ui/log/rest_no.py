"""After *No cramps*: one tap says that what was left open was not so. Nothing is answered unasked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from diary.language import tr
from diary.model.mornings import night_name
from diary.model.rest_no import AnswerRestNo, open_yes_no
from diary.ui.page.component import component
from diary.ui.page.session import use_session
from diary.ui.parts.buttons import tall_enough
from diary.ui.parts.handlers import handler
from diary.ui.parts.layout import card, quiet_text

if TYPE_CHECKING:
    import datetime as dt

    from diary.model.night import Night
    from diary.ui.page.open_night import OpenNight


@component
def RestNoCard(open_night: OpenNight, night: Night) -> ft.Control:
    """The button, always in its place below the questions and of one size, so that nothing moves when it comes to life."""

    async def answer() -> None:
        await open_night.tap(AnswerRestNo(), _words)

    return card(
        tr("What you left open"),
        quiet_text(
            tr("After a night without cramps, one tap says no to each yes-or-no question above that has no answer.")
        ),
        ft.OutlinedButton(
            tr("The rest: no"),
            icon=ft.Icons.DONE_ALL,
            style=tall_enough(),
            disabled=not open_yes_no(night, use_session().state.catalogue),
            on_click=handler(answer),
        ),
    )


def _words(morning: dt.date) -> str:
    return tr("Saved: no to the rest, {night}.").format(night=night_name(morning))
