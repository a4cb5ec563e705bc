"""Components with an identity of their own."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ParamSpec, cast

import flet as ft

if TYPE_CHECKING:
    from collections.abc import Callable

P = ParamSpec("P")


def keyed(component: Callable[P, ft.Control], key: object) -> Callable[P, ft.Control]:
    """The component under this key: where the key changes, it begins anew instead of keeping its state.

    A field must not carry what was typed for one night over to the next. Flet takes the key as an argument that its
    types do not tell of.
    """
    return cast("Callable[P, ft.Control]", partial(cast("Callable[..., ft.Control]", component), key=str(key)))


def memoized(component: Callable[P, ft.Control], key: object) -> Callable[P, ft.Control]:
    """The component under this key, drawn anew only where what it is given has changed, or its own state.

    A tap draws its whole screen three times. Where a hundred chips are drawn each time, that is most of what it waits for.
    """
    return cast("Callable[P, ft.Control]", ft.memo(keyed(component, key)))  # type: ignore[no-untyped-call]  # Flet gives it no types
