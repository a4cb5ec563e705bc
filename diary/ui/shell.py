"""The frame around every screen: heading, the screen's place, the bottom bar, and news over the heading."""

from __future__ import annotations

from dataclasses import dataclass

import flet as ft

from diary.language import mark, tr
from diary.ui.page.component import component
from diary.ui.page.session import use_session
from diary.ui.page.theme import COLUMN, LARGEST_BAR_SCALE, TARGET
from diary.ui.parts.buttons import IconWay
from diary.ui.parts.cramp_now_bar import CrampNowBar
from diary.ui.parts.notice_line import NoticePlace, with_notice
from diary.ui.parts.waiting_dialog import WaitingDialog

EDGE = 8
"""Between what can be tapped in the heading and the edges of the column, in logical pixels."""
TITLE = 34
"""The height of the heading's words at the normal size of text, in logical pixels."""


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
    scale = session.state.preferences.text_scale
    width = min(COLUMN, session.state.width)
    column = ft.Column(
        spacing=0,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        controls=[
            Heading(tr("Settings") if chosen is None else tr(PLACES[chosen].name), chosen, heading_height(scale)),
            *([DemoBand()] if session.demo else []),
            screen_place(outlet),
            CrampNowBar(),
            WaitingDialog(session.waiting),
            ft.NavigationBar(
                selected_index=0 if chosen is None else chosen,
                # Material wants one of the five to be chosen; in Settings none is, so nothing marks it.
                indicator_color=ft.Colors.TRANSPARENT if chosen is None else None,
                height=80 * max(1.0, min(scale, LARGEST_BAR_SCALE) * 0.8),
                label_behavior=(
                    ft.NavigationBarLabelBehavior.ALWAYS_SHOW
                    if scale <= 1.3
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
        controls=[
            ft.Container(
                width=width,
                content=with_notice(column, NoticePlace(width, heading_height(scale), right=TARGET + EDGE)),
            )
        ],
    )


def screen_place(outlet: ft.Control) -> ft.Control:
    """The place of the screen, which stays the same control while the frame around it is drawn anew.

    Flet gives a control that stays a new parent only in a list. As the content of a container it would lose its way to
    the page, and every tap on the screen would be an error until the screen itself was drawn anew.
    """
    return ft.Stack([outlet], expand=True, fit=ft.StackFit.EXPAND)


def heading_height(scale: float) -> float:
    """Of the heading at a size of text, in logical pixels."""
    return EDGE + max(TARGET, TITLE * scale)


@component
def Heading(title: str, chosen: int | None, height: float) -> ft.Control:
    """The name of the place, and the way to Settings or back."""
    page = ft.context.page
    way = (
        IconWay(ft.Icons.SETTINGS_OUTLINED, tr("Settings"), page, SETTINGS)
        if chosen is not None
        else IconWay(ft.Icons.CLOSE, tr("Close settings"), page, "/")
    )
    return ft.Container(
        height=height,
        padding=ft.Padding.only(left=16, right=EDGE, top=EDGE),
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
