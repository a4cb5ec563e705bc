"""The card before the pages: what would make the report better, each line with the way to it."""

from __future__ import annotations

import flet as ft

from diary.language import mark, tr, trn
from diary.ui.page.component import component
from diary.ui.page.session import use_session
from diary.ui.page.taps import TapKind
from diary.ui.page.theme import TARGET
from diary.ui.page.warning_way import open_warning_signs
from diary.ui.parts.expander import Expander
from diary.ui.parts.handlers import handler, way
from diary.ui.parts.layout import card
from diary.ui.report.gaps import GapPlace, ReportGap

NAMES = {
    GapPlace.WARNING_SIGNS: mark("Warning signs"),
    GapPlace.MEDICINES: mark("Medicines"),
    GapPlace.CONDITIONS: mark("Conditions"),
    GapPlace.LOG: mark("Log"),
}


@component
def GapsCard(gaps: tuple[ReportGap, ...]) -> ft.Control:
    """In a line, and opened one by one. Nothing has to be filled: the report is saved all the same."""
    n = len(gaps)
    words = trn("{n} thing is missing", "{n} things are missing", n).format(n=n)
    return card(None, Expander(tr("To make the page better"), words, False, [GapLine(gap) for gap in gaps]))


@component
def GapLine(gap: ReportGap) -> ft.Control:
    """What is missing, and the button that leads there."""
    session, page = use_session(), ft.context.page
    asks_signs = gap.place is GapPlace.WARNING_SIGNS
    return ft.Row(
        [
            ft.Text(gap.words, expand=True),
            ft.TextButton(
                tr(NAMES[gap.place]),
                height=TARGET,
                on_click=handler(lambda: open_warning_signs(session, page), TapKind.CLOSING)
                if asks_signs
                else way(page, gap.place.value),
            ),
        ],
        vertical_alignment=ft.CrossAxisAlignment.CENTER,
    )
