"""A line that opens to all that is kept of a thing."""

from __future__ import annotations

import flet as ft

from diary.language import tr
from diary.ui.page.component import component
from diary.ui.page.taps import TapKind
from diary.ui.page.theme import TARGET
from diary.ui.parts.handlers import handler
from diary.ui.parts.layout import quiet_text


@component
def Expander(
    title: str, words: str, opened: bool, fields: list[ft.Control], *, beside: tuple[ft.Control, ...] = ()
) -> ft.Control:
    """The line, closed or open. A tap on it changes that; what stands beside it has taps of its own."""
    is_open, set_open = ft.use_state(opened)

    def turn() -> None:
        set_open(lambda before: not before)

    arrow = ft.Icons.EXPAND_LESS if is_open else ft.Icons.EXPAND_MORE
    name = ft.Column(
        [ft.Text(title, theme_style=ft.TextThemeStyle.BODY_LARGE), quiet_text(words)], spacing=2, expand=True
    )
    line = ft.Container(
        ink=True,
        border_radius=8,
        padding=ft.Padding.symmetric(vertical=4),
        # At the end of a page that grows shorter, other lines slide under the finger.
        on_click=handler(turn, TapKind.CLOSING if is_open else TapKind.ONCE),
        content=ft.Row([name, ft.Icon(arrow, color=ft.Colors.ON_SURFACE_VARIANT, size=TARGET / 2)]),
    )
    state = ft.Semantics(container=True, expanded=is_open, hint_text=tr("Opens or closes it"), content=line)
    return ft.Column(
        [_line_with(ft.MergeSemantics(content=state), beside), *(fields if is_open else [])],
        spacing=12,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _line_with(line: ft.Control, beside: tuple[ft.Control, ...]) -> ft.Control:
    if not beside:
        return line
    return ft.Row([ft.Container(line, expand=True), *beside], spacing=0)
