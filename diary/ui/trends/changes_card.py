"""What changed in the time that Trends looks at: each opens to the nights before and since, and a new one is added."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from diary.language import tr
from diary.model.changes import DatedChange, changes
from diary.model.marker_acts import AddMarker
from diary.model.mornings import day_name
from diary.model.night_tally import NightTally
from diary.ui.page.component import component
from diary.ui.page.session import use_read, use_session
from diary.ui.page.settings_acts import save_markers
from diary.ui.page.taps import TapKind
from diary.ui.page.theme import TARGET
from diary.ui.parts.add_line import AddLine
from diary.ui.parts.expander import Expander
from diary.ui.parts.handlers import handler, way
from diary.ui.parts.keyed import keyed
from diary.ui.parts.layout import card, quiet_text
from diary.ui.parts.marker_field import MarkerFields
from diary.ui.trends.content.changes import change_words
from diary.ui.trends.content.trends import changes_within

if TYPE_CHECKING:
    from diary.model.period import Period

NOTHING: int | None = None
NEW_MARKER = "new marker"
"""The subject of what is typed for a marker that is not added yet."""


@component
def ChangesCard(period: Period) -> ft.Control:
    """The medicine starts and stops and the markers of a period, the latest first."""
    session = use_session()
    page = ft.context.page
    book = session.book
    adding, set_adding = ft.use_state(session.drafts.waits(NEW_MARKER))
    added, set_added = ft.use_state(NOTHING)
    dated = use_read(
        session, lambda: changes(book.person.profile(), book.person.markers()), on=[session.state.revision]
    )
    within = changes_within(dated or (), period)
    elsewhere = len(dated or ()) - len(within)

    async def add(text: str) -> None:
        markers = await save_markers(session, AddMarker(text))
        set_added(max(marker.key or 0 for marker in markers))
        set_adding(False)

    def line(change: DatedChange) -> ft.Control:
        opened = change.marker is not None and change.marker.key == added
        key = change.marker.key if change.marker else f"{change.day} {change.text}"
        return keyed(ChangeLine, key)(change, period, opened=opened)

    return card(
        tr("What changed"),
        *[line(change) for change in within],
        *([quiet_text(_teach(elsewhere))] if not within else []),
        AddLine(NEW_MARKER, tr("What changed?"), tr("Add for today"), add)
        if adding
        else ft.Row(
            [
                ft.OutlinedButton(
                    tr("Add a marker"),
                    icon=ft.Icons.ADD,
                    height=TARGET,
                    on_click=handler(lambda: set_adding(True), TapKind.CLOSING),
                ),
                ft.TextButton(tr("Medicines"), height=TARGET, on_click=way(page, "/settings/medicines")),
            ],
            wrap=True,
            run_spacing=4,
        ),
    )


def _teach(elsewhere: int) -> str:
    if elsewhere:
        return tr("Nothing changed in this time. What changed at another shows with dates of your own around it.")
    return tr(
        "A new mattress, another shoe, a medicine begun: note the day, and it stands as a line in the charts, with the "
        "nights before and since side by side."
    )


@component
def ChangeLine(change: DatedChange, period: Period, *, opened: bool) -> ft.Control:
    """One change in a line; opened, what the nights before and since say, and for a marker its words and day."""
    page = ft.context.page
    fields: list[ft.Control] = [BeforeSince(change, period)]
    if change.marker:
        fields.append(MarkerFields(change.marker))
    else:
        fields.append(
            ft.TextButton(
                tr("Change it under Medicines"),
                height=TARGET,
                on_click=way(page, "/settings/medicines"),
            )
        )
    return Expander(change.text, day_name(change.day, year=True), opened, fields)


@component
def BeforeSince(change: DatedChange, period: Period) -> ft.Control:
    """The nights of the period before and since the day, in words."""
    session = use_session()
    book = session.book
    comparison = use_read(
        session,
        lambda: (book.results.before_after(change.day, period), NightTally.of(book.nights.all(), period).has_rate),
        on=[change.day, period, session.state.revision],
        slow=True,
    )
    return ft.Column(
        [ft.Text(line) for line in change_words(comparison[0], has_rate=comparison[1])]
        if comparison
        else [quiet_text(tr("Counting …"))],
        spacing=6,
    )
