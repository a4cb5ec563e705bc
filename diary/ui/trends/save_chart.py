"""Saves one chart, as a picture or as a drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from diary.language import tr
from diary.ui.page.component import component
from diary.ui.page.saving import hand_over
from diary.ui.page.session import use_session
from diary.ui.page.taps import TapKind
from diary.ui.page.theme import TARGET
from diary.ui.parts.buttons import NamedIconButton
from diary.ui.parts.closable import use_closable
from diary.ui.parts.handlers import handler
from diary.ui.trends.chart_files import FORMAT_NAMES, ChartFormat, chart_file

if TYPE_CHECKING:
    from diary.model.period import Period


@component
def SaveChart(name: str, title: str, period: Period, factor: str) -> ft.Control:
    """A button that asks in which form."""
    session = use_session()
    asking, set_asking = ft.use_state(False)

    async def save(chart_format: ChartFormat) -> None:
        set_asking(False)
        await hand_over(
            session, await session.compute(lambda: chart_file(session.book, name, period, factor, chart_format))
        )

    def choice(chart_format: ChartFormat) -> ft.Control:
        return ft.TextButton(
            tr(FORMAT_NAMES[chart_format]), height=TARGET, on_click=handler(lambda: save(chart_format), TapKind.CLOSING)
        )

    use_closable(
        ft.AlertDialog(
            modal=False,
            title=ft.Text(tr("Save “{title}”").format(title=title)),
            content=ft.Text(
                tr("A picture opens everywhere. A drawing stays sharp at every size, for a document or a print.")
            ),
            actions=[choice(chart_format) for chart_format in ChartFormat],
        )
        if asking
        else None,
        lambda: set_asking(False),
    )
    return NamedIconButton(
        ft.Icons.DOWNLOAD,
        tr("Save “{title}”").format(title=title),
        lambda: set_asking(True),
        color=ft.Colors.PRIMARY,
        taps=TapKind.CLOSING,
    )
