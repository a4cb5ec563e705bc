"""A small count with a button to each side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import flet as ft

from diary.language import tr
from diary.ui.page.component import component
from diary.ui.page.taps import TapKind
from diary.ui.parts.buttons import NamedIconButton

if TYPE_CHECKING:
    from collections.abc import Callable


@component
def Stepper(question: str, count: int | None, on_step: Callable[[bool], Any], *, unit: str = "") -> ft.Control:
    """The count between one more and one fewer; each tap counts, however fast."""
    words = tr("not answered") if count is None else f"{count} {unit}".strip()
    return ft.Row(
        [
            ft.Semantics(
                label=f"{question}: {words}",
                exclude_semantics=True,
                expand=True,
                content=ft.Column(
                    [
                        ft.Text(question, theme_style=ft.TextThemeStyle.BODY_LARGE),
                        ft.Text(words, color=ft.Colors.ON_SURFACE_VARIANT),
                    ],
                    spacing=0,
                ),
            ),
            _step(ft.Icons.REMOVE, tr("{question}: fewer").format(question=question), lambda: on_step(False)),
            _step(ft.Icons.ADD, tr("{question}: more").format(question=question), lambda: on_step(True)),
        ],
        vertical_alignment=ft.CrossAxisAlignment.CENTER,
    )


def _step(icon: ft.IconData, name: str, step: Callable[[], Any]) -> ft.Control:
    return NamedIconButton(icon, name, step, taps=TapKind.STEP)
