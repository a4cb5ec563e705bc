"""A chart as a picture in the page's colours, drawn off the event loop at the sharpness of the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from diary.charts.catalogue import ChartKind, kind_of
from diary.charts.style import DARK, LIGHT, ChartStyle
from diary.ui.page.session import Session, use_read
from diary.ui.page.theme import COLUMN, is_dark
from diary.ui.parts.fading import Drawn, faded
from diary.ui.parts.layout import GUTTER
from diary.ui.parts.picture import picture
from diary.ui.trends.content.trends import chart_options

if TYPE_CHECKING:
    from diary.charts.make import ChartImage
    from diary.model.period import Period

CARD_PADDING = 16


def chart_style(session: Session, kind: ChartKind) -> ChartStyle:
    """How a chart of this kind is drawn to fill a card of this page."""
    width = min(COLUMN, session.state.width) - 2 * GUTTER - 2 * CARD_PADDING
    preferences = session.state.preferences
    return ChartStyle(
        colours=DARK if is_dark(session.page, preferences, session.state.now) else LIGHT,
        width=width,
        height=kind.height(width, preferences.text_scale),
        font_scale=preferences.text_scale,
        density=session.page.media.device_pixel_ratio or 1,
        titled=False,
    )


def use_chart(session: Session, name: str, period: Period, factor: str, style: ChartStyle) -> Drawn[ChartImage] | None:
    """The chart, drawn in this style: None until it is there; then, while another period is drawn, the one before."""
    book, kind = session.book, kind_of(name)

    def draw() -> Drawn[ChartImage]:
        options = chart_options(book, kind, period, factor)
        return Drawn(period, book.results.chart(name, style, period, options=options))

    return use_read(session, draw, on=[name, period, factor, style, session.state.revision], slow=True)


def chart_place(session: Session, drawn: Drawn[ChartImage] | None, style: ChartStyle, period: Period) -> ft.Control:
    """The picture in its place, which is kept while it is drawn, so that nothing jumps."""
    place = ft.Container(width=style.width, height=style.height, content=_being_drawn())
    if drawn:
        image = drawn.what
        png = picture(session, image.png, width=style.width, height=style.height, words=image.alternative)
        place.content = faded(png, is_old=drawn.period != period)
    return place


def _being_drawn() -> ft.Control:
    return ft.Container(
        bgcolor=ft.Colors.SURFACE_CONTAINER,
        border_radius=8,
        alignment=ft.Alignment.CENTER,
        content=ft.Icon(ft.Icons.SHOW_CHART, color=ft.Colors.OUTLINE_VARIANT, size=40),
    )
