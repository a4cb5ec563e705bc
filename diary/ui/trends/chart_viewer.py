"""A picture to zoom into and to move about in: with fingers, wheel, buttons and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import flet as ft

from diary.language import tr
from diary.ui.page.taps import TapKind
from diary.ui.parts.buttons import NamedIconButton

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

CLOSEST = 6.0
"""How far one can zoom in."""
STEP = 1.5
"""How much closer one tap comes."""
MOVE = 0.25
"""How much of what is in sight one tap moves by."""
BACK = 200
"""Milliseconds of the way back to the whole."""


class Viewer:
    """The picture's viewer, once it is on the screen, and how close it is."""

    def __init__(self) -> None:
        self.ref: ft.Ref[ft.InteractiveViewer] = ft.Ref()
        self.width = self.height = 0.0
        """Of what is in sight, in logical pixels."""
        self._scale = self._before = 1.0

    def control(self, content: ft.Control) -> ft.Control:
        """The viewer around this content."""
        return ft.InteractiveViewer(
            ref=self.ref,
            expand=True,
            min_scale=1,
            max_scale=CLOSEST,
            interaction_update_interval=50,
            on_interaction_start=self._begin,
            on_interaction_update=self._follow,
            content=content,
        )

    async def closer(self) -> None:
        """One step, around the middle of what is in sight."""
        await self._zoom(STEP)

    async def further(self) -> None:
        """One step back, around the middle of what is in sight."""
        await self._zoom(1 / STEP)

    async def look(self, right: int = 0, down: int = 0) -> None:
        """Move what is in sight by so many steps; it stops at the picture's edges."""
        if self.ref.current:
            await self.ref.current.pan(-right * MOVE * self.width, -down * MOVE * self.height)

    async def whole(self) -> None:
        """Back to the whole picture."""
        self._scale = 1.0
        if self.ref.current:
            await self.ref.current.reset(BACK)

    async def _zoom(self, by: float) -> None:
        """By itself the viewer zooms around its corner; moved by this much, it zooms around its middle."""
        scale = min(max(self._scale * by, 1.0), CLOSEST)
        by, self._scale = scale / self._scale, scale
        if self.ref.current and by != 1:
            await self.ref.current.zoom(by)
            await self.ref.current.pan((1 - by) * self.width / 2, (1 - by) * self.height / 2)

    def _begin(self, _event: Any) -> None:
        self._before = self._scale

    def _follow(self, event: ft.ScaleUpdateEvent[ft.InteractiveViewer]) -> None:
        """Fingers and wheel zoom by themselves: here it is only noted how far."""
        self._scale = min(max(self._before * event.scale, 1.0), CLOSEST)


def viewer_keys(viewer: Viewer) -> dict[str, Callable[[], Awaitable[None]]]:
    """What each key does, by the name that Flutter has for it."""
    return {
        "+": viewer.closer,
        "=": viewer.closer,
        "Numpad Add": viewer.closer,
        "-": viewer.further,
        "Numpad Subtract": viewer.further,
        "0": viewer.whole,
        "Numpad 0": viewer.whole,
        "Escape": viewer.whole,
        "Arrow Left": lambda: viewer.look(right=-1),
        "Arrow Right": lambda: viewer.look(right=1),
        "Arrow Up": lambda: viewer.look(down=-1),
        "Arrow Down": lambda: viewer.look(down=1),
    }


def viewer_buttons(viewer: Viewer) -> list[ft.Control]:
    """Whoever can neither pinch nor drag zooms and moves with these."""
    return [
        NamedIconButton(ft.Icons.ZOOM_IN, tr("Zoom in"), viewer.closer, taps=TapKind.STEP),
        NamedIconButton(ft.Icons.ZOOM_OUT, tr("Zoom out"), viewer.further, taps=TapKind.STEP),
        NamedIconButton(ft.Icons.FIT_SCREEN, tr("The whole chart"), viewer.whole),
        NamedIconButton(
            ft.Icons.KEYBOARD_ARROW_LEFT, tr("Look further left"), lambda: viewer.look(right=-1), taps=TapKind.STEP
        ),
        NamedIconButton(
            ft.Icons.KEYBOARD_ARROW_RIGHT, tr("Look further right"), lambda: viewer.look(right=1), taps=TapKind.STEP
        ),
        NamedIconButton(
            ft.Icons.KEYBOARD_ARROW_UP, tr("Look further up"), lambda: viewer.look(down=-1), taps=TapKind.STEP
        ),
        NamedIconButton(
            ft.Icons.KEYBOARD_ARROW_DOWN, tr("Look further down"), lambda: viewer.look(down=1), taps=TapKind.STEP
        ),
    ]
