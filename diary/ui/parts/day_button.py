"""A day to choose: a button that names it and opens a calendar."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import flet as ft

from diary.language import tr
from diary.model.mornings import day_name
from diary.ui.component import component
from diary.ui.look import TARGET
from diary.ui.parts.handlers import handler

if TYPE_CHECKING:
    from collections.abc import Callable

NOON = dt.time(12)
EARLIEST = dt.date(1970, 1, 1)
BRITISH = ft.Locale("en", "GB")
"""The day before the month and weeks from Monday, as everywhere else in the diary."""


@component
def DayButton(
    label: str, day: dt.date | None, latest: dt.date, *, on_choose: Callable[[dt.date], Any], words: str | None = None
) -> ft.Control:
    """The day, or that none is given, or other words; to be changed to any up to the latest."""
    picking, set_picking = ft.use_state(False)

    async def picked(event: ft.Event[ft.DatePicker]) -> None:
        set_picking(False)
        chosen = event.control.value
        if chosen:
            await handler(lambda: on_choose(local_day(chosen)))()

    ft.use_dialog(
        ft.DatePicker(
            value=dt.datetime.combine(day or latest, NOON),
            first_date=dt.datetime.combine(EARLIEST, NOON),
            last_date=dt.datetime.combine(latest, NOON),
            help_text=label,
            locale=BRITISH,
            on_change=picked,
            on_dismiss=lambda _event: set_picking(False),
        )
        if picking
        else None
    )
    return ft.OutlinedButton(
        words or tr("{label}: {day}").format(label=label, day=day_name(day, year=True) if day else tr("not given")),
        height=TARGET,
        on_click=lambda _event: set_picking(True),
    )


def local_day(value: dt.date | dt.datetime) -> dt.date:
    """The day that was tapped: the picker gives a moment, in UTC, that may lie on the day before."""
    if not isinstance(value, dt.datetime):
        return value
    return value.astimezone().date() if value.tzinfo else value.date()
