"""A day to choose: a button that names it and opens a calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import flet as ft

from diary.language import tr
from diary.model.mornings import day_name
from diary.ui.page.component import component
from diary.ui.page.night_steps import EARLIEST
from diary.ui.page.taps import TapKind
from diary.ui.page.theme import TARGET
from diary.ui.parts.day_dialog import use_day_dialog
from diary.ui.parts.handlers import handler

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable


@component
def DayButton(
    label: str,
    day: dt.date | None,
    latest: dt.date,
    *,
    on_choose: Callable[[dt.date], Any],
    words: str | None = None,
    earliest: dt.date = EARLIEST,
) -> ft.Control:
    """The day, or that none is given, or other words; to be changed to any between the earliest and the latest."""
    open_calendar = use_day_dialog(label, day, earliest=earliest, latest=latest, on_choose=on_choose)
    return ft.OutlinedButton(
        words or tr("{label}: {day}").format(label=label, day=day_name(day, year=True) if day else tr("not given")),
        height=TARGET,
        on_click=handler(open_calendar, TapKind.CLOSING),
    )
