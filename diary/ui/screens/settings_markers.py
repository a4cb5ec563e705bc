"""Markers: what changed on which day, to look back at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from diary.language import tr
from diary.model.mornings import day_name
from diary.ui.parts.add_line import AddLine
from diary.ui.parts.day_button import DayButton
from diary.ui.parts.fields import Entry
from diary.ui.parts.layout import card, quiet_text
from diary.ui.parts.opening import Opening
from diary.ui.parts.section import section
from diary.ui.person_told import amend_marker, with_marker, without_marker
from diary.ui.session import use_read, use_session
from diary.ui.settings_acts import tell_markers

if TYPE_CHECKING:
    import datetime as dt

    from diary.model.profile import Marker


@ft.component
def MarkersSection() -> ft.Control:
    """All markers, the latest first, and a line to add one for today."""
    session = use_session()
    markers = use_read(session, session.book.markers, on=[session.state.revision])
    nothing: int | None = None
    added, set_added = ft.use_state(nothing)
    if markers is None:
        return section(tr("Markers"))

    async def add(text: str) -> None:
        today = session.book.now().date()
        kept = await tell_markers(session, lambda markers: with_marker(markers, text, today))
        set_added(max(marker.key or 0 for marker in kept))

    latest_first = sorted(markers, key=lambda marker: marker.day, reverse=True)
    return section(
        tr("Markers"),
        card(
            None,
            quiet_text(tr("Note what changed on which day, such as a new mattress, to look back at it later.")),
            AddLine(tr("What changed?"), tr("Add for today"), add),
        ),
        *([card(None, *[_field(each, added) for each in latest_first])] if latest_first else []),
    )


def _field(marker: Marker, added: int | None) -> ft.Control:
    return ft.Container(MarkerField(marker, opened=marker.key == added), key=f"{marker.key}")


@ft.component
def MarkerField(marker: Marker, *, opened: bool) -> ft.Control:
    """One marker in a line; opened, its words and its day."""
    session = use_session()

    async def save_text(text: str) -> None:
        await tell_markers(session, lambda markers: amend_marker(markers, marker.key, text=text.strip()))

    async def save_day(day: dt.date) -> None:
        await tell_markers(session, lambda markers: amend_marker(markers, marker.key, day=day))

    return Opening(
        marker.text,
        day_name(marker.day, year=True),
        opened,
        [
            Entry(tr("What changed?"), marker.text, save_text),
            DayButton(tr("Day"), marker.day, session.book.now().date(), on_choose=session.tapped(save_day)),
            RemoveMarker(marker),
        ],
    )


@ft.component
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
