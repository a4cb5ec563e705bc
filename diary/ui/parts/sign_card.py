"""A plain word where an entry itself shows something worth a doctor's eye."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from diary.model.mornings import DAY
from diary.model.signs import OFTEN_WEEKS, sign_of_night, sign_of_weeks
from diary.ui.parts.layout import GUTTER
from diary.ui.session import use_read, use_session

if TYPE_CHECKING:
    from diary.model.night import Night


@ft.component
def SignCard(night: Night) -> ft.Control:
    """What the night, or the last four weeks, show; nothing where nothing stands out. Only on cramp nights."""
    session = use_session()
    first = night.morning - OFTEN_WEEKS * 7 * DAY
    lately = use_read(
        session, lambda: session.book.nights(first, night.morning), on=[night.morning, session.state.revision]
    )
    words = sign_of_night(night) or sign_of_weeks(lately or [], night.morning)
    if not words:
        return ft.Container(height=0)
    return ft.Container(
        margin=ft.Margin.only(bottom=GUTTER),
        padding=16,
        border_radius=12,
        bgcolor=ft.Colors.TERTIARY_CONTAINER,
        content=ft.Row(
            [
                ft.Icon(ft.Icons.MEDICAL_INFORMATION_OUTLINED, color=ft.Colors.ON_TERTIARY_CONTAINER),
                ft.Text(words, color=ft.Colors.ON_TERTIARY_CONTAINER, expand=True),
            ],
            vertical_alignment=ft.CrossAxisAlignment.START,
        ),
    )
