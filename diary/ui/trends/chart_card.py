"""One chart of Trends: what is seen as its heading, the picture, how to read it, and the ways to enlarge and save it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from diary.charts.catalogue import kind_of
from diary.language import tr
from diary.ui.page.component import component
from diary.ui.page.session import use_session
from diary.ui.page.taps import TapKind
from diary.ui.parts.buttons import NamedIconButton
from diary.ui.parts.handlers import handler
from diary.ui.parts.layout import card, heading_text, quiet_text
from diary.ui.trends.chart_picture import chart_place, chart_style, use_chart
from diary.ui.trends.save_chart import SaveChart

if TYPE_CHECKING:
    from diary.model.period import Period

LINE = 24
"""A line of a heading, in logical pixels at the normal size of text."""
LARGE = 1.4
"""From here on the size of text makes titles wrap once more."""


@component
def ChartCard(name: str, period: Period, factor: str, choice: ft.Control | None = None) -> ft.Control:
    """The chart of this name. A choice of what it shows stands above the picture."""
    session = use_session()
    page = ft.context.page
    kind = kind_of(name)
    style = chart_style(session, kind)
    drawn = use_chart(session, name, period, factor, style)
    title = (drawn.what.title if drawn and drawn.period == period else "") or tr(kind.title)

    def enlarge() -> None:
        page.navigate(f"/trends/{name}")

    heading = ft.Row(
        [
            ft.Container(height=_heading_height(session.state.preferences.text_scale)),
            ft.Container(expand=True, content=heading_text(title)),
            NamedIconButton(
                ft.Icons.OPEN_IN_FULL,
                tr("Enlarge “{title}”").format(title=tr(kind.title)),
                enlarge,
                color=ft.Colors.PRIMARY,
                taps=TapKind.CLOSING,
            ),
            SaveChart(name, tr(kind.title), period, factor),
        ],
        spacing=0,
        vertical_alignment=ft.CrossAxisAlignment.CENTER,
    )
    picture = ft.GestureDetector(
        mouse_cursor=ft.MouseCursor.ZOOM_IN,
        exclude_from_semantics=True,
        on_tap=handler(enlarge, TapKind.CLOSING),
        content=chart_place(session, drawn, style, period),
    )
    return card(None, heading, *([choice] if choice else []), picture, quiet_text(tr(kind.how)))


def _heading_height(scale: float) -> float:
    """Most titles have room in it, so that the page does not jump when the charts come with theirs."""
    return LINE * scale * (2 if scale <= LARGE else 3)
