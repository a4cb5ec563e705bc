"""Components with an identity of their own."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ParamSpec, cast

if TYPE_CHECKING:
    from collections.abc import Callable

    import flet as ft

P = ParamSpec("P")


def keyed(component: Callable[P, ft.Control], key: object) -> Callable[P, ft.Control]:
    """The component under this key: where the key changes, it begins anew instead of keeping its state.

    A field must not carry what was typed for one night over to the next. Flet takes the key as an argument that its
    types do not tell of.
    """
    return cast("Callable[P, ft.Control]", partial(cast("Callable[..., ft.Control]", component), key=str(key)))
