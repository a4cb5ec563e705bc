"""A picture of ours on a screen, in every browser and in the native window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import flet as ft

from diary.ui.page import night_colors
from diary.ui.page.theme import is_night

if TYPE_CHECKING:
    from diary.ui.page.session import Session


def picture(session: Session, png: bytes, *, width: float, height: float, words: str) -> ft.Control:
    """The picture with its words for screen readers. While it changes, the one before stays in sight.

    The browser fetches it from an address: bytes it could draw only with an ImageDecoder. The native window has no
    server, and draws bytes. In the night look white paper and colours are dimmed to its red.
    """
    state = session.state
    dimmed = is_night(state.preferences, state.now)
    return ft.Image(
        src=session.downloads.pictures.address(png) if session.page.web else png,
        width=width,
        height=height,
        gapless_playback=True,
        semantics_label=words,
        color=night_colors.PAPER if dimmed else None,
        color_blend_mode=ft.BlendMode.MODULATE if dimmed else None,
    )
