"""A component's state that a tap can ask for: as it is at that moment, be it drawn yet or not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

import flet as ft

if TYPE_CHECKING:
    from collections.abc import Callable

Value = TypeVar("Value")


class Present(Generic[Value]):
    """The state. Flet's own is a copy, made when the component was drawn."""

    def __init__(self, value: Value, draw: Callable[[], None]) -> None:
        self.value = value
        self._draw = draw

    def set(self, value: Value) -> None:
        """Put another value in its place, and draw the component with it."""
        if value != self.value:
            self.value = value
            self._draw()


def use_present(start: Value) -> Present[Value]:
    """The state of this component, with the value that it starts with."""
    _, set_drawn = ft.use_state(0)

    def begin() -> Present[Value]:
        return Present(start, lambda: set_drawn(lambda drawn: drawn + 1))

    present: Present[Value] = ft.use_memo(begin, [])
    return present
