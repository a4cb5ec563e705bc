"""A marker of the person's own: its words and its day, to be changed or taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from diary.language import tr
from diary.ui.component import component
from diary.ui.parts.day_button import DayButton
from diary.ui.parts.fields import Entry
from diary.ui.person_told import amend_marker, without_marker
from diary.ui.session import use_session
from diary.ui.settings_acts import tell_markers

if TYPE_CHECKING:
    import datetime as dt

    from diary.model.profile import Marker


@component
def MarkerFields(marker: Marker) -> ft.Control:
    """What is kept of it."""
    session = use_session()

    async def save_text(text: str) -> None:
        await tell_markers(session, lambda markers: amend_marker(markers, marker.key, text=text.strip()))

    async def save_day(day: dt.date) -> None:
        await tell_markers(session, lambda markers: amend_marker(markers, marker.key, day=day))

    return ft.Column(
        [
            Entry(f"marker {marker.key} text", tr("What changed?"), marker.text, save_text),
            DayButton(tr("Day"), marker.day, session.state.now.date(), on_choose=session.tapped(save_day)),
            RemoveMarker(marker),
        ],
        spacing=12,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


@component
def RemoveMarker(marker: Marker) -> ft.Control:
    """Takes a marker away, with Undo."""
    session = use_session()
    book = session.book

    async def remove() -> None:
        await session.act(
            lambda: book.keep_markers(without_marker(book.markers(), marker.key)),
            tr("Removed: {name}.").format(name=marker.text),
        )

    return ft.TextButton(tr("Remove {name}").format(name=marker.text), icon=ft.Icons.DELETE_OUTLINE, on_click=remove)
