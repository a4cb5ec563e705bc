"""Draws a page so that a control which Flet refuses takes only its own component's place.

Flet looks at a control only in the midst of drawing: what it raises then ends the drawing of the page for good.
"""

from __future__ import annotations

import logging
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import flet as ft
from flet.components.component import Component

from diary.ui.page.component import careful, refused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def render(page: ft.Page, component: Callable[[], ft.Control]) -> None:
    """Draw a page from its beginning, and from now on go on drawing it, whatever fails."""
    guard_updates(page)
    try:
        page.render(component)
    except Exception:
        logging.getLogger(__name__).exception("A page was refused.")
        clear(page)
        with _care():
            page.render(component)


def clear(page: ft.Page) -> None:
    """Take all away. What is drawn next is drawn anew, whatever the page believes that it shows, and its state with it."""
    page.controls = []
    page.update()


def guard_updates(page: ft.Page) -> None:
    """Let no failed drawing of one component end the drawing of all."""
    if "schedule_update" in vars(page.session):
        return
    schedule = page.session.schedule_update

    def schedule_guarded(control: ft.BaseControl) -> None:
        schedule(GuardedUpdate(control))  # type: ignore[arg-type]  # Flet asks it for its update, and no more

    page.session.schedule_update = schedule_guarded  # type: ignore[method-assign]  # this page's own


@dataclass(frozen=True, slots=True, eq=False)
class GuardedUpdate:
    """A component that is to be drawn anew."""

    control: ft.BaseControl

    def __eq__(self, other: object) -> bool:
        """A component that is asked for twice is drawn once."""
        return isinstance(other, GuardedUpdate) and other.control is self.control

    def __hash__(self) -> int:
        """As equality has it."""
        return id(self.control)

    def update(self) -> None:
        """Draw it, unless it was drawn with what it stands in; what it stands in is drawn first.

        A change that many components watch asks for each of them, in no order. Drawn one by one, a question of Log would
        be drawn with its screen, with its card, and once more by itself.
        """
        for control in (*reversed(_waiting_around(self.control)), self.control):
            if _waits(control):
                _draw(control)


def _draw(control: ft.BaseControl) -> None:
    """Draw it; where that fails find the part that fails, and where none is found show the failure in its place."""
    try:
        control.update()
    except Exception as error:
        if has_gone(control.page):
            return
        logging.getLogger(__name__).exception("A part of the screen was refused.")
        _draw_with_care(control, error)


def _draw_with_care(control: ft.BaseControl, error: Exception) -> None:
    try:
        with _care():
            control.update()
    except Exception:  # noqa: BLE001  # logged already
        _draw_failure(control, error)


def _draw_failure(control: ft.BaseControl, error: Exception) -> None:
    refused.set(error)
    try:
        control.update()
    except Exception as other:  # noqa: BLE001  # whatever it is, the others are drawn
        control.page.session.error(repr(other))
    finally:
        refused.set(None)


def _waits(control: ft.BaseControl) -> bool:
    """Whether it has not been drawn since it was asked for; of what is no component nobody knows."""
    return not isinstance(control, Component) or control._state.is_dirty  # noqa: SLF001  # Flet's own note


def _waiting_around(control: ft.BaseControl) -> list[Component]:
    """The components in which it stands that wait to be drawn too, from the innermost."""
    found: list[Component] = []
    around = control._parent_component if isinstance(control, Component) else None  # noqa: SLF001  # Flet tells it nowhere else
    while around is not None and (component := around()) is not None:
        if _waits(component):
            found.append(component)
        around = component._parent_component  # noqa: SLF001
    return found


def has_gone(page: Any) -> bool:
    """Whether nobody is at the other end of a page any more; Flet notes it after it has let go of what it sends by."""
    connection = page.session.connection
    return connection is None or vars(connection).get("_FletApp__send_queue", connection) is None


@contextmanager
def _care() -> Iterator[None]:
    before = careful.set(True)
    try:
        yield
    finally:
        careful.reset(before)
