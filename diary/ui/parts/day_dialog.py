"""A calendar in a dialog, from which a day is chosen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import flet as ft

from diary.language import tr
from diary.ui.page.content.day_choice import DayChoice
from diary.ui.page.session import use_session
from diary.ui.page.taps import TapKind
from diary.ui.page.theme import COLUMN, TARGET
from diary.ui.page.use_present import use_present
from diary.ui.parts.closable import use_closable
from diary.ui.parts.day_calendar import day_calendar
from diary.ui.parts.handlers import complete, handler

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
    choice = use_present(nothing)

    def close() -> None:
        choice.set(None)

    def show(change: Callable[[DayChoice], DayChoice]) -> None:
        if choice.value is not None:
            choice.set(change(replace(choice.value, latest=latest)))

    async def choose() -> None:
        """The day that is chosen now, be it drawn as chosen yet or not."""
        chosen = choice.value
        close()
        if chosen is not None:
            await complete(on_choose(chosen.chosen))

    def dialog(at: DayChoice) -> ft.AlertDialog:
        scale, width = state.preferences.text_scale, min(COLUMN, state.width)
        return ft.AlertDialog(
            title=ft.Text(title, theme_style=ft.TextThemeStyle.TITLE_MEDIUM),
            content=ft.Container(
                width=min(WIDTH, width - 2 * (MARGIN + INSET)),
                content=day_calendar(at, state.now.date(), scale, show),
            ),
            actions=[
                ft.TextButton(tr("Cancel"), height=TARGET, on_click=handler(close, TapKind.CLOSING)),
                ft.TextButton(tr("OK"), height=TARGET, on_click=handler(choose, TapKind.CLOSING)),
            ],
            scrollable=True,
            inset_padding=MARGIN,
            title_padding=ft.Padding.only(left=2 * INSET, right=INSET, top=2 * INSET, bottom=INSET),
            content_padding=ft.Padding.symmetric(horizontal=INSET),
            actions_padding=INSET,
        )

    use_closable(None if choice.value is None else dialog(replace(choice.value, latest=latest)), close)
    return lambda: choice.set(DayChoice.of(day, earliest=earliest, latest=latest))
