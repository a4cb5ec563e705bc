"""A plain word where an entry itself shows something worth a doctor's eye, to be put away with a tap.

It stands beside what it is about, in sight of the finger that told it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from diary.language import tr
from diary.model.mornings import DAY
from diary.model.period import Period
from diary.model.signs import OFTEN_WEEKS, SIGN_WORDS, EntrySign, open_signs, signs_of_entry, with_closed_signs
from diary.ui.page.component import component
from diary.ui.page.session import use_read, use_session
from diary.ui.page.settings_acts import prefer
from diary.ui.page.taps import TapKind
from diary.ui.page.theme import TARGET
from diary.ui.page.warning_way import open_warning_signs
from diary.ui.parts.handlers import handler
from diary.ui.parts.layout import GUTTER

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from diary.model.night import Night
    from diary.ui.page.session import Session


@component
def SignCard(night: Night, sign: EntrySign) -> ft.Control:
    """What the night shows, where it shows this and it was not put away."""
    session = use_session()
    first = night.morning - OFTEN_WEEKS * 7 * DAY
    lately = use_read(
        session,
        lambda: session.book.nights.between(Period(first, night.morning)),
        on=[night.morning, session.state.revision],
    )
    closed = session.state.preferences.closed_signs
    if sign not in open_signs(signs_of_entry(night, lately or []), night.morning, closed):
        return ft.Container(height=0)

    async def close() -> None:
        await prefer(
            session, closed_signs=with_closed_signs([sign], night.morning, session.state.preferences.closed_signs)
        )

    return ft.Container(
        margin=ft.Margin.only(bottom=GUTTER),
        padding=ft.Padding.only(left=16, right=16, top=16, bottom=8),
        border_radius=12,
        bgcolor=ft.Colors.TERTIARY_CONTAINER,
        content=ft.Column(
            [_line(sign), _ways(session, close)], spacing=8, horizontal_alignment=ft.CrossAxisAlignment.STRETCH
        ),
    )


def _line(sign: EntrySign) -> ft.Control:
    ink = ft.Colors.ON_TERTIARY_CONTAINER
    words = ft.Row(
        [
            ft.Icon(ft.Icons.MEDICAL_INFORMATION_OUTLINED, color=ink),
            ft.Text(tr(SIGN_WORDS[sign]), color=ink, expand=True),
        ],
        vertical_alignment=ft.CrossAxisAlignment.START,
    )
    return ft.Semantics(live_region=True, container=True, content=words)


def _ways(session: Session, close: Callable[[], Awaitable[None]]) -> ft.Control:
    page = ft.context.page
    ink = ft.ButtonStyle(color=ft.Colors.ON_TERTIARY_CONTAINER)
    return ft.Row(
        [
            ft.TextButton(
                tr("All warning signs"),
                height=TARGET,
                style=ink,
                on_click=handler(lambda: open_warning_signs(session, page), TapKind.CLOSING),
            ),
            ft.TextButton(
                tr("Close for this night"), height=TARGET, style=ink, on_click=handler(close, TapKind.CLOSING)
            ),
        ],
        alignment=ft.MainAxisAlignment.END,
        wrap=True,
    )
