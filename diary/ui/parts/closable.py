"""A dialog that is closed by a tap beside it, or by Escape."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import flet as ft

from diary.ui.parts.handlers import dismissal

if TYPE_CHECKING:
    from collections.abc import Callable


def use_closable(dialog: ft.AlertDialog | None, close: Callable[[], Any]) -> None:
    """Show this dialog of the component, or none; `close` is called where the person closed it."""
    _, draw = ft.use_state(0)
    if dialog is not None:
        # Drawn anew, Flet opens what the browser has closed already.
        dialog.on_dismiss = dismissal(close, lambda: draw(lambda drawn: drawn + 1))
    ft.use_dialog(dialog)
