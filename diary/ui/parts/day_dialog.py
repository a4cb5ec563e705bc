"""A calendar in a dialog, from which a day is chosen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import flet as ft

from diary.language import tr
from diary.ui.day_choice import DayChoice
from diary.ui.look import COLUMN, TARGET
from diary.ui.parts.day_calendar import day_calendar
from diary.ui.parts.handlers import complete, handler
from diary.ui.session import use_session

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

WIDTH = 7 * 52
"""Of the calendar, in logical pixels, where the window has room for it."""
MARGIN = 8
"""Between the dialog and the edge of the window."""
INSET = 12
"""Between the edge of the dialog and what is in it."""


def use_day_dialog(
    title: str, day: dt.date | None, *, earliest: dt.date, latest: dt.date, on_choose: Callable[[dt.date], Any]
) -> Callable[[], None]:
    """A dialog of this component that asks for a day between two others; gives what opens it.

    Flet's own picker carries a day as an instant, which is another day in another time zone.
    """
    state = use_session().state
    nothing: DayChoice | None = None
    choice, set_choice = ft.use_state(nothing)
    # As it is at a tap, which may come before the picture of the last one.
    current = ft.use_ref(nothing)

    def show(at: DayChoice | None) -> None:
        current.current = at
        set_choice(at)

    def change(step: Callable[[DayChoice], DayChoice | None]) -> None:
        if current.current is not None:
            show(step(replace(current.current, latest=latest)) or current.current)

    async def choose() -> None:
        chosen = current.current
        show(None)
        if chosen is not None:
            await complete(on_choose(chosen.chosen))

    def dialog(at: DayChoice) -> ft.AlertDialog:
        scale, width = state.preferences.text_scale, min(COLUMN, state.width)
        return ft.AlertDialog(
            title=ft.Text(title, theme_style=ft.TextThemeStyle.TITLE_MEDIUM),
            content=ft.Container(
                width=min(WIDTH, width - 2 * (MARGIN + INSET)),
                content=day_calendar(at, state.now.date(), scale, change),
            ),
            actions=[
                ft.TextButton(tr("Cancel"), height=TARGET, on_click=lambda _event: show(None)),
                ft.TextButton(tr("OK"), height=TARGET, on_click=handler(choose)),
            ],
            scrollable=True,
            inset_padding=MARGIN,
            title_padding=ft.Padding.only(left=2 * INSET, right=INSET, top=2 * INSET, bottom=INSET),
            content_padding=ft.Padding.symmetric(horizontal=INSET),
            actions_padding=INSET,
            on_dismiss=lambda _event: show(None),
        )

    ft.use_dialog(None if choice is None else dialog(replace(choice, latest=latest)))
    return lambda: show(DayChoice.of(day, earliest=earliest, latest=latest))
