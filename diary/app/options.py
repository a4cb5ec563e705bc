"""How the diary is opened."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from diary.model.preferences import WindowKind

GRACE = 600.0
"""Seconds that the program goes on after its last page closed."""


@dataclass(frozen=True, slots=True)
class OpenOptions:
    """How the diary is opened."""

    data: Path | None = None
    demo: bool = False
    window: WindowKind | None = None
    """In what it opens, from now on; None: as the person chose before."""
    no_open: bool = False
    port: int | None = None
    """None takes any free one."""
    grace: float = GRACE
    """Seconds that the program goes on after its last page closed."""
