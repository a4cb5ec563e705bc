"""The choice of the nights that a screen looks at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import flet as ft

from diary.language import tr
from diary.ui.page.component import component
from diary.ui.page.spans import SPAN_NAMES, Span
from diary.ui.parts.chosen_chip import ChosenChip

if TYPE_CHECKING:
    from collections.abc import Callable


@component
def PeriodChips(spans: tuple[Span, ...], chosen: Span, on_choose: Callable[[Span], Any]) -> ft.Control:
    """One chip a span. One is always chosen."""

    def chip(span: Span) -> ft.Control:
        words = tr(SPAN_NAMES[span])
        return ChosenChip(tr("Period"), words, chosen=span is chosen, on_choose=lambda: on_choose(span), beside=3)

    return ft.Row([chip(span) for span in spans], wrap=True, spacing=6, run_spacing=6)
