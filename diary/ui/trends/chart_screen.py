"""One chart in the whole window: to zoom into, to move about in, to read in words, and to save."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import flet as ft

from diary.charts.catalogue import CATALOGUE, ChartKind, kind_of
from diary.language import mark, tr
from diary.ui.page.component import component
from diary.ui.page.session import Session, use_read, use_session
from diary.ui.page.theme import TARGET
from diary.ui.parts.buttons import IconWay
from diary.ui.parts.keys import use_keys
from diary.ui.parts.layout import GUTTER, quiet_text
from diary.ui.parts.nothing_here import NothingHere
from diary.ui.parts.notice_line import MARGIN, NoticePlace, with_notice
from diary.ui.parts.soon import WaitingSoon
from diary.ui.trends.chart_picture import chart_place, chart_style, use_chart
from diary.ui.trends.chart_viewer import Viewer, viewer_buttons, viewer_keys
from diary.ui.trends.content.trends import factor_chosen, looked_at
from diary.ui.trends.save_chart import SaveChart

if TYPE_CHECKING:
    from diary.charts.style import ChartStyle
    from diary.model.period import Period

KEYS = mark("Keys: + and - zoom, the arrows move about, 0 or Esc shows the whole.")
SHARPER = 2.0
"""Drawn so much sharper than the screen, for what is zoomed into."""
BUTTONS, HEADINGS = 120, 100
"""Height of what stands above the picture: what keeps its size, and what grows with the text, in logical pixels."""
TALLEST = 1.5
"""Height to width, at most."""
TITLE_LINES, TITLE_LINE = 2, 30
"""Of the title, whose place is kept, so that no button below moves when the chart comes with one of its own."""
LARGE = 1.4
"""From this size of text on a title may have no room in it, and stands among the words below as well."""
WORDS = 104
"""Height of the words below, which scroll."""


@component
def ChartScreen() -> ft.Control:
    """The chart of the address, over the time that Trends looks at."""
    session = use_session()
    name = ft.use_route_params().get("name", "")
    view = session.state.trends
    shown = use_read(session, lambda: looked_at(session.book, view), on=[view, session.state.revision])
    if shown is None or name not in {kind.name for kind in CATALOGUE}:
        return ft.Container(padding=GUTTER, content=WaitingSoon() if shown is None else _unknown())
    factor = factor_chosen(shown.factors, view.factor) if kind_of(name).takes_factor else ""
    return Enlarged(name, shown.look.period, factor)


@component
def Enlarged(name: str, period: Period, factor: str) -> ft.Control:
    """The picture as large as the window, and what can be done with it."""
    session = use_session()
    scale = session.state.preferences.text_scale
    kind = kind_of(name)
    style = _style(session, kind)
    drawn = use_chart(session, name, period, factor, style)
    viewer: Viewer = ft.use_memo(Viewer, [])
    viewer.width, viewer.height = style.width, style.height
    use_keys(viewer_keys(viewer))
    title = (drawn.what.title if drawn else "") or tr(kind.title)
    picture = ft.Container(alignment=ft.Alignment.CENTER, content=chart_place(session, drawn, style, period))
    screen = ft.Container(
        padding=GUTTER,
        content=ft.Column(
            [
                _heading(title, scale),
                _buttons(viewer, period, SaveChart(name, tr(kind.title), period, factor)),
                viewer.control(picture),
                _words(
                    *([title] if scale >= LARGE else []),
                    tr(kind.how),
                    *([drawn.what.alternative] if drawn else []),
                    tr(KEYS),
                ),
            ],
            expand=True,
            spacing=4,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
    )
    return ft.Container(with_notice(screen, _notice_place(session)), expand=True)


def _notice_place(session: Session) -> NoticePlace:
    """Beside the way back, whose height is that of a heading of one line."""
    return NoticePlace(
        session.state.width,
        TARGET + 2 * MARGIN,
        left=GUTTER + TARGET,
        right=GUTTER - MARGIN,
        top=GUTTER - MARGIN,
    )


def _heading(title: str, scale: float) -> ft.Control:
    page = ft.context.page
    return ft.Row(
        [
            IconWay(ft.Icons.ARROW_BACK, tr("Back to Trends"), page, "/trends"),
            ft.Semantics(
                header=True,
                heading_level=1,
                container=True,
                expand=True,
                content=ft.Container(
                    height=TITLE_LINES * TITLE_LINE * scale,
                    alignment=ft.Alignment.CENTER_LEFT,
                    content=ft.Text(
                        title,
                        theme_style=ft.TextThemeStyle.TITLE_LARGE,
                        max_lines=TITLE_LINES,
                        overflow=ft.TextOverflow.ELLIPSIS,
                    ),
                ),
            ),
        ],
        spacing=4,
    )


def _buttons(viewer: Viewer, period: Period, save: ft.Control) -> ft.Control:
    return ft.Row(
        [quiet_text(period.name), ft.Row([*viewer_buttons(viewer), save], spacing=0, run_spacing=0, wrap=True)],
        wrap=True,
        alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
        vertical_alignment=ft.CrossAxisAlignment.CENTER,
        run_spacing=0,
    )


def _words(*sentences: str) -> ft.Control:
    return ft.Container(
        height=WORDS,
        content=ft.Column([quiet_text(sentences) for sentences in sentences], scroll=ft.ScrollMode.AUTO, spacing=4),
    )


def _style(session: Session, kind: ChartKind) -> ChartStyle:
    """To fill the window, as far as the chart's shape stays legible."""
    scale = session.state.preferences.text_scale
    width = session.state.width - 2 * GUTTER
    room = (session.page.height or 800) - BUTTONS - HEADINGS * scale - WORDS
    height = max(160.0, min(room, width * TALLEST))
    card_style = chart_style(session, kind)
    return replace(card_style, width=width, height=height, font_scale=scale, density=card_style.density * SHARPER)


def _unknown() -> ft.Control:
    return NothingHere(tr("There is no chart of this name."), tr("Back to Trends"), "/trends")
