"""The first start: three questions at most, any of which can be skipped, above the night and never in its way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from diary.language import tr
from diary.ui.page.component import component
from diary.ui.page.session import use_read, use_session
from diary.ui.page.settings_acts import prefer
from diary.ui.page.taps import TapKind
from diary.ui.page.theme import TARGET
from diary.ui.parts.buttons import tall_enough
from diary.ui.parts.first_choices import BirthYearEntry, TextSizeChoice, UnitChoice
from diary.ui.parts.handlers import handler, way
from diary.ui.parts.layout import card, quiet_text

if TYPE_CHECKING:
    import datetime as dt

SIZES = (100, 125, 150)
"""Per cent of the normal size; Settings has more."""


@component
def WelcomeCard(morning: dt.date) -> ft.Control:
    """Size of text, unit of temperature, year of birth, and a button that puts the card away.

    It belongs to the first night: once another one than this is logged, it shows no more.
    """
    session = use_session()
    book, page = session.book, ft.context.page
    others = use_read(session, lambda: book.nights.has_other_logged(morning), on=[morning, session.state.revision])
    profile = use_read(session, book.person.profile, on=[session.state.revision])

    async def put_away() -> None:
        await prefer(session, welcomed=True)

    if others is not False:
        return ft.Container(height=0)
    return card(
        tr("Welcome to your diary"),
        quiet_text(
            tr(
                "One tap a morning is enough. Nothing leaves this machine. These three questions can wait: they are "
                "in Settings too."
            )
        ),
        ft.OutlinedButton(
            tr("I have a backup"), icon=ft.Icons.RESTORE, style=tall_enough(), on_click=way(page, "/settings/restore")
        ),
        TextSizeChoice(SIZES),
        UnitChoice(),
        BirthYearEntry(profile.year_of_birth if profile else None),
        ft.FilledTonalButton(tr("Done"), height=TARGET, on_click=handler(put_away, TapKind.CLOSING)),
    )
