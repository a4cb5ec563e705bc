"""Which nights Triggers and its pages count."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from diary.ui.page.component import component
from diary.ui.page.session import use_session
from diary.ui.parts.period_chips import PeriodChips
from diary.ui.triggers.content.findings import SPANS

if TYPE_CHECKING:
    from diary.ui.page.spans import Span


@component
def SpanChoice() -> ft.Control:
    """The choice is the same on all of them, and stays while the page is open."""
    state = use_session().state

    def choose(span: Span) -> None:
        state.findings_span = span

    return ft.Container(padding=ft.Padding.only(bottom=8), content=PeriodChips(SPANS, state.findings_span, choose))
