"""The report's real pages as pictures, one at a time, as large as the person wants to read them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import flet as ft

from diary.language import tr
from diary.model.percent import percent
from diary.ui.page.component import component
from diary.ui.page.session import Session, use_read, use_session
from diary.ui.page.theme import COLUMN
from diary.ui.parts.buttons import IconWay
from diary.ui.parts.fading import Drawn, faded
from diary.ui.parts.layout import GUTTER
from diary.ui.parts.picture import picture
from diary.ui.parts.soon import WaitingSoon
from diary.ui.report.pager import Pager, Step, Steps

if TYPE_CHECKING:
    from collections.abc import Callable

    from diary.model.period import Period
    from diary.model.report_choices import ReportChoices

ZOOMS = (1.0, 1.5, 2.0, 3.0)
"""Widths of a page, in widths of the column."""


def column_width(session: Session) -> float:
    """The room for a page in the column, in logical pixels."""
    return min(COLUMN, session.state.width) - 2 * GUTTER


@component
def ReportPreview(period: Period, choices: ReportChoices, *, whole_window: bool = False) -> ft.Control:
    """The pages of the report over a period, as it is chosen; as wide as the column, or as the window."""
    session = use_session()
    page_of_screen = ft.context.page
    at, set_at = ft.use_state(0)
    zoom, set_zoom = ft.use_state(0)
    width = (session.state.width - 2 * GUTTER if whole_window else column_width(session)) * ZOOMS[zoom]
    paper_width, paper_height = choices.paper.points
    height = width * paper_height / paper_width
    density = width * (session.page.media.device_pixel_ratio or 1) / paper_width

    def lay_out() -> Drawn[list[bytes]]:
        pages = session.book.results.report_pages(period, choices, density=density)
        return Drawn(period, pages, choices)

    laid_out = use_read(session, lay_out, on=[period, choices, density, session.state.revision], slow=True)
    pages = laid_out.what if laid_out else []
    is_old = laid_out is None or (laid_out.period, laid_out.wanted) != (period, choices)
    shown = max(0, min(at, len(pages) - 1))
    # While it is laid out anew the words stay, and with them the buttons around them.
    words = tr("Page {n} of {pages}").format(n=shown + 1, pages=len(pages)) if pages else tr("Being laid out …")
    page = _page(session, pages[shown], width, height, words=words) if pages else WaitingSoon()
    return ft.Column(
        [
            ft.Row(
                [
                    _pages_stepping(words, shown, len(pages), set_at),
                    _zoom_stepping(zoom, set_zoom),
                    *([] if whole_window else [_enlarge(page_of_screen)]),
                ],
                alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
                wrap=True,
                run_spacing=0,
            ),
            ft.Row(
                [faded(_paper(page, width, height), is_old=is_old and bool(pages))],
                scroll=ft.ScrollMode.AUTO,
            ),
        ],
        spacing=4,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _pages_stepping(words: str, shown: int, pages: int, turn: Callable[[Callable[[int], int]], Any]) -> ft.Control:
    before = Step(ft.Icons.CHEVRON_LEFT, tr("Page before"))
    return Pager(words, Steps(shown, pages), turn, before=before, after=Step(ft.Icons.CHEVRON_RIGHT, tr("Next page")))


def _enlarge(page: ft.Page) -> ft.Control:
    return IconWay(ft.Icons.OPEN_IN_FULL, tr("The pages in the whole window"), page, "/report/pages")


def _zoom_stepping(zoom: int, change: Callable[[Callable[[int], int]], Any]) -> ft.Control:
    smaller, larger = Step(ft.Icons.ZOOM_OUT, tr("Smaller")), Step(ft.Icons.ZOOM_IN, tr("Larger"))
    return Pager(percent(ZOOMS[zoom]), Steps(zoom, len(ZOOMS)), change, before=smaller, after=larger)


def _page(session: Session, page: bytes, width: float, height: float, *, words: str) -> ft.Control:
    return picture(session, page, width=width, height=height, words=tr("The report: {page}").format(page=words))


def _paper(content: ft.Control, width: float, height: float) -> ft.Control:
    return ft.Container(
        width=width,
        height=height,
        bgcolor=ft.Colors.WHITE,
        border=ft.Border.all(1, ft.Colors.OUTLINE_VARIANT),
        border_radius=4,
        alignment=ft.Alignment.TOP_CENTER,
        content=content,
    )
