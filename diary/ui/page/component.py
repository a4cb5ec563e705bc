"""A component that cannot take the whole screen with it when it fails.

Flet stops drawing a page for good after one component of it has raised, and shows a crash in place of the page where
a handler has. So every component of ours is drawn behind a guard that shows the failure in the component's place.
"""

from __future__ import annotations

import logging
from contextvars import ContextVar
from functools import wraps
from typing import TYPE_CHECKING, ParamSpec

import flet as ft

from diary.model.errors import DiaryError
from diary.ui.page.controls_within import check_controls
from diary.ui.page.unforeseen import error_words

if TYPE_CHECKING:
    from collections.abc import Callable

P = ParamSpec("P")
FAILED = "failed"
"""Where a page notes that something unforeseen happened on it."""
careful: ContextVar[bool] = ContextVar("careful", default=False)
"""Whether each component looks at its own controls before Flet does, so that one which Flet refuses is found."""
refused: ContextVar[Exception | None] = ContextVar("refused", default=None)
"""Why the next component to be drawn cannot be: what it was drawn as, Flet has refused."""


def component(function: Callable[P, ft.Control]) -> Callable[P, ft.Control]:
    """A Flet component that shows, in its own place, why it could not be drawn."""

    @ft.component
    @wraps(function)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> ft.Control:
        try:
            return _draw(lambda: function(*args, **kwargs))
        except DiaryError as refusal:
            return failure_card(str(refusal))
        except Exception as error:  # whatever it is, the rest of the screen goes on
            logging.getLogger(__name__).exception("A part of the screen could not be drawn.")
            note_failure(ft.context.page)
            return failure_card(error_words(error))

    return guarded


def _draw(function: Callable[[], ft.Control]) -> ft.Control:
    error = refused.get()
    if error is not None:
        refused.set(None)
        raise error
    drawn = function()
    if careful.get():
        check_controls(drawn)
    return drawn


def note_failure(page: ft.Page) -> None:
    """Note that something unforeseen happened on this page: loaded anew, it begins from its beginning."""
    page.session.store.set(FAILED, value=True)


def take_failure(page: ft.Page) -> bool:
    """Whether that is noted; from now on it is not."""
    failed = bool(page.session.store.get(FAILED))
    page.session.store.set(FAILED, value=False)
    return failed


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
