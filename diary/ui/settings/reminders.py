"""Reminders: a file for the calendar that the person uses, which then reminds on every device they have."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

import flet as ft

from diary.exchange.reminders import EVENING, MORNING, Reminders, reminders_calendar
from diary.language import tr
from diary.ui.page.component import component
from diary.ui.page.saving import File, hand_over
from diary.ui.page.session import use_session
from diary.ui.page.theme import TARGET
from diary.ui.parts.handlers import handler
from diary.ui.parts.layout import card, quiet_text
from diary.ui.parts.radio_chips import RadioChips
from diary.ui.settings.section import section

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.ui.parts.chips import Options

NEVER = ""
"""The choice of no reminder."""
EVENINGS = tuple(dt.time(hour, minute) for hour in range(19, 24) for minute in (0, 30))
MORNINGS = tuple(dt.time(hour, minute) for hour in range(5, 11) for minute in (0, 30))


@component
def RemindersSection() -> ft.Control:
    """What it does, and when."""
    return section(tr("Reminders"), RemindersCard())


@component
def RemindersCard() -> ft.Control:
    """Two times to choose, and the file."""
    session = use_session()
    # What was tapped last counts, also where the page does not show it yet.
    evening: ft.MutableRef[str] = ft.use_ref(_key(EVENING))
    morning: ft.MutableRef[str] = ft.use_ref(_key(MORNING))
    _, draw = ft.use_state((evening.current, morning.current))

    def choose(place: ft.MutableRef[str], key: str) -> None:
        place.current = key
        draw((evening.current, morning.current))

    async def save(_: None) -> None:
        reminders = Reminders(_time(evening.current), _time(morning.current))
        data = await session.compute(partial(reminders_calendar, reminders, session.book.now()))
        await hand_over(session, File("reminders.ics", data, "text/calendar"))

    try_saving = session.tapped(save)
    return card(
        None,
        quiet_text(
            tr(
                "Save a file and open it with your calendar: it then reminds you each day, on your phone too. Saved again "
                "with other times, it takes the place of the one before."
            )
        ),
        RadioChips(tr("Evening: the day and the bed"), _options(EVENINGS), evening.current, partial(choose, evening)),
        RadioChips(tr("Morning: how the night was"), _options(MORNINGS), morning.current, partial(choose, morning)),
        quiet_text(tr("The file says neither what it is about nor anything of the diary: calendars are often shared.")),
        ft.FilledTonalButton(
            tr("Save for my calendar"),
            icon=ft.Icons.NOTIFICATIONS_OUTLINED,
            height=TARGET,
            on_click=handler(lambda: try_saving(None)),
        ),
    )


def _options(times: Sequence[dt.time]) -> Options:
    return (*((_key(time), _key(time)) for time in times), (NEVER, tr("None")))


def _key(time: dt.time) -> str:
    return f"{time:%H:%M}"


def _time(key: str) -> dt.time | None:
    return None if key == NEVER else dt.time.fromisoformat(key)
