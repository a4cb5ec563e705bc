"""The choice of the factor beside which cramps are seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import flet as ft

from diary.language import tr
from diary.ui.page.component import component
from diary.ui.parts.fields import FIELD_BORDER

if TYPE_CHECKING:
    from collections.abc import Callable

    from diary.model.factors import Factor


@component
def FactorChoice(factors: tuple[Factor, ...], chosen: str, on_choose: Callable[[str], Any]) -> ft.Control:
    """A list to open, named with what is chosen: left alone, Flutter names no such list."""
    name = next((tr(factor.name) for factor in factors if factor.key == chosen), "")

    def choose(event: Any) -> None:
        if event.control.value:
            on_choose(event.control.value)

    return ft.MergeSemantics(
        content=ft.Semantics(
            label=tr("Seen beside: {factor}").format(factor=name),
            content=ft.Dropdown(
                value=chosen,
                label=tr("Seen beside"),
                expand=True,
                options=[ft.DropdownOption(key=factor.key, text=tr(factor.name)) for factor in factors],
                on_select=choose,
                menu_height=400,
                border=FIELD_BORDER,
            ),
        )
    )
