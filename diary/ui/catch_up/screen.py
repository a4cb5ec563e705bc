"""Catch up: the latest nights that were not logged, one below the other, as a sheet of paper has them."""

from __future__ import annotations

import flet as ft

from diary.language import tr
from diary.ui.catch_up.night_table import TableNight, read_nights, table_record
from diary.ui.catch_up.row import NightRow
from diary.ui.catch_up.typed_nights import TypedNights
from diary.ui.page.component import component
from diary.ui.page.session import use_read, use_session
from diary.ui.page.use_record import use_record
from diary.ui.parts.buttons import tall_enough
from diary.ui.parts.handlers import way
from diary.ui.parts.keyed import keyed
from diary.ui.parts.layout import card, quiet_text, screen, scrolling
from diary.ui.parts.soon import WaitingSoon


@component
def CatchUpScreen() -> ft.Control:
    """The table. Its nights are those of the moment at which it was opened: a line that is filled in stays in its place."""
    session, page = use_session(), ft.context.page
    mornings = use_read(session, session.book.nights.to_catch_up, on=[])
    questions = use_read(session, session.book.results.sheet_questions, on=[])
    listed = mornings or ()
    nights = use_record(session, table_record(listed), lambda: read_nights(session.book, listed))
    if mornings is None or questions is None or nights is None:
        return screen(WaitingSoon())
    factors = (*questions.evening, *questions.morning)
    table_nights = [TableNight(session, mornings, morning) for morning in mornings]
    rows = [keyed(NightRow, f"row {each.morning}")(each, nights[each.morning], factors) for each in table_nights]
    return screen(
        scrolling(
            [
                card(tr("Catch up"), quiet_text(_words(any_nights=bool(rows)))),
                *([keyed(TypedNights, "typed")(tuple(table_nights))] if rows else []),
                *rows,
                ft.OutlinedButton(tr("Back to Log"), style=tall_enough(), on_click=way(page, "/")),
                ft.Container(height=12),
            ]
        )
    )


def _words(*, any_nights: bool) -> str:
    if not any_nights:
        return tr("All nights of late are logged.")
    return tr(
        "From paper or from memory, as much as you like. Each tap is saved. A night that you leave as it is stays "
        "unknown, which is fine."
    )
