"""The word that quiet nights count, said once where hardly one was logged: without them the diary gives no rate."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from diary.language import tr
from diary.model.mornings import DAY
from diary.model.period import Period
from diary.model.signs import OFTEN_WEEKS, lacks_quiet_nights, with_quiet_nights_closed
from diary.ui.page.component import component
from diary.ui.page.session import use_read, use_session
from diary.ui.page.settings_acts import prefer
from diary.ui.page.taps import TapKind
from diary.ui.page.theme import TARGET
from diary.ui.parts.handlers import handler
from diary.ui.parts.layout import card

if TYPE_CHECKING:
    import datetime as dt


@component
def QuietNightsCard(morning: dt.date) -> ft.Control:
    """What to do, with the way to put it away for good."""
    session = use_session()
    first = morning - 7 * OFTEN_WEEKS * DAY
    lately = use_read(
        session, lambda: session.book.nights.between(Period(first, morning)), on=[morning, session.state.revision]
    )
    if not lacks_quiet_nights(lately or [], morning, session.state.preferences.closed_signs):
        return ft.Container(height=0)

    async def close() -> None:
        await prefer(session, closed_signs=with_quiet_nights_closed(session.state.preferences.closed_signs))

    words = tr(
        "Of the last four weeks you logged hardly a night without cramps. Only with the quiet nights can the diary tell "
        "how often they come, and what goes with them. After a quiet night one tap on “No cramps” is enough."
    )
    return card(
        tr("Quiet nights count, too"),
        ft.Text(words),
        ft.Row(
            [ft.TextButton(tr("Understood"), height=TARGET, on_click=handler(close, TapKind.CLOSING))],
            alignment=ft.MainAxisAlignment.END,
        ),
    )
