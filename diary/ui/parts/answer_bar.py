"""The two big buttons at the foot of Log: the one answer that matters, always one tap away."""

from __future__ import annotations

import datetime as dt
from collections.abc import Awaitable, Callable

import flet as ft

from diary.language import tr, trn
from diary.model.mornings import night_name
from diary.model.night import Cramp, Night, NightState
from diary.ui.session import use_session

HEIGHT = 64


@ft.component
def AnswerBar(night: Night, now: dt.datetime, to_top: Callable[[], Awaitable[None]]) -> ft.Control:
    """*No cramps* saves at once; *I had cramps* saves a cramp of which more can be told."""
    session = use_session()
    book, name = session.book, night_name(night.morning)

    async def quiet() -> None:
        await session.act(lambda: book.tell_quiet(night.morning), tr("Saved: no cramps, {night}.").format(night=name))

    async def cramps() -> None:
        if not night.cramps:
            await session.act(
                lambda: book.add_cramp(night.morning, Cramp()), tr("Saved: a cramp, {night}.").format(night=name)
            )
        await to_top()

    return ft.Container(
        padding=ft.Padding.only(top=8, bottom=8),
        content=ft.Column(
            [
                Told(night),
                ft.Row(
                    [
                        _button(
                            tr("No cramps"),
                            ft.Icons.BEDTIME,
                            quiet,
                            chosen=night.state is NightState.QUIET,
                            disabled=night.morning > now.date(),
                        ),
                        _button(tr("I had cramps"), ft.Icons.BOLT, cramps, chosen=night.state is NightState.CRAMPS),
                    ],
                    spacing=12,
                ),
            ],
            spacing=6,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
    )


@ft.component
def Told(night: Night) -> ft.Control:
    """What this night is saved as, in words: the colour of a button alone would not tell."""
    words = {
        NightState.NOT_LOGGED: tr("Not logged yet"),
        NightState.QUIET: tr("Logged: no cramps"),
        NightState.CRAMPS: trn("Logged: {n} cramp", "Logged: {n} cramps", len(night.cramps or ())).format(
            n=len(night.cramps or ())
        ),
    }[night.state]
    return ft.Text(words, text_align=ft.TextAlign.CENTER, color=ft.Colors.ON_SURFACE_VARIANT)


def _button(words: str, icon: ft.IconData, on_click: object, *, chosen: bool, disabled: bool = False) -> ft.Control:
    kind = ft.FilledButton if chosen else ft.FilledTonalButton
    return kind(
        words,
        icon=ft.Icons.CHECK if chosen else icon,
        height=HEIGHT,
        expand=True,
        on_click=on_click,
        disabled=disabled,
        style=ft.ButtonStyle(shape=ft.RoundedRectangleBorder(radius=20), padding=8),
    )
