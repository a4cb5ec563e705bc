"""A component that cannot take the whole screen with it when it fails.

Flet stops drawing a page for good after one component of it has raised, and shows a crash in place of the page where
a handler has. So every component of ours is drawn behind a guard that shows the failure in the component's place.
"""

from __future__ import annotations

import logging
from functools import wraps
from typing import TYPE_CHECKING, ParamSpec

import flet as ft

from diary.language import tr
from diary.model.errors import DiaryError

if TYPE_CHECKING:
    from collections.abc import Callable

P = ParamSpec("P")


def component(function: Callable[P, ft.Control]) -> Callable[P, ft.Control]:
    """A Flet component that shows, in its own place, why it could not be drawn."""

    @ft.component
    @wraps(function)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> ft.Control:
        try:
            return function(*args, **kwargs)
        except DiaryError as refusal:
            return failure_card(str(refusal))
        except Exception as error:  # whatever it is, the rest of the screen goes on
            logging.getLogger(__name__).exception("A part of the screen could not be drawn.")
            return failure_card(unforeseen_words(repr(error)))

    return guarded


def unforeseen_words(error: str) -> str:
    """What a person is told of a mistake in the program: that nothing is lost, and what to do."""
    return tr(
        "This did not work, through a mistake in the program. What you saved is safe. Load the page anew; if it happens "
        "again, please report it: {error}"
    ).format(error=error)


def failure_card(words: str) -> ft.Control:
    """The words in place of what could not be shown; a screen reader says them at once."""
    return ft.Container(
        padding=16,
        border_radius=12,
        bgcolor=ft.Colors.ERROR_CONTAINER,
        content=ft.Semantics(
            live_region=True, container=True, content=ft.Text(words, color=ft.Colors.ON_ERROR_CONTAINER)
        ),
    )
