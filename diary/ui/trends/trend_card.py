"""Is it getting better? The first thing that Trends says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from diary.analysis.trend import Outcome
from diary.language import tr
from diary.ui.page.component import component
from diary.ui.page.session import use_read, use_session
from diary.ui.parts.layout import GUTTER
from diary.ui.trends.content.trends import TrendShown, trend_shown

if TYPE_CHECKING:
    from diary.model.period import Period

ICONS = {
    Outcome.FEWER: ft.Icons.TRENDING_DOWN,
    Outcome.MORE: ft.Icons.TRENDING_UP,
    Outcome.NO_CLEAR_CHANGE: ft.Icons.TRENDING_FLAT,
    Outcome.NOT_ENOUGH_NIGHTS: ft.Icons.HOURGLASS_EMPTY,
}

TWO_LINES = " \n "


@component
def TrendCard(period: Period) -> ft.Control:
    """The trend over a period in words. While it is computed its place is kept."""
    session = use_session()
    trend = use_read(
        session,
        lambda: (period, trend_shown(session.book.results.trend(period))),
        on=[period, session.state.revision],
        slow=True,
    )
    shown = trend[1] if trend and trend[0] == period else None
    return ft.Container(
        margin=ft.Margin.only(bottom=GUTTER),
        padding=16,
        border_radius=12,
        bgcolor=ft.Colors.SECONDARY_CONTAINER if shown else ft.Colors.SURFACE_CONTAINER_LOW,
        content=_trend_lines(shown) if shown else _weighing(),
    )


def _trend_lines(shown: TrendShown) -> ft.Control:
    ink = ft.Colors.ON_SECONDARY_CONTAINER
    title = ft.Semantics(
        header=True,
        heading_level=2,
        container=True,
        expand=True,
        content=ft.Text(shown.title, theme_style=ft.TextThemeStyle.TITLE_LARGE, color=ink),
    )
    return ft.Column(
        key="told",
        controls=[
            ft.Row([ft.Icon(ICONS[shown.outcome], color=ink, size=28), title], spacing=12),
            ft.Text(shown.counts, color=ink),
            ft.Text(shown.beside, color=ink, theme_style=ft.TextThemeStyle.BODY_SMALL),
        ],
        spacing=6,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _weighing() -> ft.Control:
    """As high as most of what will stand here, so that nothing below jumps.

    It has a key of its own: where the browser only changes blank words into others, screen readers are not told these.
    """
    return ft.Column(
        key="weighing",
        controls=[
            ft.Row(
                [
                    ft.Icon(ft.Icons.TRENDING_FLAT, color=ft.Colors.OUTLINE_VARIANT, size=28),
                    ft.Text(
                        tr("Weighing the nights …"),
                        theme_style=ft.TextThemeStyle.TITLE_LARGE,
                        color=ft.Colors.ON_SURFACE_VARIANT,
                        expand=True,
                    ),
                ],
                spacing=12,
            ),
            ft.Semantics(exclude_semantics=True, content=ft.Text(TWO_LINES)),
            ft.Semantics(exclude_semantics=True, content=ft.Text(TWO_LINES, theme_style=ft.TextThemeStyle.BODY_SMALL)),
        ],
        spacing=6,
    )
