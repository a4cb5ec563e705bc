"""A dialog that asks before anything is saved, for a hand that may tap twice.

It stands at the top of the window, away from the two big buttons, and its way out stands lowest. The second tap of two
falls beside it and would close it before it was read: then it asks once more.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import flet as ft

from diary.ui.page.effects import use_effect
from diary.ui.page.taps import MOMENT, TapKind
from diary.ui.page.theme import TARGET
from diary.ui.parts.handlers import complete, dismissal, handler

Question = TypeVar("Question")

TO_READ = 2.0
"""Seconds from the question in which a finger may still tap twice, and nobody has read it."""
MARGIN = 16
"""Between the dialog and the edges of the window."""
PAUSE = 0.1
"""Seconds after which a closed dialog is gone from the screen."""


@dataclass(frozen=True, slots=True)
class DialogChoice:
    """One answer, on a button of its own."""

    words: str
    choose: Callable[[], Any]


@dataclass(frozen=True, slots=True)
class DialogWords:
    """What a question says and offers."""

    title: str
    lines: Sequence[str]
    choices: Sequence[DialogChoice]
    way_out: str


@dataclass(frozen=True, slots=True)
class OpenQuestion(Generic[Question]):
    """A question of the page's state, and how it is put there and taken away."""

    current: Callable[[], Question | None]
    ask: Callable[[Question | None], None]


@dataclass(frozen=True, slots=True)
class AskedFirst:
    """When a question was first asked: asked once more, it is the same."""

    question: object
    at: float
    """By the machine's steady clock."""


NEVER = AskedFirst(None, 0.0)


def use_question(question: OpenQuestion[Question], words: Callable[[Question], DialogWords]) -> None:
    """Ask the question in a dialog of this component, as long as there is one."""
    asked = question.current()
    first: ft.MutableRef[AskedFirst] = ft.use_ref(NEVER)
    if asked is not None and (first.current or NEVER).question is not asked:
        first.current = AskedFirst(asked, time.monotonic())

    def is_asked_for(seconds: float) -> bool:
        return time.monotonic() >= (first.current or NEVER).at + seconds

    async def dismiss() -> None:
        if asked is None or question.current() is not asked:
            return  # closed by one of its own buttons
        question.ask(None)
        if not is_asked_for(TO_READ):
            await asyncio.sleep(PAUSE)
            question.ask(asked)

    async def choose(choice: DialogChoice) -> None:
        if is_asked_for(MOMENT):
            question.ask(None)
            await complete(choice.choose())

    use_effect(lambda: None, [], cleanup=lambda: question.ask(None))
    ft.use_dialog(None if asked is None else _dialog(words(asked), choose, lambda: question.ask(None), dismiss))


def _dialog(
    words: DialogWords, choose: Callable[[DialogChoice], Any], leave: Callable[[], None], dismiss: Callable[[], Any]
) -> ft.AlertDialog:
    def button(choice: DialogChoice) -> ft.Control:
        return ft.FilledTonalButton(
            choice.words, height=TARGET, on_click=handler(lambda: choose(choice), TapKind.CLOSING)
        )

    return ft.AlertDialog(
        title=ft.Text(words.title, theme_style=ft.TextThemeStyle.TITLE_MEDIUM),
        content=ft.Column(
            [*[ft.Text(line) for line in words.lines], *[button(choice) for choice in words.choices]],
            tight=True,
            spacing=12,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        alignment=ft.Alignment.TOP_CENTER,
        inset_padding=MARGIN,
        scrollable=True,
        actions=[ft.TextButton(words.way_out, height=TARGET, on_click=handler(leave, TapKind.CLOSING))],
        on_dismiss=dismissal(dismiss, dismiss),
    )
