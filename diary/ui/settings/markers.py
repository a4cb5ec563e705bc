"""Markers: what changed on which day, to look back at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from diary.language import tr
from diary.model.marker_acts import AddMarker
from diary.model.mornings import day_name
from diary.ui.page.component import component
from diary.ui.page.records import MARKERS
from diary.ui.page.session import use_session
from diary.ui.page.settings_acts import save_markers
from diary.ui.page.use_record import use_record
from diary.ui.parts.add_line import AddLine
from diary.ui.parts.expander import Expander
from diary.ui.parts.layout import card, quiet_text
from diary.ui.parts.marker_field import MarkerFields
from diary.ui.settings.section import section

if TYPE_CHECKING:
    from diary.model.profile import Marker


@component
def MarkersSection() -> ft.Control:
    """All markers, the latest first, and a line to add one for today."""
    session = use_session()
    markers = use_record(session, MARKERS, session.book.person.markers)
    nothing: int | None = None
    added, set_added = ft.use_state(nothing)
    if markers is None:
        return section(tr("Markers"))

    async def add(text: str) -> None:
        markers = await save_markers(session, AddMarker(text))
        set_added(max(marker.key or 0 for marker in markers))

    latest_first = sorted(markers, key=lambda marker: marker.day, reverse=True)
    return section(
        tr("Markers"),
        card(
            None,
            quiet_text(tr("Note what changed on which day, such as a new mattress, to look back at it later.")),
            AddLine("new marker", tr("What changed?"), tr("Add for today"), add),
        ),
        *([card(None, *[_field(each, added) for each in latest_first])] if latest_first else []),
    )


def _field(marker: Marker, added: int | None) -> ft.Control:
    line = Expander(marker.text, day_name(marker.day, year=True), marker.key == added, [MarkerFields(marker)])
    return ft.Container(line, key=f"{marker.key}")
