"""Which night Log shows: a step to either side, the nights on offer, any earlier one, and those that were missed."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING

import flet as ft

from diary.language import tr
from diary.model.mornings import DAY, EVENING_FROM, NIGHT_UNDER_WAY_UNTIL, night_name, night_to_log, nights_on_offer
from diary.ui.page.component import component
from diary.ui.page.night_steps import EARLIEST
from diary.ui.page.session import use_read, use_session
from diary.ui.page.taps import TapKind
from diary.ui.parts.buttons import NamedIconButton, tall_enough
from diary.ui.parts.catch_up_way import catch_up_way
from diary.ui.parts.day_dialog import use_day_dialog
from diary.ui.parts.handlers import handler, way
from diary.ui.parts.layout import quiet_text

if TYPE_CHECKING:
    import datetime as dt


def offer_name(morning: dt.date, now: dt.datetime) -> str:
    """What a night on offer is called at this moment; empty for any other."""
    today = now.date()
    if morning == today:
        return tr("This night") if now.time() < NIGHT_UNDER_WAY_UNTIL else tr("Last night")
    if morning == today + DAY:
        return tr("Tonight")
    if morning == today - DAY and now.time() < NIGHT_UNDER_WAY_UNTIL:
        return tr("Last night")
    return ""


def latest_morning(now: dt.datetime) -> dt.date:
    """The last night that Log steps to: from the evening on, the coming one."""
    return now.date() + DAY if now.time() >= EVENING_FROM else now.date()


def address_of(morning: dt.date, now: dt.datetime) -> str:
    """Where a step or an offer leads: a night that is the one to log anyway is not fixed, and goes on with the day."""
    return "/" if morning == night_to_log(now) else f"/log/{morning.isoformat()}"


@component
def NightPicker(morning: dt.date, now: dt.datetime) -> ft.Control:
    """The night's name between two steps; a tap on it opens a calendar."""
    page, steps = ft.context.page, use_session().state.night_steps
    steps.arrive(morning)

    def go(to: dt.date) -> None:
        page.navigate(f"/log/{to.isoformat()}")

    def step(days: int) -> None:
        page.navigate(address_of(steps.step(morning, days, latest=latest_morning(now), at=time.monotonic()), now))

    open_calendar = use_day_dialog(
        tr("The morning on which the night ended"),
        morning,
        earliest=EARLIEST,
        latest=max(morning, latest_morning(now)),
        on_choose=go,
    )
    later = morning < latest_morning(now)
    return ft.Column(
        [
            ft.Row(
                [
                    NamedIconButton(ft.Icons.CHEVRON_LEFT, tr("The night before"), lambda: step(-1), taps=TapKind.STEP),
                    ft.TextButton(
                        ft.Text(
                            night_name(morning),
                            theme_style=ft.TextThemeStyle.TITLE_MEDIUM,
                            text_align=ft.TextAlign.CENTER,
                        ),
                        tooltip=tr("Choose another night"),
                        expand=True,
                        style=tall_enough(),
                        on_click=handler(open_calendar, TapKind.CLOSING),
                    ),
                    NamedIconButton(ft.Icons.CHEVRON_RIGHT, tr("The night after"), lambda: step(1), taps=TapKind.STEP)
                    if later
                    else ft.Container(width=48),
                ],
                vertical_alignment=ft.CrossAxisAlignment.CENTER,
            ),
            OnOffer(morning, now),
        ],
        spacing=0,
    )


@component
def OnOffer(morning: dt.date, now: dt.datetime) -> ft.Control:
    """The nights that can be logged now. The row is there at every hour: what lies below never moves under a finger."""
    page = ft.context.page
    return ft.Container(
        height=row_height(use_session().state.preferences.text_scale),
        content=ft.Row(
            [
                ft.Chip(
                    label=ft.Text(offer_name(each, now)),
                    selected=each == morning,
                    on_click=handler(partial(page.navigate, address_of(each, now))),
                    padding=ft.Padding.symmetric(horizontal=8, vertical=13),
                )
                for each in nights_on_offer(now)
            ],
            alignment=ft.MainAxisAlignment.CENTER,
        ),
    )


def row_height(scale: float) -> float:
    """Room for a chip, whose words grow with the size of the text and whose margins do not."""
    return 28 + 22 * scale


@component
def MissedNights(morning: dt.date) -> ft.Control:
    """Nights of the last week that were not logged, one line each."""
    session = use_session()
    page = ft.context.page
    missed = use_read(session, session.book.nights.missed, on=[session.state.revision]) or []
    others = [each for each in missed if each != morning][:3]
    if not others:
        return ft.Container(height=0)
    return ft.Column(
        [
            quiet_text(tr("Not logged lately:")),
            ft.Row(
                [
                    ft.OutlinedButton(
                        night_name(each),
                        key=f"missed {each}",
                        style=tall_enough(),
                        on_click=way(page, f"/log/{each.isoformat()}"),
                    )
                    for each in others
                ],
                wrap=True,
            ),
            *([catch_up_way(page)] if len(others) > 1 else []),
        ],
        spacing=4,
    )
