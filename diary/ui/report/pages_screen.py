"""The pages of the report in the whole window, as wide as it is, to be read before they are saved."""

from __future__ import annotations

import flet as ft

from diary.language import tr
from diary.ui.page.component import component
from diary.ui.page.session import use_read, use_session
from diary.ui.parts.buttons import IconWay
from diary.ui.parts.layout import GUTTER, quiet_text, scrolling
from diary.ui.parts.soon import WaitingSoon
from diary.ui.report.content import report_look
from diary.ui.report.preview import ReportPreview


@component
def ReportPagesScreen() -> ft.Control:
    """The way back, and the pages below it."""
    session, page = use_session(), ft.context.page
    report = use_read(session, lambda: report_look(session.book), on=[session.state.revision])
    back = IconWay(ft.Icons.ARROW_BACK, tr("Back to Report"), page, "/report")
    title = ft.Semantics(
        header=True,
        heading_level=1,
        container=True,
        expand=True,
        content=ft.Text(tr("The pages for your doctor"), theme_style=ft.TextThemeStyle.TITLE_LARGE),
    )
    if report is None:
        pages: ft.Control = WaitingSoon()
    elif not report.look.logged:
        pages = quiet_text(report.look.nothing_sentence)
    else:
        unit = session.state.preferences.temperature
        choices = report.choices.with_paper_of_country(unit, report.number_to_call)
        pages = ReportPreview(report.look.period, choices, whole_window=True)
    return ft.Container(
        padding=GUTTER,
        content=ft.Column(
            [ft.Row([back, title], spacing=4), scrolling([pages])],
            expand=True,
            spacing=4,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
    )
