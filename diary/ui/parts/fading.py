"""What was drawn before stays in its place, faded, until what is asked for now is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

import flet as ft

from diary.model.period import Period

What = TypeVar("What")
FADED = 0.35
"""Opacity of what is about to be replaced."""


@dataclass(frozen=True, slots=True)
class Drawn(Generic[What]):
    """Something drawn, of which period it is, and what else was asked for."""

    period: Period
    what: What
    wanted: object = None


def faded(content: ft.Control, *, is_old: bool) -> ft.Control:
    """The content, faded while it shows what is no longer asked for."""
    return ft.Container(content=content, opacity=FADED if is_old else 1, animate_opacity=150)
