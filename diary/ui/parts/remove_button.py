"""A button that removes something from Settings, with Undo."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import flet as ft

from diary.language import tr
from diary.ui.page.taps import TapKind
from diary.ui.parts.handlers import handler

if TYPE_CHECKING:
    from collections.abc import Callable


def RemoveButton(name: str, remove: Callable[[], Any]) -> ft.Control:
    """Removes what has this name."""
    return ft.TextButton(
        tr("Remove {name}").format(name=name),
        icon=ft.Icons.DELETE_OUTLINE,
        on_click=handler(remove, TapKind.CLOSING),
    )
