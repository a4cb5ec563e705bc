"""A day that need not be told: a button that opens a calendar, and one that takes the day back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Awaitable, Callable

import flet as ft

from diary.language import tr
from diary.model.errors import DiaryError
from diary.ui.page.component import component
from diary.ui.parts.buttons import NamedIconButton
from diary.ui.parts.day_button import DayButton
from diary.ui.settings.refusal import refusal_text

EARLIEST = dt.date(1900, 1, 1)
"""A first cramp, or a medicine begun in youth, may lie longer ago than any night of the diary."""

SaveDay = Callable[[dt.date | None], Awaitable[object]]
"""Saves the day, None to take it back; raises a refusal where it cannot be kept."""


@component
def DayField(label: str, day: dt.date | None, latest: dt.date, save: SaveDay) -> ft.Control:
    """The day, with what was wrong about the last one chosen."""
    refused, set_refused = ft.use_state("")

    async def choose(chosen: dt.date | None) -> None:
        try:
            await save(chosen)
            set_refused("")
        except DiaryError as refusal:
            set_refused(str(refusal))

    clear = NamedIconButton(ft.Icons.CLOSE, tr("{label}: take back").format(label=label), lambda: choose(None))
    return ft.Column(
        [
            ft.Row(
                [DayButton(label, day, latest, on_choose=choose, earliest=EARLIEST), *([clear] if day else [])],
                wrap=True,
                spacing=4,
            ),
            *refusal_text(refused),
        ],
        spacing=4,
    )
