"""Buttons that screen readers can name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import flet as ft

from diary.ui.parts.handlers import handler

if TYPE_CHECKING:
    from collections.abc import Callable


def NamedIconButton(
    icon: ft.IconData, name: str, on_click: Callable[[], Any], *, color: ft.ColorValue | None = None
) -> ft.Control:
    """An icon button whose tooltip is also its name: left alone, Flutter names a parent of it instead."""
    return ft.MergeSemantics(content=ft.IconButton(icon, tooltip=name, icon_color=color, on_click=handler(on_click)))
