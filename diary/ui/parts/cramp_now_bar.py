"""The button of a cramp at this moment, on every screen from the evening to the morning."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from diary.language import tr
from diary.model.mornings import is_in_bed
from diary.ui.page.component import component
from diary.ui.page.session import use_read, use_session
from diary.ui.page.taps import TapKind
from diary.ui.parts.handlers import handler

if TYPE_CHECKING:
    from diary.model.running_cramp import RunningCramp

ADDRESS = "/now"
LEAST_HEIGHT = 400
"""Of the window for each size of text: in a lower one it would push Log's two buttons up to where a question comes up."""
HEIGHT = 56
"""Of the button, in logical pixels: enough for one line of the largest text, and no more, for Log has little room then."""
LARGE_TEXT = 1.3
"""From this scale of text on a line has no room for the hours."""


@component
def CrampNowBar() -> ft.Control:
    """Begins a cramp in the night under way, and leads to the dark page; while one is timed it only leads there.

    By day it cannot be tapped, and keeps its place: coming by the clock it would move all above it under a finger.
    """
    session = use_session()
    page, cramp_now = ft.context.page, session.book.cramp_now
    running = use_read(session, cramp_now.running, on=[session.state.revision])

    async def begin() -> None:
        if await session.act(cramp_now.start) is not None:
            page.navigate(ADDRESS)

    scale = session.state.preferences.text_scale
    if (page.height or LEAST_HEIGHT * scale) < LEAST_HEIGHT * scale:
        return ft.Container(height=0)
    can_begin = is_in_bed(session.state.now)
    return ft.Container(
        padding=ft.Padding.only(left=12, right=12, bottom=8),
        content=ft.FilledTonalButton(
            content=ft.Text(_words(running, tells_hours=not can_begin and scale <= LARGE_TEXT), max_lines=1),
            icon=ft.Icons.BOLT,
            disabled=running is None and not can_begin,
            height=HEIGHT,
            style=ft.ButtonStyle(
                shape=ft.RoundedRectangleBorder(radius=20),
                padding=8,
                # Left alone, what cannot be tapped is the darkest of the screen.
                bgcolor={
                    ft.ControlState.DEFAULT: ft.Colors.SECONDARY_CONTAINER,
                    ft.ControlState.DISABLED: ft.Colors.SURFACE_CONTAINER_HIGHEST,
                },
            ),
            on_click=handler(begin, TapKind.CLOSING),
        ),
    )


def _words(running: RunningCramp | None, *, tells_hours: bool) -> str:
    if running is None:
        return tr("A cramp just now: from 18:00 to 10:00") if tells_hours else tr("A cramp just now")
    return tr("A cramp since {time}").format(time=f"{running.start.at:%H:%M}")
