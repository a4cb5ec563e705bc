"""A question of which one answer is always chosen: a preference, not an answer of a night."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import flet as ft

from diary.ui.page.component import component
from diary.ui.parts.chosen_chip import ChosenChip

if TYPE_CHECKING:
    from collections.abc import Callable

    from diary.ui.parts.chips import Options


@component
def RadioChips(question: str, options: Options, chosen: str, on_choose: Callable[[str], Any]) -> ft.Control:
    """The question over its answers."""
    return ft.Column(
        [
            ft.Text(question, theme_style=ft.TextThemeStyle.BODY_LARGE),
            ft.Row(
                [
                    ChosenChip(question, words, chosen=key == chosen, on_choose=partial(on_choose, key))
                    for key, words in options
                ],
                wrap=True,
                spacing=8,
                run_spacing=4,
            ),
        ],
        spacing=4,
    )
