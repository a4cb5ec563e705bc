"""The two big buttons at the foot of Log: the one answer that matters, always one tap away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from diary.language import tr, trn
from diary.model.mornings import night_name
from diary.model.night import Night, NightState
from diary.model.night_acts import LogCramps
from diary.ui.page.component import component
from diary.ui.page.open_night import log_quiet
from diary.ui.page.session import use_session
from diary.ui.parts.handlers import handler

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Awaitable, Callable

    from diary.ui.page.open_night import OpenNight

HEIGHT = 64
LARGE_TEXT = 1.3
"""From this scale of text on, a button has no room for icon and words beside each other."""


@component
def AnswerBar(
    open_night: OpenNight, night: Night | None, now: dt.datetime, to_top: Callable[[], Awaitable[None]]
) -> ft.Control:
    """*No cramps* saves at once, or asks where the night holds some; *I had cramps* saves a cramp of which more can be told. No night: it is being read."""
    state = night.state if night else None

    async def quiet() -> None:
        await open_night.tap_for(lambda morning: log_quiet(open_night.session, morning))

    async def cramps() -> None:
        if not open_night.night.cramps:
            await open_night.tap(LogCramps(open_night.session.book.nights.new_cramp_key()), _cramp_words)
        await to_top()

    return ft.Container(
        padding=ft.Padding.only(top=8, bottom=8),
        content=ft.Column(
            [
                LoggedLine(night),
                ft.Row(
                    [
                        AnswerButton(
                            tr("No cramps"),
                            ft.Icons.BEDTIME,
                            quiet,
                            chosen=state is NightState.QUIET,
                            disabled=open_night.morning > now.date(),
                        ),
                        AnswerButton(
                            tr("I had cramps"),
                            ft.Icons.BOLT,
                            cramps,
                            chosen=state is NightState.CRAMPS,
                        ),
                    ],
                    spacing=12,
                ),
            ],
            spacing=6,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
    )


def _cramp_words(morning: dt.date) -> str:
    return tr("Saved: a cramp, {night}.").format(night=night_name(morning))


@component
def LoggedLine(night: Night | None) -> ft.Control:
    """What this night is saved as, in words: the colour of a button alone would not tell. Dots while it is read."""
    words = "…" if night is None else _state_words(night)
    return ft.Text(words, text_align=ft.TextAlign.CENTER, color=ft.Colors.ON_SURFACE_VARIANT)


def _state_words(night: Night) -> str:
    cramps = len(night.cramps or ())
    return {
        NightState.NOT_LOGGED: tr("Not logged yet"),
        NightState.QUIET: tr("Logged: no cramps"),
        NightState.CRAMPS: trn("Logged: {n} cramp", "Logged: {n} cramps", cramps).format(n=cramps),
    }[night.state]


@component
def AnswerButton(
    words: str,
    icon: ft.IconData,
    on_click: Callable[[], Awaitable[None]],
    *,
    chosen: bool,
    disabled: bool = False,
) -> ft.Control:
    """One of the two. Where the text is large its words take two lines, and the room of the icon."""
    scale = use_session().state.preferences.text_scale
    large = scale > LARGE_TEXT
    # One class for both looks: a button of another class would be another button, and the keyboard would lose it.
    return ft.FilledButton(
        content=ft.Text(words, text_align=ft.TextAlign.CENTER, max_lines=2) if large else words,
        icon=None if large else (ft.Icons.CHECK if chosen else icon),
        height=HEIGHT * (scale * 0.8 if large else 1),
        expand=True,
        on_click=handler(on_click),
        disabled=disabled,
        style=ft.ButtonStyle(
            shape=ft.RoundedRectangleBorder(radius=20),
            padding=8,
            color=_ink(ft.Colors.ON_PRIMARY if chosen else ft.Colors.ON_SECONDARY_CONTAINER),
            icon_color=_ink(ft.Colors.ON_PRIMARY if chosen else ft.Colors.ON_SECONDARY_CONTAINER),
            bgcolor={
                ft.ControlState.DEFAULT: ft.Colors.PRIMARY if chosen else ft.Colors.SECONDARY_CONTAINER,
                # Left alone, what cannot be tapped yet is the darkest of the screen.
                ft.ControlState.DISABLED: ft.Colors.SURFACE_CONTAINER_HIGHEST,
            },
        ),
    )


def _ink(color: ft.Colors) -> dict[ft.ControlState, ft.ColorValue]:
    """The colour of the words, and a fainter one where the button cannot be tapped yet."""
    return {ft.ControlState.DEFAULT: color, ft.ControlState.DISABLED: ft.Colors.OUTLINE}
