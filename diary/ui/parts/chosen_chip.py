"""A chip of a row to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import flet as ft

from diary.ui.parts.handlers import handler

if TYPE_CHECKING:
    from collections.abc import Callable


ABOVE_WORDS = {ft.TextThemeStyle.BODY_LARGE: 11, ft.TextThemeStyle.BODY_MEDIUM: 13}
"""The room above and below a chip's words that makes it as high as all else that can be tapped (look.TARGET)."""

BESIDE_WORDS, BESIDE_A_LETTER = 6, 10


def ChosenChip(
    question: str,
    words: str,
    *,
    chosen: bool,
    on_choose: Callable[[], Any],
    style: ft.TextThemeStyle = ft.TextThemeStyle.BODY_MEDIUM,
    beside: int | None = None,
) -> ft.Control:
    """One of the row. Its name for screen readers begins with the question, for there is a “Yes” under each.

    `beside` is the room at either side of the words, which have some of their own; by default a single letter or digit
    has more, so that a finger finds it.
    """
    if beside is None:
        beside = BESIDE_A_LETTER if len(words) == 1 else BESIDE_WORDS
    chip = ft.Chip(
        # Left alone, a chip cuts its words off at the end of the line; a person's own words may be long.
        label=ft.Text(words, theme_style=style, no_wrap=False, max_lines=5),
        selected=chosen,
        on_click=handler(on_choose),
        show_checkmark=False,
        selected_color=ft.Colors.PRIMARY_CONTAINER,
        border_side=ft.BorderSide(2 if chosen else 1, ft.Colors.PRIMARY if chosen else ft.Colors.OUTLINE_VARIANT),
        padding=ft.Padding.symmetric(horizontal=beside, vertical=ABOVE_WORDS[style]),
    )
    return ft.MergeSemantics(content=ft.Semantics(label=question, content=chip))
