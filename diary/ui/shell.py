"""The frame around every screen: heading, the screen's place, one line of news, the bottom bar."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

import flet as ft

from diary.language import mark, tr
from diary.ui.component import component
from diary.ui.look import COLUMN, LARGEST_BAR_SCALE
from diary.ui.parts.buttons import NamedIconButton
from diary.ui.session import Session, use_session

NOTICE_STAYS = 10.0
"""Seconds that a line of news stays; a refusal stays until it is closed or replaced."""


@dataclass(frozen=True, slots=True)
class Place:
    """One of the five places in the bottom bar."""

    path: str
    name: str
    icon: ft.IconData
    chosen_icon: ft.IconData


PLACES = (
    Place("/", mark("Log"), ft.Icons.NIGHTLIGHT_OUTLINED, ft.Icons.NIGHTLIGHT),
    Place("/diary", mark("Diary"), ft.Icons.CALENDAR_MONTH_OUTLINED, ft.Icons.CALENDAR_MONTH),
    Place("/trends", mark("Trends"), ft.Icons.SHOW_CHART, ft.Icons.SHOW_CHART),
    Place("/triggers", mark("Triggers"), ft.Icons.COMPARE_ARROWS, ft.Icons.COMPARE_ARROWS),
    Place("/report", mark("Report"), ft.Icons.DESCRIPTION_OUTLINED, ft.Icons.DESCRIPTION),
)
SETTINGS = "/settings"


def place_of(location: str) -> int | None:
    """Which of the five places an address belongs to; None for Settings."""
    if location.startswith(SETTINGS):
        return None
    return next((at for at, place in enumerate(PLACES) if place.path != "/" and location.startswith(place.path)), 0)


@component
def Shell() -> ft.Control:
    """The frame, phone-wide and centred in a wide window."""
    session = use_session()
    outlet, location = ft.use_route_outlet(), ft.use_route_location()
    page = ft.context.page
    chosen = place_of(location)
    column = ft.Column(
        spacing=0,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        controls=[
            Heading(tr("Settings") if chosen is None else tr(PLACES[chosen].name), chosen),
            *([DemoBand()] if session.demo else []),
            ft.Container(outlet, expand=True),
            NoticeLine(session),
            ft.NavigationBar(
                selected_index=0 if chosen is None else chosen,
                # Material wants one of the five to be chosen; in Settings none is, so nothing marks it.
                indicator_color=ft.Colors.TRANSPARENT if chosen is None else None,
                height=80 * max(1.0, min(session.state.preferences.text_scale, LARGEST_BAR_SCALE) * 0.8),
                label_behavior=(
                    ft.NavigationBarLabelBehavior.ALWAYS_SHOW
                    if session.state.preferences.text_scale <= 1.3
                    else ft.NavigationBarLabelBehavior.ONLY_SHOW_SELECTED
                ),
                destinations=[
                    ft.NavigationBarDestination(label=tr(place.name), icon=place.icon, selected_icon=place.chosen_icon)
                    for place in PLACES
                ],
                on_change=lambda event: page.navigate(PLACES[int(event.control.selected_index)].path),
            ),
        ],
    )
    return ft.Row(
        expand=True,
        alignment=ft.MainAxisAlignment.CENTER,
        vertical_alignment=ft.CrossAxisAlignment.STRETCH,
        controls=[ft.Container(width=min(COLUMN, session.state.width), content=column)],
    )


@component
def Heading(title: str, chosen: int | None) -> ft.Control:
    """The name of the place, and the way to Settings or back."""
    page = ft.context.page
    way = (
        NamedIconButton(ft.Icons.SETTINGS_OUTLINED, tr("Settings"), lambda: page.navigate(SETTINGS))
        if chosen is not None
        else NamedIconButton(ft.Icons.CLOSE, tr("Close settings"), lambda: page.navigate("/"))
    )
    return ft.Container(
        padding=ft.Padding.only(left=16, right=8, top=8),
        content=ft.Row(
            [
                ft.Semantics(
                    header=True,
                    heading_level=1,
                    expand=True,
                    content=ft.Text(title, theme_style=ft.TextThemeStyle.HEADLINE_SMALL, expand=True),
                ),
                way,
            ]
        ),
    )


@component
def DemoBand() -> ft.Control:
    """Says on every screen that these nights are made up."""
    return ft.Container(
        bgcolor=ft.Colors.TERTIARY_CONTAINER,
        padding=ft.Padding.symmetric(vertical=6, horizontal=16),
        content=ft.Text(
            tr("Demo: a made-up year. Nothing here is kept."),
            color=ft.Colors.ON_TERTIARY_CONTAINER,
            theme_style=ft.TextThemeStyle.BODY_SMALL,
        ),
    )


@component
def NoticeLine(session: Session) -> ft.Control:
    """One line that tells what was done, with Undo, or why it was not done."""
    ft.use_state(session.state)
    notice = session.state.notice

    async def fade() -> None:
        await asyncio.sleep(NOTICE_STAYS)
        if session.state.notice is notice:
            session.tell(None)

    ft.use_effect(fade if notice and not notice.refusal else _nothing, [notice])
    if notice is None:
        return ft.Container(height=0)
    back, ink = (
        (ft.Colors.ERROR_CONTAINER, ft.Colors.ON_ERROR_CONTAINER)
        if notice.refusal
        else (ft.Colors.INVERSE_SURFACE, ft.Colors.ON_INVERSE_SURFACE)
    )
    undo = [ft.TextButton(tr("Undo"), on_click=session.undo, style=ft.ButtonStyle(color=ft.Colors.INVERSE_PRIMARY))]
    return ft.Container(
        bgcolor=back,
        padding=ft.Padding.only(left=16, top=4, right=4, bottom=4),
        content=ft.Row(
            [
                ft.Semantics(live_region=True, expand=True, content=ft.Text(notice.text, color=ink, expand=True)),
                *(undo if notice.can_undo else []),
                NamedIconButton(ft.Icons.CLOSE, tr("Close this line"), lambda: session.tell(None), color=ink),
            ]
        ),
    )


async def _nothing() -> None:
    """Nothing to wait for."""
