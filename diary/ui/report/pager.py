"""A place in a row of things, with a step to either side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import flet as ft

from diary.ui.page.component import component
from diary.ui.page.taps import TapKind
from diary.ui.parts.buttons import NamedIconButton

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Step:
    """A button to one side."""

    icon: ft.IconData
    name: str


@dataclass(frozen=True, slots=True)
class Steps:
    """Where one is in a row of things, counted from 0."""

    at: int
    length: int


@component
def Pager(
    words: str, steps: Steps, on_step: Callable[[Callable[[int], int]], Any], *, before: Step, after: Step
) -> ft.Control:
    """Where one is, between the steps to the one before and the next, which stop at the ends.

    A step is handed on as a function of where one is then: taps may come faster than pictures.
    """

    def step(by: int) -> Callable[[int], int]:
        return lambda at: min(max(0, at + by), max(0, steps.length - 1))

    return ft.Row(
        [
            NamedIconButton(before.icon, before.name, lambda: on_step(step(-1)), taps=TapKind.STEP),
            ft.Text(words, theme_style=ft.TextThemeStyle.TITLE_SMALL),
            NamedIconButton(after.icon, after.name, lambda: on_step(step(1)), taps=TapKind.STEP),
        ],
        spacing=0,
        tight=True,
    )
