"""How the server learns on what ground a page is to come up."""

from __future__ import annotations

from collections.abc import Callable

from diary.model.backdrop import Backdrop

GetBackdrop = Callable[[], Backdrop | None]
"""The ground at this moment; None for that of the system's theme."""


def systems_own() -> None:
    """The ground of the system's theme."""
