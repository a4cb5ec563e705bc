"""Buttons that screen readers can name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import flet as ft

from diary.step_names import is_step_name
from diary.ui.page.taps import TapKind
from diary.ui.page.theme import TARGET
from diary.ui.parts.handlers import handler

if TYPE_CHECKING:
    from collections.abc import Callable


def tall_enough() -> ft.ButtonStyle:
    """What makes a button of one line as high as all else that can be tapped, and lets two lines have their height."""
    return ft.ButtonStyle(padding=ft.Padding.symmetric(horizontal=16, vertical=12))


def NamedIconButton(
    icon: ft.IconData,
    name: str,
    on_click: Callable[[], Any],
    *,
    color: ft.ColorValue | None = None,
    taps: TapKind = TapKind.ONCE,
    disabled: bool = False,
) -> ft.Control:
    """An icon button whose tooltip is also its name: left alone, Flutter names a parent of it instead.

    Raises ValueError where every tap is to count and the page would not know that by the name.
    """
    if (taps is TapKind.STEP) is not is_step_name(name):
        msg = f"{name} is a step of another name than diary/step_names.py has"
        raise ValueError(msg)
    button = ft.IconButton(
        icon,
        tooltip=name,
        icon_color=color,
        width=TARGET,
        height=TARGET,
        disabled=disabled,
        on_click=handler(on_click, taps),
    )
    return ft.MergeSemantics(content=button)


def IconWay(icon: ft.IconData, name: str, page: ft.Page, address: str) -> ft.Control:
    """The same, leading to another screen."""
    return NamedIconButton(icon, name, lambda: page.navigate(address), taps=TapKind.CLOSING)
