"""The nights of the table by keyboard alone, as in a column of a spreadsheet: a number and Enter, night after night."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import flet as ft

from diary.language import tr
from diary.model.cramp_line import cramp_line_from_text
from diary.model.errors import DiaryError
from diary.model.mornings import night_name
from diary.ui.page.component import component
from diary.ui.parts.fields import FIELD_BORDER
from diary.ui.parts.layout import card, own_name, quiet_text

if TYPE_CHECKING:
    from diary.ui.catch_up.night_table import TableNight


@component
def TypedNights(table_nights: tuple[TableNight, ...]) -> ft.Control:
    """One field that goes on to the next night with each Enter. Nothing and Enter leaves a night as it is."""
    place, set_place = ft.use_state(0)
    text, set_text = ft.use_state("")
    saved, set_saved = ft.use_state("")
    error, set_error = ft.use_state("")
    current = ft.use_ref(0)  # Enter may come again before the next night is drawn

    def change(event: ft.Event[ft.TextField]) -> None:
        set_text(event.control.value or "")
        set_error("")

    async def enter(event: Any) -> None:
        await event.control.focus()  # Flutter takes it away at Enter
        typed, at = event.control.value or "", current.current or 0
        if at == len(table_nights):
            return
        try:
            if typed.strip():
                line = cramp_line_from_text(typed)
                await table_nights[at].save_line(line)
                set_saved(table_nights[at].count_words(line.count))
        except DiaryError as refusal:
            set_error(str(refusal))
            return
        current.current = at + 1
        set_place(at + 1)
        set_text("")

    is_over = place == len(table_nights)
    # No line over the heading tells what was saved: as it comes up, the field would lose the keyboard.
    here = tr("That was the last night.") if is_over else night_name(table_nights[place].morning)
    return card(
        tr("By keyboard"),
        quiet_text(
            tr("0 is no cramps, 2 is two of them, “2 3:10 4:30” is with their times; Enter goes to the next night.")
        ),
        ft.Semantics(live_region=True, container=True, content=ft.Text(here, theme_style=ft.TextThemeStyle.BODY_LARGE)),
        # Its label stays: with another one it would be another field to the browser, and the keyboard would lose it.
        own_name(
            ft.TextField(
                label=tr("How many cramps?"),
                value=text,
                error=error or None,
                error_max_lines=4,
                on_change=change,
                on_submit=enter,
                border=FIELD_BORDER,
            )
        ),
        quiet_text(saved),
    )
