"""A marker of the person's own: its words and its day, to be changed or taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from diary.language import tr
from diary.model.marker_acts import ChangeMarker, RemoveMarker
from diary.ui.page.component import component
from diary.ui.page.session import use_session
from diary.ui.page.settings_acts import change_markers, save_markers
from diary.ui.parts.day_button import DayButton
from diary.ui.parts.fields import Entry
from diary.ui.parts.remove_button import RemoveButton

if TYPE_CHECKING:
    import datetime as dt

    from diary.model.profile import Marker


@component
def MarkerFields(marker: Marker) -> ft.Control:
    """What is kept of it."""
    session = use_session()

    async def save_text(text: str) -> None:
        await save_markers(session, ChangeMarker(marker.key, (("text", text.strip()),)))

    async def save_day(day: dt.date) -> None:
        await change_markers(session, ChangeMarker(marker.key, (("day", day),)))

    return ft.Column(
        [
            Entry(f"marker {marker.key} text", tr("What changed?"), marker.text, save_text),
            DayButton(tr("Day"), marker.day, session.state.now.date(), on_choose=save_day),
            RemoveMarkerButton(marker),
        ],
        spacing=12,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


@component
def RemoveMarkerButton(marker: Marker) -> ft.Control:
    """Takes a marker away, with Undo."""
    session = use_session()

    async def remove() -> None:
        words = tr("Removed: {name}.").format(name=marker.text)
        await change_markers(session, RemoveMarker(marker.key), words)

    return RemoveButton(marker.text, remove)
