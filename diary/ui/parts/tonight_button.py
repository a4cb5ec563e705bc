"""The way to *Tonight*: the day and the bed, noted before the night."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from diary.language import tr
from diary.model.mornings import EVENING_FROM, coming_night
from diary.ui.page.component import component
from diary.ui.page.session import use_session
from diary.ui.page.taps import TapKind
from diary.ui.page.theme import TARGET
from diary.ui.parts.handlers import handler
from diary.ui.parts.layout import card, quiet_text

if TYPE_CHECKING:
    import datetime as dt

LARGE_TEXT = 1.3
"""From this scale of text on, the words take two lines, and the room of the icon."""


def offers_tonight(morning: dt.date, now: dt.datetime) -> bool:
    """Whether Log shows the way to the coming night: in the evening, on the night that is over."""
    return now.time() >= EVENING_FROM and morning == now.date()


def tonight_card() -> ft.Control:
    """The way to the coming night, with why it is worth a minute."""
    return card(
        tr("Before tonight"),
        quiet_text(tr("What is noted before the night cannot be coloured by it. In the morning one tap is left.")),
        TonightButton(),
    )


@component
def TonightButton() -> ft.Control:
    """Opens the coming night in Log."""
    session = use_session()
    page = ft.context.page

    def go() -> None:
        page.navigate(f"/log/{coming_night(session.book.now()).isoformat()}")

    words, scale = tr("Note tonight's day and bed"), session.state.preferences.text_scale
    large = scale > LARGE_TEXT
    return ft.OutlinedButton(
        content=ft.Text(words, text_align=ft.TextAlign.CENTER, max_lines=2) if large else words,
        icon=None if large else ft.Icons.BEDTIME_OUTLINED,
        height=TARGET * scale if large else TARGET,
        on_click=handler(go, TapKind.CLOSING),
    )
