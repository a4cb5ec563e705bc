"""Rows of chips to choose from: one, or several.

A row says which chip was tapped. What that means is for its owner to say, from the answer as it is at that moment: the
one that was drawn may be older than the last tap.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import flet as ft

from diary.language import tr
from diary.ui.page.component import component
from diary.ui.page.theme import TARGET
from diary.ui.parts.chosen_chip import ChosenChip
from diary.ui.parts.handlers import handler

if TYPE_CHECKING:
    from collections.abc import Callable

Result = TypeVar("Result")
Options = tuple[tuple[str, str], ...]
"""Pairs of key and words."""

YES, NO = "yes", "no"


def _chip(question: str, words: str, *, chosen: bool, on_tap: Callable[[], Any]) -> ft.Control:
    return ChosenChip(question, words, chosen=chosen, on_choose=on_tap, style=ft.TextThemeStyle.BODY_LARGE)


def _labelled(question: str, chips: list[ft.Control]) -> ft.Control:
    return ft.Column(
        [
            ft.Text(question, theme_style=ft.TextThemeStyle.BODY_LARGE, semantics_label=question),
            ft.Row(chips, wrap=True, spacing=8, run_spacing=4),
        ],
        spacing=4,
    )


@component
def ChoiceChips(question: str, options: Options, chosen: str | None, on_tap: Callable[[str], Any]) -> ft.Control:
    """One of a few options, or not answered."""

    def chip(key: str, words: str) -> ft.Control:
        return _chip(question, words, chosen=key == chosen, on_tap=lambda: on_tap(key))

    return _labelled(question, [chip(*option) for option in options])


@component
def YesNoChips(question: str, answer: bool | None, on_tap: Callable[[bool], Any]) -> ft.Control:
    """Yes, no, or not answered."""
    chosen = None if answer is None else YES if answer else NO
    return ChoiceChips(question, ((YES, tr("Yes")), (NO, tr("No"))), chosen, lambda key: on_tap(key == YES))


@component
def SeveralChips(
    question: str,
    options: Options,
    chosen: frozenset[str],
    on_tap: Callable[[str], Any],
) -> ft.Control:
    """Any of the options."""

    def chip(key: str, words: str) -> ft.Control:
        return _chip(question, words, chosen=key in chosen, on_tap=lambda: on_tap(key))

    return _labelled(question, [chip(*option) for option in options])


@component
def ScaleChips(question: str, numbers: tuple[int, ...], chosen: int | None, on_tap: Callable[[int], Any]) -> ft.Control:
    """A whole number from a short scale, as equal squares in rows of six."""

    def square(number: int) -> ft.Control:
        held = number == chosen
        return ft.MergeSemantics(
            content=ft.Semantics(
                label=question,
                selected=held,
                content=ft.TextButton(
                    str(number),
                    width=TARGET + 4,
                    height=TARGET,
                    on_click=handler(lambda: on_tap(number)),
                    style=ft.ButtonStyle(
                        padding=0,
                        bgcolor=ft.Colors.PRIMARY if held else ft.Colors.SURFACE_CONTAINER_HIGHEST,
                        color=ft.Colors.ON_PRIMARY if held else ft.Colors.ON_SURFACE,
                        shape=ft.RoundedRectangleBorder(radius=12),
                    ),
                ),
            )
        )

    return _labelled(question, [square(number) for number in numbers])
