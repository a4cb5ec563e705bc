"""The way to the warning signs from wherever they are mentioned, and back there."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import flet as ft

    from diary.ui.page.session import Session

WARNING_SIGNS = "/settings/warning"


def open_warning_signs(session: Session, page: ft.Page) -> None:
    """Show the warning signs; their way back leads to where the page is now."""
    session.state.came_from = page.route
    page.navigate(WARNING_SIGNS)
