"""The menu of a row: what can be done with it, behind one quiet button."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import flet as ft

from diary.ui.look import TARGET
from diary.ui.parts.handlers import handler

Choice = tuple[str, ft.IconData, Callable[[], Any]]
"""The words, the icon and the act."""


def RowMenu(name: str, *choices: Choice) -> ft.Control:
    """A named button that opens the choices."""
    return ft.MergeSemantics(
        content=ft.PopupMenuButton(
            icon=ft.Icons.MORE_VERT,
            icon_color=ft.Colors.ON_SURFACE_VARIANT,
            tooltip=name,
            width=TARGET,
            height=TARGET,
            items=[_item(words, icon, act) for words, icon, act in choices],
        )
    )


def _item(words: str, icon: ft.IconData, act: Callable[[], Any]) -> ft.PopupMenuItem:
    return ft.PopupMenuItem(content=words, icon=icon, height=TARGET, on_click=handler(act))
